package io.tintype.dialect.imagekit;

import io.tintype.dialect.Colors;
import io.tintype.dialect.Reading;
import io.tintype.dialect.ValueReader;
import io.tintype.dialect.Values;
import io.tintype.model.Color;
import io.tintype.model.Extent;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Readers of values that are written in ImageKit's own way. */
final class ImageKitValues {
  /** Larger sides are ignored, says ImageKit's page on limits. */
  private static final int MAX_SIDE = 65_535;

  private static final int COLOR_DIGITS = 6;
  private static final double PERCENT = 100;
  private static final BigDecimal FULL_TURN = BigDecimal.valueOf(360);
  private static final Pattern PERCENT_DIGITS = Pattern.compile("[0-9]{2}");
  private static final Pattern RATIO = Pattern.compile("([0-9.]+)[-_]([0-9.]+)");

  /** {@code iw_div_2}, {@code 10_add_5}, {@code ih}: evaluated in a later release. */
  private static final Pattern EXPRESSION =
      Pattern.compile(
          "(?:[icb](?:w|h|ar)|idn|idu|bdu)(?:_.*)?|[0-9.]+_(?:add|sub|mul|div|mod|pow)_.*");

  private ImageKitValues() {}

  /** Arithmetic, which is not evaluated yet. */
  static boolean isExpression(String text) {
    return EXPRESSION.matcher(text).matches();
  }

  /** A side: pixels, or a fraction of the input's side. */
  static ValueReader<Extent> side() {
    return Values.of(
            "a number of pixels from 1 to " + MAX_SIDE + " or a fraction between 0 and 1",
            text -> Values.number(text).flatMap(number -> side(number, text)))
        .notYet(ImageKitValues::isExpression);
  }

  /** The integer 1 is a pixel; 1.0 is, like every smaller fraction, a share. */
  private static Optional<Extent> side(BigDecimal number, String text) {
    boolean share = number.compareTo(BigDecimal.ONE) < 0;
    boolean whole = number.compareTo(BigDecimal.ONE) == 0 && text.indexOf('.') >= 0;
    if (number.signum() > 0 && (share || whole)) {
      return Optional.of(new Extent.OfSource(number.doubleValue()));
    }
    return integer(text, 1, MAX_SIDE).map(Extent.Pixels::new);
  }

  /** A coordinate in pixels. */
  static ValueReader<Integer> coordinate() {
    return Values.of("a number of pixels", text -> integer(withSign(text), -MAX_SIDE, MAX_SIDE))
        .notYet(ImageKitValues::isExpression);
  }

  /** Width to height: {@code 4-3}, {@code 4_3} or {@code 1.33}. */
  static ValueReader<Double> ratio() {
    return Values.of("a ratio such as 4-3", ImageKitValues::ratio)
        .notYet(ImageKitValues::isExpression);
  }

  private static Optional<Double> ratio(String text) {
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

  /** A colour keyword, {@code RRGGBB}, {@code RGB}, or {@code RRGGBBAA} with AA a percentage. */
  static ValueReader<Color> color() {
    return Values.of("a colour such as FF0000, FF000050 or red", ImageKitValues::color);
  }

  private static Optional<Color> color(String text) {
    if (text.length() != COLOR_DIGITS + 2 || !PERCENT_DIGITS.matcher(tail(text)).matches()) {
      return Colors.hex(text).or(() -> Colors.named(text));
    }
    double alpha = integer(tail(text), 0, 99).orElseThrow() / PERCENT;
    return Colors.hex(text.substring(0, COLOR_DIGITS))
        .map(solid -> new Color(solid.red(), solid.green(), solid.blue(), alpha));
  }

  private static String tail(String text) {
    return text.substring(COLOR_DIGITS);
  }

  private static Optional<Integer> integer(String text, int least, int most) {
    return value(Values.integer(least, most), text);
  }

  private static Optional<Double> number(String text) {
    return Values.number(text).map(BigDecimal::doubleValue);
  }

  /** ImageKit writes a minus as {@code N}. */
  private static String withSign(String text) {
    return text.startsWith("N") ? "-" + text.substring(1) : text;
  }

  private static <T> Optional<T> value(ValueReader<T> reader, String text) {
    return reader.read(text) instanceof Reading.Value<T>(var value)
        ? Optional.of(value)
        : Optional.empty();
  }
}
