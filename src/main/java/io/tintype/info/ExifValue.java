package io.tintype.info;

import com.drew.lang.Rational;
import com.drew.metadata.StringValue;
import io.vertx.core.json.JsonArray;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One value of an EXIF block as JSON has it: a number, a text, or a row of numbers. */
final class ExifValue {
  /** Longer texts are cut: comments may fill the whole block. */
  private static final int MOST_CHARACTERS = 1024;

  /** Longer rows are left out: they are tables and embedded files, not values. */
  private static final int MOST_NUMBERS = 64;

  private ExifValue() {}

  /** Empty for what has no meaning in JSON: numbers that are none, and long binary data. */
  static Optional<Object> of(Object value) {
    return switch (value) {
      case Rational rational -> number(rational.doubleValue());
      case Float number -> number(number);
      case Double number -> number(number);
      case Number number -> Optional.of(number);
      case StringValue text -> text(text.toString(StandardCharsets.UTF_8));
      case String text -> text(text);
      case byte[] bytes when isText(bytes) -> text(new String(bytes, StandardCharsets.US_ASCII));
      default -> value.getClass().isArray() ? row(value) : Optional.empty();
    };
  }

  /** Whole numbers are written without a point. */
  private static Optional<Object> number(double value) {
    if (!Double.isFinite(value)) {
      return Optional.empty();
    }
    return Optional.of(value == Math.rint(value) ? (Object) (long) value : (Object) value);
  }

  private static Optional<Object> text(String value) {
    String stripped = value.replace("\0", "").strip();
    return Optional.of(
        stripped.length() > MOST_CHARACTERS ? stripped.substring(0, MOST_CHARACTERS) : stripped);
  }

  /** Versions are kept as bytes and meant as text: {@code 0221}. */
  private static boolean isText(byte[] bytes) {
    for (byte b : bytes) {
      if (b < ' ' || b > '~') {
        return false;
      }
    }
    return bytes.length > 0;
  }

  private static Optional<Object> row(Object array) {
    int length = Array.getLength(array);
    if (length > MOST_NUMBERS) {
      return Optional.empty();
    }
    JsonArray row = new JsonArray();
    for (int i = 0; i < length; i++) {
      Object item = Array.get(array, i);
      of(item instanceof Byte signed ? Integer.valueOf(Byte.toUnsignedInt(signed)) : item)
          .ifPresent(row::add);
    }
    return Optional.of(row);
  }
}
