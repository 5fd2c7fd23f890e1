package io.tintype.dialect.imagekit;

import io.tintype.dialect.Reading;
import io.tintype.model.Expression;
import io.tintype.model.Expression.Measure;
import io.tintype.model.Expression.Operation;
import io.tintype.model.Expression.Operator;
import io.tintype.model.Expression.Property;
import io.tintype.model.Expression.Subject;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Writes numbers and arithmetic; what would take brackets, which there are not, is empty. */
final class ExpressionWriter {
  private static final ExpressionReader READER = new ExpressionReader(Scope.PICTURE);
  private static final Map<Operator, String> OPERATORS =
      Map.of(
          Operator.ADD, "add",
          Operator.SUBTRACT, "sub",
          Operator.MULTIPLY, "mul",
          Operator.DIVIDE, "div",
          Operator.MODULO, "mod",
          Operator.POWER, "pow");

  private ExpressionWriter() {}

  static Optional<String> write(Expression expression) {
    return expression instanceof Expression.Constant(var value)
        ? Optional.of(number(value))
        : plain(expression).filter(text -> isReadAs(text, expression));
  }

  static String number(double value) {
    String digits = BigDecimal.valueOf(Math.abs(value)).stripTrailingZeros().toPlainString();
    return value < 0 ? "N" + digits : digits;
  }

  private static boolean isReadAs(String text, Expression expression) {
    return READER.read(text) instanceof Reading.Value<Expression>(var read)
        && read.equals(expression);
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
    String picture =
        switch (subject) {
          case INITIAL -> "i";
          case CURRENT -> "c";
          case BASE -> "b";
        };
    return switch (measure) {
      case WIDTH -> Optional.of(picture + "w");
      case HEIGHT -> Optional.of(picture + "h");
      case ASPECT_RATIO -> Optional.of(picture + "ar");
      case DENSITY -> Optional.of(picture + "dn");
      case PAGES -> Optional.empty();
    };
  }
}
