package io.tintype.dialect.cloudinary;

import static java.util.Map.entry;

import io.tintype.dialect.Values;
import io.tintype.model.PercentEncoding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What ImageKit makes of Cloudinary's parameters, by its page "Cloudinary URL rewriter"; what is
 * not on it has no translation.
 *
 * @param moving whether the asset is a video, whose qualities are others
 */
record ImageKitTable(boolean moving) {
  /** Sides and corners, for the focus and for the places of layers. */
  static final Map<String, String> SIDES =
      Map.of(
          "north", "top",
          "south", "bottom",
          "east", "right",
          "west", "left",
          "north_west", "top_left",
          "north_east", "top_right",
          "south_west", "bottom_left",
          "south_east", "bottom_right",
          "center", "center");

  private static final Set<String> FOUND = Set.of("auto", "face", "custom");
  private static final Set<String> FORMATS =
      Set.of("auto", "jpg", "jpeg", "png", "webp", "gif", "avif");
  private static final Map<String, String> MODES =
      Map.of(
          "crop", "cm-extract",
          "fill", "c-maintain_ratio",
          "fit", "c-at_max",
          "pad", "cm-pad_resize",
          "scale", "c-force");
  private static final Map<String, Integer> QUALITIES =
      Map.of("auto", 70, "auto:low", 50, "auto:eco", 60, "auto:good", 70, "auto:best", 86);
  private static final Map<String, Integer> MOVING_QUALITIES =
      Map.of("auto", 50, "auto:low", 40, "auto:eco", 45, "auto:good", 50, "auto:best", 60);
  private static final Map<String, String> FLAGS =
      Map.ofEntries(
          entry("progressive", "pr-true"),
          entry("progressive:steep", "pr-true"),
          entry("progressive:semi", "pr-true"),
          entry("progressive:none", "pr-false"));

  private static final Pattern BORDER = Pattern.compile("([0-9]+)px_solid_(.+)");
  private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]+");
  private static final Pattern NAME = Pattern.compile("[A-Za-z]+");
  private static final String RGB = "rgb:";

  /** Of one of Cloudinary's hundredths. */
  private static final int HUNDREDTHS = 2;

  private static final int USUAL = 100;
  private static final BigDecimal BLUR_SHARE = BigDecimal.valueOf(20);
  private static final BigDecimal BRIGHTNESS = new BigDecimal("2.55");
  private static final int MOST_BRIGHTNESS = 255;
  private static final int MOST_ALPHA = 99;

  /** The parameter in ImageKit's language; empty if the page has none. */
  Optional<String> item(String key, String value) {
    return switch (key) {
      case "w", "h", "x", "y", "dpr", "z" -> number(value).map((key + "-")::concat);
      case "ar" -> ratio(value);
      case "g" ->
          Optional.ofNullable(FOUND.contains(value) ? value : SIDES.get(value)).map("fo-"::concat);
      case "f" -> Optional.of(value).filter(FORMATS::contains).map("f-"::concat);
      case "q" -> quality(value);
      case "a" -> number(value).map("rt-"::concat);
      case "r" -> radius(value);
      case "e" -> effect(value);
      case "bo" -> border(value);
      case "b" -> background(value);
      case "c" -> Optional.ofNullable(MODES.get(value));
      case "t" -> Optional.of("n-" + PercentEncoding.encodeSegment(value));
      case "fl" -> Optional.ofNullable(FLAGS.get(value));
      case "so", "eo", "du" -> seconds(value).map((key + "-")::concat);
      default -> Optional.empty();
    };
  }

  /** A colour as digits, or as its name in small letters. */
  static Optional<String> color(String value) {
    if (!value.startsWith(RGB)) {
      return Optional.of(value)
          .filter(name -> NAME.matcher(name).matches())
          .map(name -> name.toLowerCase(Locale.ROOT));
    }
    String digits = value.substring(RGB.length());
    if (!HEX.matcher(digits).matches()) {
      return Optional.empty();
    }
    return switch (digits.length()) {
      case 3, 4 -> Optional.of(withAlpha(doubled(digits)));
      case 6, 8 -> Optional.of(withAlpha(digits));
      default -> Optional.empty();
    };
  }

  /** A number with {@code N} for its sign. */
  static Optional<String> number(String value) {
    return Values.number(value).map(_ -> value.replace('-', 'N'));
  }

  private static Optional<String> ratio(String value) {
    String[] sides = value.split(":", -1);
    List<String> numbers =
        List.of(sides).stream()
            .flatMap(side -> Values.number(side).stream())
            .map(ImageKitTable::plain)
            .toList();
    if (numbers.size() != sides.length || numbers.size() > 2) {
      return Optional.empty();
    }
    return Optional.of(
        "ar-" + numbers.getFirst() + "-" + (numbers.size() == 2 ? numbers.getLast() : "1"));
  }

  private Optional<String> quality(String value) {
    Integer level = (moving ? MOVING_QUALITIES : QUALITIES).get(value);
    return (level == null ? number(value) : Optional.of(level.toString())).map("q-"::concat);
  }

  /** Of several radii the first. */
  private static Optional<String> radius(String value) {
    return value.equals("max")
        ? Optional.of("r-max")
        : number(value.split(":", 2)[0]).map("r-"::concat);
  }

  private static Optional<String> effect(String value) {
    String[] words = value.split(":", -1);
    String level = words.length > 1 ? words[1] : String.valueOf(USUAL);
    return switch (words[0]) {
      case "grayscale", "contrast" -> Optional.of("e-" + words[0]);
      case "blur" -> hundredth(level).map("bl-"::concat);
      case "sharpen" ->
          words.length > 1 ? hundredth(level).map("e-sharpen-"::concat) : Optional.of("e-sharpen");
      case "unsharp_mask" -> hundredth(level).map(sigma -> "e-usm-0-" + sigma + "-1-0.05");
      case "trim" -> words.length > 1 ? number(level).map("t-"::concat) : Optional.of("t-true");
      default -> Optional.empty();
    };
  }

  private static Optional<String> border(String value) {
    Matcher border = BORDER.matcher(value);
    return border.matches()
        ? color(border.group(2)).map(color -> "b-" + border.group(1) + "_" + color)
        : Optional.empty();
  }

  private static Optional<String> background(String value) {
    String[] words = value.split(":", -1);
    if (!words[0].equals("blurred")) {
      return color(value).map("bg-"::concat);
    }
    List<BigDecimal> numbers =
        List.of(words).stream().skip(1).flatMap(word -> Values.number(word).stream()).toList();
    if (numbers.size() != words.length - 1) {
      return Optional.empty();
    }
    return switch (numbers.size()) {
      case 0 -> Optional.of("bg-blurred");
      case 1 -> Optional.of("bg-blurred_" + intensity(numbers.getFirst()));
      case 2 ->
          Optional.of(
              "bg-blurred_" + intensity(numbers.getFirst()) + "_" + brightness(numbers.getLast()));
      default -> Optional.empty();
    };
  }

  private static String intensity(BigDecimal value) {
    return plain(value.divide(BLUR_SHARE, HUNDREDTHS, RoundingMode.HALF_UP));
  }

  private static String brightness(BigDecimal percent) {
    int value = percent.multiply(BRIGHTNESS).intValue();
    int bounded = Math.clamp(value, -MOST_BRIGHTNESS, MOST_BRIGHTNESS);
    return (bounded < 0 ? "N" : "") + Math.abs(bounded);
  }

  private static Optional<String> hundredth(String value) {
    return Values.number(value).map(number -> plain(number.movePointLeft(HUNDREDTHS)));
  }

  private static Optional<String> seconds(String value) {
    return Values.number(value)
        .map(number -> number.setScale(HUNDREDTHS, RoundingMode.HALF_UP).toPlainString());
  }

  private static String doubled(String digits) {
    return digits
        .chars()
        .mapToObj(Character::toString)
        .map(digit -> digit.repeat(2))
        .collect(Collectors.joining());
  }

  /** Alpha of a byte becomes one of per cent, below 100. */
  private static String withAlpha(String digits) {
    String upper = digits.toUpperCase(Locale.ROOT);
    if (digits.length() == 6) {
      return upper;
    }
    double share = Integer.parseInt(digits.substring(6), 16) / 255.0;
    return upper.substring(0, 6) + "%02d".formatted(Math.min(Math.round(share * 100), MOST_ALPHA));
  }

  private static String plain(BigDecimal number) {
    String digits = number.stripTrailingZeros().toPlainString();
    return digits.replace('-', 'N');
  }
}
