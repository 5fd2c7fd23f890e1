package io.tintype.dialect.cloudinary;

import io.tintype.dialect.Values;
import io.tintype.model.Text;
import io.tintype.model.Text.Alignment;
import io.tintype.model.Text.Style;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The style of a text: {@code Arial_40_bold_letter_spacing_5} (Cloudinary, "Text layer options").
 *
 * @param family name of the font or of its file
 * @param size in pixels
 * @param words everything else; those nobody knows say nothing
 * @param letterSpacing pixels
 * @param lineSpacing pixels
 */
record TextStyle(
    String family,
    double size,
    List<String> words,
    double letterSpacing,
    OptionalDouble lineSpacing) {
  private static final String LETTER_SPACING = "letter_spacing";
  private static final String LINE_SPACING = "line_spacing";
  private static final Pattern STYLE =
      Pattern.compile("(.+?)_([0-9]{1,6}(?:\\.[0-9]{1,6})?)(?:px)?(?:_(.*))?");
  private static final Pattern LETTERS = number(LETTER_SPACING);
  private static final Pattern LINES = number(LINE_SPACING);
  private static final Pattern WEIGHT = Pattern.compile("[6-9]00");
  private static final Set<String> HEAVY =
      Set.of("bold", "semibold", "extrabold", "heavy", "black");

  private static final Map<String, Style> STYLES =
      Map.of(
          "italic", Style.ITALIC,
          "underline", Style.UNDERLINE,
          "strikethrough", Style.STRIKETHROUGH);

  private static final Map<String, Alignment> ALIGNMENTS =
      Map.of(
          "left", Alignment.LEFT,
          "start", Alignment.LEFT,
          "justify", Alignment.LEFT,
          "center", Alignment.CENTER,
          "right", Alignment.RIGHT,
          "end", Alignment.RIGHT);

  private static final String STROKE = "stroke";
  private static final double LARGEST_SPACING = 1000;

  TextStyle {
    words = List.copyOf(words);
  }

  /** Reads a style; empty if it has no size, and so is none. */
  static Optional<TextStyle> read(String text) {
    Matcher style = STYLE.matcher(text);
    if (!style.matches()) {
      return Optional.empty();
    }
    String words = style.group(3) == null ? "" : style.group(3);
    OptionalDouble letters = spacing(LETTERS, words);
    OptionalDouble lines = spacing(LINES, words);
    String rest = LINES.matcher(LETTERS.matcher(words).replaceAll("")).replaceAll("");
    return Optional.of(
        new TextStyle(
            style.group(1),
            Double.parseDouble(style.group(2)),
            List.of(rest.split("_")),
            letters.orElse(0),
            lines));
  }

  /** All words that do something. */
  static Set<String> known() {
    return Stream.of(
            HEAVY,
            STYLES.keySet(),
            ALIGNMENTS.keySet(),
            Set.of(STROKE, LETTER_SPACING, LINE_SPACING))
        .flatMap(Set::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Heavy weights are bold: our families have two. */
  Set<Style> styles() {
    Set<Style> styles = EnumSet.noneOf(Style.class);
    if (words.stream().anyMatch(word -> HEAVY.contains(word) || WEIGHT.matcher(word).matches())) {
      styles.add(Style.BOLD);
    }
    words.stream().filter(STYLES::containsKey).map(STYLES::get).forEach(styles::add);
    return styles;
  }

  Alignment alignment() {
    Alignment alignment = Alignment.LEFT;
    for (String word : words) {
      alignment = ALIGNMENTS.getOrDefault(word, alignment);
    }
    return alignment;
  }

  /** Whether letters have a border. */
  boolean isStroked() {
    return words.contains(STROKE);
  }

  /** Whether letters or lines stand apart otherwise than the font has it. */
  boolean isSpaced() {
    return letterSpacing != 0 || lineSpacing.isPresent();
  }

  /** The font: a file if the name has the extension of one. */
  Text.Font font(List<String> folders, LayerPictures files) {
    return FontNames.isFile(family)
        ? new Text.File(files.font(String.join("/", folders) + "/" + family))
        : new Text.Family(FontNames.bundled(family));
  }

  private static Pattern number(String name) {
    return Pattern.compile("(?:^|_)" + name + "_(-?[0-9]+(?:\\.[0-9]+)?)(?=_|$)");
  }

  private static OptionalDouble spacing(Pattern pattern, String words) {
    Matcher spacing = pattern.matcher(words);
    return spacing.find()
        ? Values.number(spacing.group(1))
            .map(BigDecimal::doubleValue)
            .map(pixels -> Math.clamp(pixels, -LARGEST_SPACING, LARGEST_SPACING))
            .map(OptionalDouble::of)
            .orElse(OptionalDouble.empty())
        : OptionalDouble.empty();
  }
}
