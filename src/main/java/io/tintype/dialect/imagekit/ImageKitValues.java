package io.tintype.dialect.imagekit;

import io.tintype.dialect.Reading;
import io.tintype.dialect.ValueReader;
import io.tintype.dialect.Values;
import io.tintype.model.Color;
import io.tintype.model.Expression;
import io.tintype.model.Extent;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Readers of values that are written in ImageKit's own way. */
final class ImageKitValues {
  /** Larger sides are ignored, says ImageKit's page on limits. */
  static final int MAX_SIDE = 65_535;

  private static final BigDecimal FULL_TURN = BigDecimal.valueOf(360);
  private static final Pattern RATIO = Pattern.compile("([0-9.]+)[-_]([0-9.]+)");

  private ImageKitValues() {}

  /** What is written out, or else arithmetic over sizes. */
  static <T> ValueReader<T> orComputed(
      ValueReader<T> plain, Scope scope, Function<Expression, T> computed) {
    ExpressionReader arithmetic = new ExpressionReader(scope);
    return new ValueReader<>(
        plain.expected() + ", or arithmetic",
        text -> {
          Reading<T> reading = plain.read(text);
          return reading instanceof Reading.Invalid<T>
              ? arithmetic.read(text).map(computed)
              : reading;
        });
  }

  /** A side: pixels, or a fraction of the input's side. */
  static ValueReader<Extent> side(Scope scope) {
    ValueReader<Extent> plain =
        Values.of(
            "a number of pixels from 1 to " + MAX_SIDE + " or a fraction between 0 and 1",
            text -> Values.number(text).flatMap(number -> side(number, text)));
    return orComputed(plain, scope, Extent.Computed::new);
  }

  /** The integer 1 is a pixel; 1.0 is, like every smaller fraction, a share. */
  private static Optional<Extent> side(BigDecimal number, String text) {
    boolean share = number.compareTo(BigDecimal.ONE) < 0;
    boolean whole = number.compareTo(BigDecimal.ONE) == 0 && text.indexOf('.') >= 0;
    if (number.signum() > 0 && (share || whole)) {
      return Optional.of(new Extent.OfSource(number.doubleValue()));
    }
    return Values.value(Values.integer(1, MAX_SIDE), text).map(Extent.Pixels::new);
  }

  /** A side in pixels; a fraction would be of something that has no size yet. */
  static ValueReader<Extent> pixels(Scope scope) {
    ValueReader<Integer> integer = Values.integer(1, MAX_SIDE);
    ValueReader<Extent> plain =
        Values.of(
            integer.expected(),
            text ->
                Values.number(text)
                    .filter(number -> number.compareTo(BigDecimal.ONE) >= 0)
                    .flatMap(_ -> Values.value(integer, text))
                    .map(Extent.Pixels::new));
    return orComputed(plain, scope, Extent.Computed::new);
  }

  /**
   * A length in pixels.
   *
   * @param least 0 or 1
   */
  static ValueReader<Expression> length(int least, Scope scope) {
    return orComputed(
        Values.integer(least, MAX_SIDE).map(Expression::of), scope, Function.identity());
  }

  /** A coordinate in pixels. */
  static ValueReader<Expression> coordinate(Scope scope) {
    return orComputed(
        signed(Values.integer(-MAX_SIDE, MAX_SIDE))
            .called("a number of pixels")
            .map(Expression::of),
        scope,
        Function.identity());
  }

  /** Width to height: {@code 4-3}, {@code 4_3} or {@code 1.33}. */
  static ValueReader<Expression> ratio(Scope scope) {
    ValueReader<Expression> plain =
        Values.of("a ratio such as 4-3", text -> plainRatio(text).map(Expression::of));
    return orComputed(plain, scope, Function.identity());
  }

  /** Width to height, written out. */
  static Optional<Double> plainRatio(String text) {
    var matcher = RATIO.matcher(text);
    Optional<Double> ratio =
        matcher.matches()
            ? number(matcher.group(1)).flatMap(w -> number(matcher.group(2)).map(h -> w / h))
            : number(text);
    return ratio.filter(value -> value >= 1.0 / MAX_SIDE && value <= MAX_SIDE);
  }

  /** An angle, clockwise; read as the same one from 0 to below 360. */
  static ValueReader<Double> degrees() {
    return Values.of(
        "an angle such as 90 or N40",
        text -> Values.number(withSign(text)).map(ImageKitValues::normalized));
  }

  private static double normalized(BigDecimal angle) {
    BigDecimal rest = angle.remainder(FULL_TURN);
    double degrees = (rest.signum() < 0 ? rest.add(FULL_TURN) : rest).doubleValue();
    return degrees == FULL_TURN.doubleValue() ? 0 : degrees;
  }

  /** A colour, however it is written. */
  static ValueReader<Color> color() {
    return Paint.reader().map(Paint::color);
  }

  /** A reader that takes {@code N} for a minus, as ImageKit writes it. */
  static <T> ValueReader<T> signed(ValueReader<T> reader) {
    return new ValueReader<>(reader.expected(), text -> reader.read(withSign(text)));
  }

  /** With ImageKit's {@code N} as the minus it means. */
  static String withSign(String text) {
    return text.startsWith("N") ? "-" + text.substring(1) : text;
  }

  private static Optional<Double> number(String text) {
    return Values.number(text).map(BigDecimal::doubleValue);
  }
}
