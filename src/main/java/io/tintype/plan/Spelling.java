package io.tintype.plan;

import io.tintype.model.Condition;
import io.tintype.model.Expression;
import io.tintype.model.Expression.Measure;
import io.tintype.model.Expression.Operation;
import io.tintype.model.Expression.Property;
import io.tintype.model.Expression.Subject;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes arithmetic as a URL has it, for reports. A grammar without brackets makes trees whose
 * leaves are in the order of the text, whatever binds tighter: so no tree needs brackets here.
 */
final class Spelling {
  private Spelling() {}

  static String of(Expression expression) {
    return switch (expression) {
      case Expression.Constant(var value) -> of(value);
      case Property(_, var measure) when measure == Measure.PAGES -> of(measure);
      case Property(var subject, var measure) -> of(subject) + of(measure);
      case Operation(var operator, var left, var right) ->
          of(left) + "_" + of(operator) + "_" + of(right);
    };
  }

  static String of(Condition condition) {
    return switch (condition) {
      case Condition.Comparison(var left, var relation, var right) ->
          compared(left) + "_" + of(relation) + "_" + of(right);
      case Condition.All(var conditions) -> joined(conditions, "_and_");
      case Condition.Any(var conditions) -> joined(conditions, "_or_");
    };
  }

  /** Without an exponent, and no digit more than it takes. */
  static String of(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  private static String joined(List<Condition> conditions, String word) {
    return conditions.stream().map(Spelling::of).collect(Collectors.joining(word));
  }

  /** Conditions are about the current picture, unless they say otherwise. */
  private static String compared(Expression expression) {
    return expression instanceof Property(var subject, var measure) && subject == Subject.CURRENT
        ? of(measure)
        : of(expression);
  }

  private static String of(Subject subject) {
    return switch (subject) {
      case INITIAL -> "i";
      case CURRENT -> "c";
      case BASE -> "b";
    };
  }

  private static String of(Measure measure) {
    return switch (measure) {
      case WIDTH -> "w";
      case HEIGHT -> "h";
      case ASPECT_RATIO -> "ar";
      case DENSITY -> "dn";
      case PAGES -> "pc";
    };
  }

  private static String of(Expression.Operator operator) {
    return switch (operator) {
      case ADD -> "add";
      case SUBTRACT -> "sub";
      case MULTIPLY -> "mul";
      case DIVIDE -> "div";
      case MODULO -> "mod";
      case POWER -> "pow";
    };
  }

  private static String of(Condition.Relation relation) {
    return switch (relation) {
      case EQUAL -> "eq";
      case NOT_EQUAL -> "ne";
      case GREATER -> "gt";
      case GREATER_OR_EQUAL -> "gte";
      case LESS -> "lt";
      case LESS_OR_EQUAL -> "lte";
    };
  }
}
