package io.tintype.sniff;

import io.tintype.model.ImageFormat;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the start tag of an SVG, packed or not, and refuses documents that declare entities other
 * than short plain texts ({@link XmlProlog}). A size that only drawing would tell is guessed.
 */
final class SvgHeader {
  /** Root elements with all the namespaces of editors have some thousand characters. */
  private static final int MOST = 1 << 16;

  /** What browsers take for a picture without a size (CSS 2, section 10.3.2). */
  private static final double USUAL_WIDTH = 300;

  private static final double USUAL_HEIGHT = 150;

  private static final Pattern NAME = Pattern.compile("(?:[\\w.-]++:)?svg(?=[\\s/]|$)");

  private static final Pattern ATTRIBUTE =
      Pattern.compile("\\s([\\w.:-]++)\\s*+=\\s*+(?:\"([^\"]*+)\"|'([^']*+)')");

  /** CSS Values 4, "Absolute lengths"; a font is 12 pixels high to librsvg. */
  private static final Pattern LENGTH =
      Pattern.compile(
          "\\s*+([+]?(?:\\d++\\.?\\d*+|\\.\\d++)(?:e[+-]?\\d++)?)(px|in|cm|mm|pt|pc|em|ex)?\\s*+");

  private static final int BYTES_PER_PIXEL = 4;

  private SvgHeader() {}

  static Optional<Preview> read(MemorySegment document) {
    return XmlProlog.rootOf(beginning(document)).flatMap(SvgHeader::ofTag);
  }

  private static Optional<Preview> ofTag(String tag) {
    Matcher name = NAME.matcher(tag);
    return name.lookingAt() ? of(tag.substring(name.end())) : Optional.empty();
  }

  static String beginning(MemorySegment document) {
    byte[] bytes =
        Packed.is(document)
            ? Packed.beginning(document, MOST)
            : document
                .asSlice(0, Math.min(MOST, document.byteSize()))
                .toArray(ValueLayout.JAVA_BYTE);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static Optional<Preview> of(String attributes) {
    double width = 0;
    double height = 0;
    double[] box = {0, 0};
    Matcher attribute = ATTRIBUTE.matcher(attributes);
    while (attribute.find()) {
      String value = attribute.group(2) == null ? attribute.group(3) : attribute.group(2);
      switch (attribute.group(1)) {
        case "width" -> width = pixels(value);
        case "height" -> height = pixels(value);
        case "viewBox" -> box = box(value);
        default -> {}
      }
    }
    boolean boxed = box[0] > 0 && box[1] > 0;
    double ratio = boxed ? box[1] / box[0] : USUAL_HEIGHT / USUAL_WIDTH;
    if (width <= 0 && height <= 0) {
      width = boxed ? box[0] : USUAL_WIDTH;
      height = boxed ? box[1] : USUAL_HEIGHT;
    }
    long across = Math.max(1, Math.round(width > 0 ? width : height / ratio));
    long down = Math.max(1, Math.round(height > 0 ? height : width * ratio));
    return Preflight.plausible(across, down)
        ? Optional.of(
            new Preview(
                ImageFormat.SVG,
                (int) across,
                (int) down,
                1,
                true,
                false,
                BYTES_PER_PIXEL,
                OptionalInt.empty()))
        : Optional.empty();
  }

  /** A length at 96 dots per inch; 0 if it says nothing, as a share of what is not known. */
  private static double pixels(String length) {
    Matcher parts = LENGTH.matcher(length.toLowerCase(Locale.ROOT));
    if (!parts.matches()) {
      return 0;
    }
    double number = Double.parseDouble(parts.group(1));
    String unit = parts.group(2) == null ? "px" : parts.group(2);
    return number
        * switch (unit) {
          case "in" -> 96;
          case "cm" -> 96 / 2.54;
          case "mm" -> 96 / 25.4;
          case "pt" -> 96 / 72.0;
          case "pc" -> 16;
          case "em" -> 12;
          case "ex" -> 6;
          default -> 1;
        };
  }

  private static double[] box(String value) {
    String[] numbers = value.strip().split("[\\s,]+", -1);
    try {
      return numbers.length == 4
          ? new double[] {Double.parseDouble(numbers[2]), Double.parseDouble(numbers[3])}
          : new double[] {0, 0};
    } catch (NumberFormatException _) {
      return new double[] {0, 0};
    }
  }
}
