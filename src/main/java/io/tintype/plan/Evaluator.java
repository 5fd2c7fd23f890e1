package io.tintype.plan;

import io.tintype.model.Condition;
import io.tintype.model.Expression;
import io.tintype.model.Expression.Measure;
import io.tintype.model.Expression.Subject;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Computes numbers and answers questions about the pictures that take part. What cannot be computed
 * (a division by zero, a picture that does not take part) is empty; {@link Figures} tells of it.
 *
 * @param pictures whose properties are known
 */
record Evaluator(Map<Subject, Measured> pictures) {
  /** Ratios of whole sides are hardly ever equal to written ones. */
  private static final double SAME_RATIO = 0.001;

  private static final double HALF = 0.5;

  Evaluator {
    pictures = Map.copyOf(pictures);
  }

  /** A finite number. */
  OptionalDouble value(Expression expression) {
    return switch (expression) {
      case Expression.Constant(var value) -> OptionalDouble.of(value);
      case Expression.Property(var subject, var measure) -> {
        Measured picture = pictures.get(subject);
        yield picture == null ? OptionalDouble.empty() : OptionalDouble.of(picture.get(measure));
      }
      case Expression.Operation operation -> result(operation);
    };
  }

  /** A number of pixels, rounded half up; what does not fit into an int becomes its limit. */
  OptionalLong pixels(Expression expression) {
    OptionalDouble value = value(expression);
    return value.isPresent() ? OptionalLong.of(rounded(value.getAsDouble())) : OptionalLong.empty();
  }

  /** Whether a condition holds; one about something that cannot be computed does not. */
  boolean holds(Condition condition) {
    return switch (condition) {
      case Condition.All(var conditions) -> conditions.stream().allMatch(this::holds);
      case Condition.Any(var conditions) -> conditions.stream().anyMatch(this::holds);
      case Condition.Comparison comparison -> holds(comparison);
    };
  }

  static long rounded(double value) {
    return Math.clamp((long) Math.floor(value + HALF), Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  private OptionalDouble result(Expression.Operation operation) {
    OptionalDouble left = value(operation.left());
    OptionalDouble right = value(operation.right());
    if (left.isEmpty() || right.isEmpty()) {
      return OptionalDouble.empty();
    }
    double result = operation.operator().apply(left.getAsDouble(), right.getAsDouble());
    return Double.isFinite(result) ? OptionalDouble.of(result) : OptionalDouble.empty();
  }

  private boolean holds(Condition.Comparison comparison) {
    OptionalDouble left = value(comparison.left());
    OptionalDouble right = value(comparison.right());
    if (left.isEmpty() || right.isEmpty()) {
      return false;
    }
    boolean ratios = aboutRatios(comparison.left()) || aboutRatios(comparison.right());
    int order = order(left.getAsDouble(), right.getAsDouble(), ratios ? SAME_RATIO : 0);
    return switch (comparison.relation()) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case GREATER -> order > 0;
      case GREATER_OR_EQUAL -> order >= 0;
      case LESS -> order < 0;
      case LESS_OR_EQUAL -> order <= 0;
    };
  }

  private static int order(double left, double right, double tolerance) {
    if (left == right || Math.abs(left - right) < tolerance) {
      return 0;
    }
    return left < right ? -1 : 1;
  }

  private static boolean aboutRatios(Expression expression) {
    return switch (expression) {
      case Expression.Constant _ -> false;
      case Expression.Property(_, var measure) -> measure == Measure.ASPECT_RATIO;
      case Expression.Operation(_, var left, var right) -> aboutRatios(left) || aboutRatios(right);
    };
  }
}
