package io.tintype.config;

import java.math.BigDecimal;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads numbers of bytes: {@code 40MiB}, {@code 1.5GiB}; without a unit they are bytes. */
public final class ByteSize {
  static final Pattern PATTERN =
      Pattern.compile("([0-9]{1,12}(?:\\.[0-9]{1,3})?) ?(|B|KiB|MiB|GiB)");

  private ByteSize() {}

  /** Empty if the text is no size. */
  public static OptionalLong parse(String text) {
    Matcher matcher = PATTERN.matcher(text);
    if (!matcher.matches()) {
      return OptionalLong.empty();
    }
    int shift =
        switch (matcher.group(2)) {
          case "KiB" -> 10;
          case "MiB" -> 20;
          case "GiB" -> 30;
          default -> 0;
        };
    BigDecimal bytes = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(1L << shift));
    // Twelve digits of GiB exceed a long; no machine has them.
    return bytes.toBigInteger().bitLength() > 62
        ? OptionalLong.empty()
        : OptionalLong.of(bytes.longValue());
  }
}
