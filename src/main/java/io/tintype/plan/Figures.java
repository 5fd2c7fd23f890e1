package io.tintype.plan;

import io.tintype.model.Expression;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Computes the numbers of a step. One that cannot be computed, or not be used, goes to the
 * shortfall and counts as not given.
 *
 * @param evaluator knows the pictures that take part
 * @param shortfall where useless numbers are told
 */
record Figures(Evaluator evaluator, Shortfall shortfall) {
  /**
   * A number of pixels, rounded half up.
   *
   * @param parameter as the URL would name it
   */
  OptionalLong pixels(String parameter, Expression expression, Quantity quantity) {
    OptionalLong pixels = evaluator.pixels(expression);
    if (pixels.isPresent() && quantity.takes((double) pixels.getAsLong())) {
      return pixels;
    }
    tell(parameter, expression, quantity);
    return OptionalLong.empty();
  }

  /**
   * A number as it comes out.
   *
   * @param parameter as the URL would name it
   */
  OptionalDouble number(String parameter, Expression expression, Quantity quantity) {
    OptionalDouble value = evaluator.value(expression);
    if (value.isPresent() && quantity.takes(value.getAsDouble())) {
      return value;
    }
    tell(parameter, expression, quantity);
    return OptionalDouble.empty();
  }

  private static String shortly(double value) {
    return Math.abs(value) <= Integer.MAX_VALUE ? Spelling.of(value) : Double.toString(value);
  }

  private void tell(String parameter, Expression expression, Quantity quantity) {
    OptionalDouble value = evaluator.value(expression);
    String result = value.isPresent() ? shortly(value.getAsDouble()) : "no number";
    shortfall.refuse(
        parameter,
        Spelling.of(expression),
        "arithmetic that gives %s (here it gives %s)".formatted(quantity.words(), result));
  }
}
