package io.tintype.dialect.cloudinary;

import io.tintype.dialect.Colors;
import io.tintype.dialect.Reading;
import io.tintype.dialect.ValueReader;
import io.tintype.dialect.Values;
import io.tintype.model.Color;
import io.tintype.model.Expression;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Readers of values that several of Cloudinary's parameters have in common. */
final class CloudinaryValues {
  /** No side and no offset may be longer; results have limits of their own. */
  static final int LONGEST = 65_535;

  private static final int BYTE_MAX = 255;
  private static final int HEX = 16;
  private static final String RGB = "rgb:";
  private static final Pattern DIGITS = Pattern.compile("[0-9A-Fa-f]{3,8}");

  private CloudinaryValues() {}

  /** A side: pixels, a multiple if it has a dot, or a sum; above 0. */
  static ValueReader<Length> side() {
    return Values.of(
        "a number of pixels, a multiple such as 0.5 or 1.0, or an expression; above 0",
        text -> length(text, number -> number > 0));
  }

  /** An offset, also backwards. */
  static ValueReader<Length> offset() {
    return Values.of(
        "a number of pixels, a share such as 0.1, or an expression",
        text -> length(text, _ -> true));
  }

  /** Width divided by height. */
  static ValueReader<Expression> ratio() {
    return Values.of(
        "a ratio such as 16:9 or 1.5, above 0",
        text ->
            ExpressionReader.read(text)
                .filter(
                    ratio ->
                        !(ratio instanceof Expression.Constant(var value))
                            || (value > 0 && value <= LONGEST)));
  }

  /** A name, or {@code rgb:} and 3, 4, 6 or 8 hexadecimal digits, the last of them for alpha. */
  static ValueReader<Color> color() {
    return Values.of(
        "a colour: a name, or rgb: and 3, 4, 6 or 8 hexadecimal digits",
        text -> {
          String digits = text.startsWith(RGB) ? text.substring(RGB.length()) : text;
          String bare = digits.startsWith("#") ? digits.substring(1) : digits;
          return bare.equals(text) ? known(text) : hex(bare);
        });
  }

  private static Optional<Color> known(String text) {
    return Colors.named(text).or(() -> X11Colors.named(text)).or(() -> hex(text));
  }

  /** 3, 4, 6 or 8 hexadecimal digits. */
  static Optional<Color> hex(String digits) {
    if (!DIGITS.matcher(digits).matches()) {
      return Optional.empty();
    }
    return switch (digits.length()) {
      case 3, 6 -> Colors.hex(digits);
      case 4 ->
          Colors.hex(digits.substring(0, 3)).map(color -> clear(color, digits.repeat(2), 3, 8));
      case 8 -> Colors.hex(digits.substring(0, 6)).map(color -> clear(color, digits, 6, 8));
      default -> Optional.empty();
    };
  }

  /** A number within bounds, both included; sums of numbers are computed. */
  static ValueReader<Double> number(double least, double most) {
    ValueReader<Double> written = Values.decimal(least, most);
    return new ValueReader<>(
        written.expected(),
        text ->
            ExpressionReader.read(text)
                .map(expression -> known(expression, least, most))
                .orElseGet(Reading.Invalid::new));
  }

  /** The same, rounded half up. */
  static ValueReader<Integer> integer(int least, int most) {
    return number(least, most)
        .map(number -> Values.rounded(BigDecimal.valueOf(number)))
        .called("an integer from " + least + " to " + most);
  }

  private static Reading<Double> known(Expression expression, double least, double most) {
    if (!(expression instanceof Expression.Constant(var value))) {
      return new Reading.Unsupported<>("needs a number that does not follow from the picture");
    }
    return value >= least && value <= most ? new Reading.Value<>(value) : new Reading.Invalid<>();
  }

  /** An integer behind an optional colon, or the usual one. */
  static ValueReader<Integer> level(int least, int most, int usual) {
    ValueReader<Integer> given = Values.integer(least, most);
    return new ValueReader<>(
        given.expected(), text -> text.isEmpty() ? new Reading.Value<>(usual) : given.read(text));
  }

  private static Optional<Length> length(String text, Predicate<Double> allowed) {
    boolean dotted = text.indexOf('.') >= 0 && Values.number(text).isPresent();
    return ExpressionReader.read(text)
        .filter(
            expression ->
                !(expression instanceof Expression.Constant(var value))
                    || (allowed.test(value) && Math.abs(value) <= LONGEST))
        .map(expression -> new Length(expression, dotted));
  }

  private static Color clear(Color color, String digits, int from, int to) {
    String alpha =
        to - from > 2 ? digits.substring(from, from + 1).repeat(2) : digits.substring(from, to);
    return new Color(
        color.red(), color.green(), color.blue(), Integer.parseInt(alpha, HEX) / (double) BYTE_MAX);
  }
}
