package io.tintype.dialect;

import io.tintype.model.Color;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Readers of the ways to write a colour that URL grammars have in common. */
public final class Colors {
  private static final Pattern SHORT = Pattern.compile("[0-9a-fA-F]{3}");
  private static final Pattern LONG = Pattern.compile("[0-9a-fA-F]{6}");

  private Colors() {}

  /** Three or six hexadecimal digits. */
  public static Optional<Color> hex(String digits) {
    if (SHORT.matcher(digits).matches()) {
      return hex(digits.replaceAll("(.)", "$1$1"));
    }
    if (!LONG.matcher(digits).matches()) {
      return Optional.empty();
    }
    byte[] channels = HexFormat.of().parseHex(digits);
    return Optional.of(Color.opaque(channels[0] & 0xff, channels[1] & 0xff, channels[2] & 0xff));
  }

  /** A colour keyword of SVG 1.1 in any letter case, or {@code transparent}. */
  public static Optional<Color> named(String keyword) {
    return ColorNames.find(keyword.toLowerCase(Locale.ROOT));
  }
}
