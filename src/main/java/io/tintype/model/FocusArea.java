package io.tintype.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What matters most in a picture, as it is stored with the source: a rectangle in pixels of the
 * picture as it is meant to be seen, after its EXIF orientation. Nobody has compared it with the
 * picture yet, so it may lie outside.
 */
public record FocusArea(int x, int y, int width, int height) {
  private static final Pattern TEXT =
      Pattern.compile(
          "\\s*(\\d{1,9})\\s*,\\s*(\\d{1,9})\\s*,\\s*(\\d{1,9})\\s*,\\s*(\\d{1,9})\\s*");

  public FocusArea {
    Range.check("x", x, 0, Integer.MAX_VALUE);
    Range.check("y", y, 0, Integer.MAX_VALUE);
    Range.check("width", width, 1, Integer.MAX_VALUE);
    Range.check("height", height, 1, Integer.MAX_VALUE);
  }

  /** Reads ImageKit's {@code x,y,width,height}; empty if it is no area. */
  public static Optional<FocusArea> parse(String text) {
    Matcher numbers = TEXT.matcher(text);
    if (!numbers.matches()) {
      return Optional.empty();
    }
    int width = Integer.parseInt(numbers.group(3));
    int height = Integer.parseInt(numbers.group(4));
    return width == 0 || height == 0
        ? Optional.empty()
        : Optional.of(
            new FocusArea(
                Integer.parseInt(numbers.group(1)),
                Integer.parseInt(numbers.group(2)),
                width,
                height));
  }

  /** As ImageKit writes it. */
  public String text() {
    return "%d,%d,%d,%d".formatted(x, y, width, height);
  }
}
