package io.tintype.dialect;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Readers of the values that URL grammars have in common. */
public final class Values {
  /** Longer numbers mean nothing in pixels and cost time to read. */
  private static final int MAX_DIGITS = 32;

  private static final Pattern NUMBER = Pattern.compile("-?(?:[0-9]+(?:\\.[0-9]+)?|\\.[0-9]+)");

  private Values() {}

  /** A reader that understands a text or does not. */
  public static <T> ValueReader<T> of(String expected, Function<String, Optional<T>> reading) {
    return new ValueReader<>(
        expected,
        text -> reading.apply(text).<Reading<T>>map(Reading.Value::new).orElse(invalid()));
  }

  /** A plain decimal number, no exponent. */
  public static Optional<BigDecimal> number(String text) {
    if (text.length() > MAX_DIGITS || !NUMBER.matcher(text).matches()) {
      return Optional.empty();
    }
    return Optional.of(new BigDecimal(text));
  }

  /** A number within bounds, both included. */
  public static ValueReader<Double> decimal(double least, double most) {
    return of(
        "a number from " + plain(least) + " to " + plain(most),
        text ->
            number(text)
                .map(BigDecimal::doubleValue)
                .filter(value -> value >= least && value <= most));
  }

  /** A number rounded half up to an integer within bounds, both included. */
  public static ValueReader<Integer> integer(int least, int most) {
    return of(
        "an integer from " + least + " to " + most,
        text -> number(text).filter(value -> within(value, least, most)).map(Values::rounded));
  }

  /** Any number, rounded half up and moved to the nearer bound if it lies outside of both. */
  public static ValueReader<Integer> clamped(int least, int most) {
    BigDecimal low = BigDecimal.valueOf(least);
    BigDecimal high = BigDecimal.valueOf(most);
    return of(
        "a number from " + least + " to " + most,
        text -> number(text).map(value -> rounded(value.max(low).min(high))));
  }

  /** The value of a text, for readers that are made of others; empty unless it is one. */
  public static <T> Optional<T> value(ValueReader<T> reader, String text) {
    return reader.read(text) instanceof Reading.Value<T>(var value)
        ? Optional.of(value)
        : Optional.empty();
  }

  /** One of a few words. */
  public static <T> ValueReader<T> oneOf(Map<String, T> words) {
    String expected = "one of " + String.join(", ", words.keySet().stream().sorted().toList());
    return of(expected, text -> Optional.ofNullable(words.get(text)));
  }

  /** {@code true} or {@code false}. */
  public static ValueReader<Boolean> flag() {
    return oneOf(Map.of("true", true, "false", false)).called("true or false");
  }

  /** Rounds half up, so that 0.5 becomes 1 and -0.5 becomes 0. */
  public static int rounded(BigDecimal value) {
    return value.add(new BigDecimal("0.5")).setScale(0, RoundingMode.FLOOR).intValueExact();
  }

  private static boolean within(BigDecimal value, int least, int most) {
    BigDecimal whole = value.add(new BigDecimal("0.5")).setScale(0, RoundingMode.FLOOR);
    return whole.compareTo(BigDecimal.valueOf(least)) >= 0
        && whole.compareTo(BigDecimal.valueOf(most)) <= 0;
  }

  private static <T> Reading<T> invalid() {
    return new Reading.Invalid<>();
  }

  /** Without an exponent, and no digit more than it takes. */
  static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
