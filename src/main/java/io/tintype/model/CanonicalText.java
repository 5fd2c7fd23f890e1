package io.tintype.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** How the smallest parts of a canonical text are printed. */
final class CanonicalText {
  private static final int SIGNIFICANT_DIGITS = 9;

  private CanonicalText() {}

  static String number(double value) {
    return new BigDecimal(value)
        .round(new MathContext(SIGNIFICANT_DIGITS))
        .stripTrailingZeros()
        .toPlainString();
  }

  static String color(Color color) {
    String hex =
        String.format(Locale.ROOT, "#%02x%02x%02x", color.red(), color.green(), color.blue());
    return color.isOpaque() ? hex : hex + "@" + number(color.alpha());
  }

  static String call(String name, String... arguments) {
    return name + "(" + String.join(",", arguments) + ")";
  }

  static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Somebody else's text, so that it can be told from ours. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            character -> {
              if (character == '"' || character == '\\') {
                quoted.append('\\').appendCodePoint(character);
              } else if (Character.isISOControl(character)) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", character));
              } else {
                quoted.appendCodePoint(character);
              }
            });
    return quoted.append('"').toString();
  }
}
