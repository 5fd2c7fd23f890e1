package io.tintype.model;

import java.util.List;
import java.util.stream.Collectors;

/** Prints what is computed and compared, with all brackets. */
final class CanonicalExpression {
  private CanonicalExpression() {}

  static String print(Expression expression) {
    return switch (expression) {
      case Expression.Constant(var value) -> CanonicalText.number(value);
      case Expression.Property(var subject, var measure) ->
          CanonicalText.name(subject) + "." + CanonicalText.name(measure);
      case Expression.Operation(var operator, var left, var right) ->
          "(" + print(left) + " " + operator.word() + " " + print(right) + ")";
    };
  }

  static String print(Condition condition) {
    return switch (condition) {
      case Condition.Comparison(var left, var relation, var right) ->
          print(left) + " " + CanonicalText.name(relation) + " " + print(right);
      case Condition.All(var none) when none.isEmpty() -> "true";
      case Condition.Any(var none) when none.isEmpty() -> "false";
      case Condition.All(var conditions) -> joined(conditions, " and ");
      case Condition.Any(var conditions) -> joined(conditions, " or ");
    };
  }

  private static String joined(List<Condition> conditions, String word) {
    return conditions.stream()
        .map(CanonicalExpression::print)
        .collect(Collectors.joining(word, "(", ")"));
  }
}
