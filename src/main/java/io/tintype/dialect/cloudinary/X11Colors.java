package io.tintype.dialect.cloudinary;

import io.tintype.dialect.Colors;
import io.tintype.model.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Names of colours that X11 has and SVG has not, {@code rosybrown3} for example (X.Org, rgb.txt),
 * and two more of ImageMagick's.
 */
final class X11Colors {
  private static final String FILE = "x11-colors.txt";
  private static final Map<String, String> DIGITS = read();

  private X11Colors() {}

  /** A colour by its name in any letter case. */
  static Optional<Color> named(String name) {
    return Optional.ofNullable(DIGITS.get(name.toLowerCase(Locale.ROOT))).flatMap(Colors::hex);
  }

  private static Map<String, String> read() {
    try (InputStream file = X11Colors.class.getResourceAsStream(FILE)) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .map(line -> line.split(" "))
          .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> row[1]));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
