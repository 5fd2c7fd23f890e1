package io.tintype.dialect.cloudinary;

import io.tintype.model.Expression;
import io.tintype.model.Expression.Measure;
import io.tintype.model.Expression.Operation;
import io.tintype.model.Expression.Operator;
import io.tintype.model.Expression.Property;
import io.tintype.model.Expression.Subject;
import io.tintype.model.Extent;

/**
 * A length as a URL has it.
 *
 * @param number of pixels, or a multiple of a side
 * @param relative whether it is a multiple: numbers with a dot are
 */
record Length(Expression number, boolean relative) {
  static final Length ZERO = new Length(Expression.of(0), false);

  private static final double HALF = 0.5;

  /**
   * In pixels.
   *
   * @param of whose side it may be a multiple of
   * @param density device pixels of what is given in pixels
   */
  Expression pixels(Subject of, Measure side, double density) {
    Expression plain =
        relative ? new Operation(Operator.MULTIPLY, new Property(of, side), number) : number;
    if (density == 1) {
      return plain;
    }
    return plain instanceof Expression.Constant(var value)
        ? Expression.of(value * density)
        : new Operation(Operator.MULTIPLY, plain, Expression.of(density));
  }

  /** As the side of a box, likewise. */
  Extent extent(Subject of, Measure side, double density) {
    return pixels(of, side, density) instanceof Expression.Constant(var value)
        ? new Extent.Pixels((int) Math.max(1, Math.floor(value + HALF)))
        : new Extent.Computed(pixels(of, side, density));
  }

  /** The same length, with what it says of the current picture said of the one below. */
  Length ofBase() {
    return new Length(ofBase(number), relative);
  }

  private static Expression ofBase(Expression number) {
    return switch (number) {
      case Expression.Constant constant -> constant;
      case Property(var subject, var measure) when subject == Subject.CURRENT ->
          new Property(Subject.BASE, measure);
      case Property other -> other;
      case Operation(var operator, var left, var right) ->
          new Operation(operator, ofBase(left), ofBase(right));
    };
  }

  /** The same length in the other direction. */
  Length negative() {
    return number instanceof Expression.Constant(var value)
        ? new Length(Expression.of(0 - value), relative)
        : new Length(new Operation(Operator.SUBTRACT, Expression.of(0), number), relative);
  }
}
