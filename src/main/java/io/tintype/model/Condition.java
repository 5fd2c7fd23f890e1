package io.tintype.model;

import java.util.List;

/** A question about the sizes of pictures, answered when the step is reached. */
public sealed interface Condition {
  /** Compares two numbers; aspect ratios are equal when they differ by less than a thousandth. */
  record Comparison(Expression left, Relation relation, Expression right) implements Condition {}

  /** Every one of these holds. */
  record All(List<Condition> conditions) implements Condition {
    public All {
      conditions = List.copyOf(conditions);
    }
  }

  /** At least one of these holds. */
  record Any(List<Condition> conditions) implements Condition {
    public Any {
      conditions = List.copyOf(conditions);
    }
  }

  /** How two numbers may relate. */
  enum Relation {
    EQUAL,
    NOT_EQUAL,
    GREATER,
    GREATER_OR_EQUAL,
    LESS,
    LESS_OR_EQUAL
  }
}
