package io.tintype.render;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.font.Typeface;
import io.tintype.model.Text.Style;
import io.tintype.plan.PlannedText;
import io.tintype.vips.Operation;
import io.tintype.vips.VipsException;
import io.tintype.vips.VipsImage;
import io.tintype.vips.VipsScope;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Writes words with one typeface, by libvips and Pango, which can not be stopped and lets only one
 * thread write at a time. So what would become too large is found out by writing it small.
 */
final class Handwriting {
  /** The longest side of a box of words, in pixels (ImageKit, "Limits"). */
  private static final int LARGEST_SIDE = 16_383;

  /** The largest box: a poster of letters takes up to half a second, and 100 MB in colour. */
  private static final long LARGEST_AREA = 25_000_000;

  /** ImageKit cuts text after 2,000 characters, and after 2,500 if it came in base64. */
  private static final int LONGEST = 2500;

  /** At this many dots per inch a point is a pixel. */
  private static final int DPI = 72;

  /** Sizes for a first try: at the last of them even the widest letters fit Cairo's pictures. */
  private static final List<Integer> TRIAL_SIZES = List.of(16, 6, 2, 1);

  /** Cairo's pictures are at most this wide, and few letters wider than ten times their size. */
  private static final int SAFE_WIDTH = 32_767;

  private static final int WIDE_LETTER = 10;

  /** Small letters are fitted to whole pixels: so much wider than predicted is not yet refused. */
  private static final double TOLERANCE = 2;

  private final VipsScope scope;
  private final Typeface typeface;
  private final List<Typeface> typefaces = new ArrayList<>();

  Handwriting(VipsScope scope, Typeface typeface, List<Typeface> fallbacks) {
    this.scope = scope;
    this.typeface = typeface;
    typefaces.add(typeface);
    typefaces.addAll(fallbacks);
  }

  /**
   * Refuses a box of this size if it is too large.
   *
   * @throws FaultException {@link Fault.LimitExceeded}
   */
  static void check(long width, long height) {
    if (width > LARGEST_SIDE || height > LARGEST_SIDE || width * height > LARGEST_AREA) {
      throw tooLarge();
    }
  }

  /**
   * The ink, in one 8-bit band: 0 where there is none, 255 where it covers everything; empty if
   * there is only blank space.
   *
   * @throws FaultException {@link Fault.LimitExceeded} if it would be too large
   * @throws VipsException if nothing of it can be seen in this typeface
   */
  Optional<VipsImage> write(PlannedText text) {
    PlannedText words = legible(text);
    if (words.text().isBlank()) {
      return Optional.empty();
    }
    LineBreaks.check(words);
    VipsImage ink =
        (long) words.size() * words.text().length() * WIDE_LETTER > SAFE_WIDTH
            ? carefully(words)
            : written(words);
    check(ink.width(), ink.height());
    return Optional.of(ink);
  }

  private VipsImage carefully(PlannedText words) {
    tryOut(words);
    try {
      return written(words);
    } catch (VipsException tooLarge) {
      throw tooLarge();
    }
  }

  /** Writes small, to see what it would come to. */
  private void tryOut(PlannedText words) {
    VipsException failure = null;
    for (int size : TRIAL_SIZES) {
      if (size > words.size()) {
        continue;
      }
      double factor = (double) words.size() / size / TOLERANCE;
      try {
        VipsImage small = written(shrunk(words, size));
        check((long) (small.width() * factor), (long) (small.height() * factor));
        return;
      } catch (VipsException tooWide) {
        failure = tooWide;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private VipsImage written(PlannedText words) {
    Operation text =
        scope
            .operation("text")
            .text("text", Markup.of(words, typefaces))
            .text("font", font(words))
            .integer("dpi", DPI)
            .choice("align", align(words))
            .choice("wrap", "word-char");
    typeface.file().ifPresent(file -> text.text("fontfile", file.toString()));
    words.width().ifPresent(width -> text.integer("width", width));
    int spacing = lineSpacing(words);
    if (spacing != 0) {
      text.integer("spacing", spacing);
    }
    return text.toImage().inMemory();
  }

  private static int lineSpacing(PlannedText words) {
    int toHeight =
        words.lineHeight().stream()
            .map(pixels -> pixels - Markup.pangoLineHeight(words.size(), pixels))
            .sum();
    return toHeight + words.spacing().lines();
  }

  /** A comma ends the family, some of which end in what could be a style. */
  private String font(PlannedText words) {
    String bold = words.styles().contains(Style.BOLD) ? " Bold" : "";
    String italic = words.styles().contains(Style.ITALIC) ? " Italic" : "";
    return "%s,%s%s %d".formatted(typeface.family(), bold, italic, words.size());
  }

  /** Pango takes left and right as beginning and end, in the direction of the script. */
  private static String align(PlannedText words) {
    boolean leftToRight =
        new Bidi(words.text(), Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
    return switch (words.alignment()) {
      case LEFT -> leftToRight ? "low" : "high";
      case CENTER -> "centre";
      case RIGHT -> leftToRight ? "high" : "low";
    };
  }

  private static PlannedText shrunk(PlannedText words, int size) {
    double factor = (double) size / words.size();
    return new PlannedText(
        words.text(),
        words.font(),
        size,
        words.color(),
        scaled(words.width(), factor),
        words.alignment(),
        words.padding(),
        words.background(),
        words.styles(),
        scaled(words.lineHeight(), factor),
        new PlannedText.Spacing(
            words.spacing().letters() * factor,
            (int) Math.rint(words.spacing().lines() * factor),
            words.spacing().stroke()));
  }

  private static OptionalInt scaled(OptionalInt length, double factor) {
    return length.isPresent()
        ? OptionalInt.of(Math.max(1, (int) Math.rint(length.getAsInt() * factor)))
        : length;
  }

  /** Without what XML does not allow: control characters and halves of characters. */
  private static PlannedText legible(PlannedText text) {
    StringBuilder legible = new StringBuilder();
    text.text()
        .codePoints()
        .filter(character -> character == '\n' || isLegible(character))
        .forEach(legible::appendCodePoint);
    if (legible.length() > 2 * LONGEST) {
      throw tooLarge();
    }
    return text.saying(legible.toString());
  }

  private static boolean isLegible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> false;
      default -> true;
    };
  }

  private static FaultException tooLarge() {
    return new FaultException(
        new Fault.LimitExceeded(
            "text",
            "The text needs a box of more than %d pixels on a side, or %d in all."
                .formatted(LARGEST_SIDE, LARGEST_AREA)));
  }
}
