package io.tintype.config;

import java.math.BigDecimal;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads numbers of pixels: {@code 100MP}, {@code 2.5MP}; without a unit they are pixels. */
public final class PixelCount {
  static final Pattern PATTERN = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,3})?) ?(|MP)");

  private static final BigDecimal MEGA = BigDecimal.valueOf(1_000_000);

  private PixelCount() {}

  /** Empty if the text is no number of pixels. */
  public static OptionalLong parse(String text) {
    Matcher matcher = PATTERN.matcher(text);
    if (!matcher.matches()) {
      return OptionalLong.empty();
    }
    BigDecimal number = new BigDecimal(matcher.group(1));
    BigDecimal pixels = matcher.group(2).isEmpty() ? number : number.multiply(MEGA);
    return OptionalLong.of(pixels.longValue());
  }
}
