package io.tintype.dialect.cloudinary;

import io.tintype.model.Color;
import io.tintype.model.Condition;
import io.tintype.model.Expression;
import io.tintype.model.Expression.Measure;
import io.tintype.model.Expression.Operation;
import io.tintype.model.Expression.Operator;
import io.tintype.model.Expression.Property;
import io.tintype.model.Expression.Subject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes numbers, colours, arithmetic and conditions. */
final class ValueWriter {
  /** True, since nobody defines it. */
  private static final String TRUE = "isndef_$undefined";

  private static final String FALSE = "isdef_$undefined";
  private static final double BYTE_MAX = 255;
  private static final int LARGEST_TERM = 100;
  private static final Map<Operator, String> OPERATORS =
      Map.of(
          Operator.ADD, "add",
          Operator.SUBTRACT, "sub",
          Operator.MULTIPLY, "mul",
          Operator.DIVIDE, "div",
          Operator.MODULO, "mod",
          Operator.POWER, "pow");
  private static final Map<Condition.Relation, String> RELATIONS =
      Map.of(
          Condition.Relation.EQUAL, "eq",
          Condition.Relation.NOT_EQUAL, "ne",
          Condition.Relation.GREATER, "gt",
          Condition.Relation.GREATER_OR_EQUAL, "gte",
          Condition.Relation.LESS, "lt",
          Condition.Relation.LESS_OR_EQUAL, "lte");

  private ValueWriter() {}

  static String number(double value) {
    return value == 0 ? "0" : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /** As an integer, since levels have no fraction. */
  static String level(double value) {
    return Long.toString(Math.round(value));
  }

  static String color(Color color) {
    if (color.equals(Color.WHITE) || color.equals(Color.BLACK)) {
      return color.equals(Color.WHITE) ? "white" : "black";
    }
    String opaque =
        String.format(Locale.ROOT, "rgb:%02x%02x%02x", color.red(), color.green(), color.blue());
    return color.isOpaque()
        ? opaque
        : opaque + String.format(Locale.ROOT, "%02x", Math.round(color.alpha() * BYTE_MAX));
  }

  /** A ratio of small whole numbers, if there is one. */
  static Optional<String> ratio(Expression ratio) {
    if (!(ratio instanceof Expression.Constant(var value))) {
      return arithmetic(ratio);
    }
    for (int high = 1; high <= LARGEST_TERM; high++) {
      double wide = Math.rint(value * high);
      if (wide >= 1 && wide / high == value) {
        return Optional.of(number(wide) + ":" + high);
      }
    }
    return Optional.of(number(value));
  }

  /**
   * A length: a number of pixels, a multiple with a dot, or arithmetic.
   *
   * @param of whose side multiples are of
   */
  static Optional<String> length(Expression length, Subject of, Measure side) {
    if (length instanceof Operation(Operator operator, Expression left, Expression right)
        && operator == Operator.MULTIPLY
        && left.equals(new Property(of, side))
        && right instanceof Expression.Constant(var share)) {
      String written = number(share);
      return Optional.of(written.indexOf('.') < 0 ? written + ".0" : written);
    }
    return arithmetic(of == Subject.BASE ? ofCurrent(length) : length);
  }

  /** Arithmetic without brackets, which the language has not; empty if it takes some. */
  static Optional<String> arithmetic(Expression expression) {
    return plain(expression)
        .filter(text -> ExpressionReader.read(text).filter(expression::equals).isPresent());
  }

  /** Empty if it takes brackets, or speaks of another picture. */
  static Optional<String> condition(Condition condition) {
    return switch (condition) {
      case Condition.All(var none) when none.isEmpty() -> Optional.of(TRUE);
      case Condition.Any(var none) when none.isEmpty() -> Optional.of(FALSE);
      case Condition.All(var all) -> joined(all, "_and_");
      case Condition.Any(var any) -> joined(any, "_or_");
      case Condition.Comparison(var left, var relation, var right) ->
          arithmetic(left)
              .flatMap(
                  one ->
                      arithmetic(right)
                          .map(other -> one + "_" + RELATIONS.get(relation) + "_" + other));
    };
  }

  private static Optional<String> joined(List<Condition> conditions, String word) {
    List<String> parts = new ArrayList<>();
    conditions.forEach(part -> condition(part).ifPresent(parts::add));
    return parts.size() == conditions.size()
        ? Optional.of(String.join(word, parts))
        : Optional.empty();
  }

  private static Optional<String> plain(Expression expression) {
    return switch (expression) {
      case Expression.Constant(var value) -> Optional.of(number(value));
      case Property(var subject, var measure) -> name(subject, measure);
      case Operation(var operator, var left, var right) ->
          plain(left)
              .flatMap(
                  one ->
                      plain(right).map(other -> one + "_" + OPERATORS.get(operator) + "_" + other));
    };
  }

  private static Optional<String> name(Subject subject, Measure measure) {
    String plain =
        switch (measure) {
          case WIDTH -> "w";
          case HEIGHT -> "h";
          case ASPECT_RATIO -> "ar";
          case DENSITY -> "dn";
          case PAGES -> "pc";
        };
    boolean ofSource = measure == Measure.DENSITY || measure == Measure.PAGES;
    return switch (subject) {
      case INITIAL -> Optional.of(measure == Measure.PAGES ? plain : "i" + plain);
      case CURRENT -> Optional.of(plain).filter(_ -> !ofSource);
      case BASE -> Optional.empty();
    };
  }

  /** What is said of the base where that is the only picture there is. */
  private static Expression ofCurrent(Expression expression) {
    return switch (expression) {
      case Expression.Constant constant -> constant;
      case Property(var subject, var measure) ->
          new Property(subject == Subject.BASE ? Subject.CURRENT : subject, measure);
      case Operation(var operator, var left, var right) ->
          new Operation(operator, ofCurrent(left), ofCurrent(right));
    };
  }
}
