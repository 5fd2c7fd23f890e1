package io.tintype.dialect.cloudinary;

import io.tintype.dialect.Values;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** Reads ratios: {@code 16:9}. */
final class Ratios {
  private Ratios() {}

  /** The first number divided by the second; empty if a text is no ratio of positive numbers. */
  static Optional<BigDecimal> read(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    Optional<BigDecimal> second =
        Values.number(text.substring(colon + 1)).filter(number -> number.signum() > 0);
    return Values.number(text.substring(0, colon))
        .filter(number -> number.signum() > 0)
        .flatMap(first -> second.map(other -> first.divide(other, MathContext.DECIMAL128)));
  }
}
