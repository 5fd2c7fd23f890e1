package io.tintype.model;

import java.util.Locale;

/**
 * A number of a transformation: written out, or computed from the sizes of the pictures that take
 * part in it. A tree, so that a grammar decides about precedence once, while it reads.
 */
public sealed interface Expression {
  /** A number as it was written. */
  record Constant(double value) implements Expression {
    public Constant {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("number " + value);
      }
    }
  }

  /** A property of a picture, known when the step is reached. */
  record Property(Subject subject, Measure measure) implements Expression {}

  /** Two numbers and what to do with them. */
  record Operation(Operator operator, Expression left, Expression right) implements Expression {}

  /** Whose property it is. */
  enum Subject {
    /** The source of the chain the number stands in, before its first step. */
    INITIAL,
    /** The picture as it reaches the step. */
    CURRENT,
    /** The picture a layer is put on, as it reaches the layer. */
    BASE
  }

  /** What is measured. */
  enum Measure {
    /** Pixels. */
    WIDTH,
    /** Pixels. */
    HEIGHT,
    /** Width divided by height. */
    ASPECT_RATIO,
    /** Dots per inch, as the source states them; 72 if it does not. */
    DENSITY,
    /** Frames of an animation, pages of a document; 1 of a still picture. */
    PAGES
  }

  /** What is done with two numbers. */
  enum Operator {
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    /** Remainder of the division. */
    MODULO,
    POWER;

    /** The result; not finite for a division by zero. */
    public double apply(double left, double right) {
      return switch (this) {
        case ADD -> left + right;
        case SUBTRACT -> left - right;
        case MULTIPLY -> left * right;
        case DIVIDE -> left / right;
        case MODULO -> left % right;
        case POWER -> Math.pow(left, right);
      };
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A number as it was written. */
  static Expression of(double value) {
    return new Constant(value);
  }
}
