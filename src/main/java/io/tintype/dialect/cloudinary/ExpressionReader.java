package io.tintype.dialect.cloudinary;

import static java.util.Map.entry;

import io.tintype.dialect.Values;
import io.tintype.model.Expression;
import io.tintype.model.Expression.Measure;
import io.tintype.model.Expression.Operator;
import io.tintype.model.Expression.Property;
import io.tintype.model.Expression.Subject;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads arithmetic with the usual precedence: powers bind tightest, then products, quotients and
 * remainders, then sums and differences, each from left to right (Cloudinary, "User-defined
 * variables and arithmetic transformations").
 */
final class ExpressionReader {
  /** Brackets that only variables make: no URL can have control characters. */
  static final char OPEN = '\u0001';

  static final char CLOSE = '\u0002';

  /** More than any sensible sum has; trees are walked by recursion. */
  private static final int MOST_OPERANDS = 50;

  private static final int LOOSEST = 1;
  private static final int TIGHTEST = 3;

  private static final Map<String, Expression> PREDEFINED =
      Map.ofEntries(
          entry("w", new Property(Subject.CURRENT, Measure.WIDTH)),
          entry("width", new Property(Subject.CURRENT, Measure.WIDTH)),
          entry("h", new Property(Subject.CURRENT, Measure.HEIGHT)),
          entry("height", new Property(Subject.CURRENT, Measure.HEIGHT)),
          entry("ar", new Property(Subject.CURRENT, Measure.ASPECT_RATIO)),
          entry("iw", new Property(Subject.INITIAL, Measure.WIDTH)),
          entry("ih", new Property(Subject.INITIAL, Measure.HEIGHT)),
          entry("iar", new Property(Subject.INITIAL, Measure.ASPECT_RATIO)),
          entry("idn", new Property(Subject.INITIAL, Measure.DENSITY)),
          entry("pc", new Property(Subject.INITIAL, Measure.PAGES)),
          entry("cp", Expression.of(1)),
          entry("px", Expression.of(0)),
          entry("py", Expression.of(0)),
          // Without a model nobody counts faces, and nobody suspects illustrations.
          entry("fc", Expression.of(0)),
          entry("ils", Expression.of(0)));

  private static final Map<String, Operator> OPERATORS =
      Map.of(
          "add", Operator.ADD,
          "sub", Operator.SUBTRACT,
          "mul", Operator.MULTIPLY,
          "div", Operator.DIVIDE,
          "mod", Operator.MODULO,
          "pow", Operator.POWER);

  private final String text;
  private int at;
  private int operands;

  private ExpressionReader(String text) {
    this.text = text;
  }

  /** The number, name or sum that a text is; empty if it is none. */
  static Optional<Expression> read(String text) {
    ExpressionReader reader = new ExpressionReader(text);
    Expression whole = reader.sum(LOOSEST);
    return whole == null || reader.at < text.length() ? Optional.empty() : Optional.of(whole);
  }

  /** Operands whose operators bind at least so tightly. */
  private @Nullable Expression sum(int strength) {
    Expression left = strength > TIGHTEST ? operand() : sum(strength + 1);
    while (left != null) {
      Operator operator = operator(strength);
      if (operator == null) {
        return left;
      }
      Expression right = strength == TIGHTEST ? operand() : sum(strength + 1);
      left = right == null ? null : joined(operator, left, right);
    }
    return null;
  }

  /** Takes an operator of this strength, if one is next. */
  private @Nullable Operator operator(int strength) {
    if (at >= text.length() || text.charAt(at) != '_') {
      return null;
    }
    int end = wordEnd(at + 1);
    Operator operator = OPERATORS.get(text.substring(at + 1, end));
    if (operator == null
        || strength(operator) != strength
        || end >= text.length()
        || text.charAt(end) != '_') {
      return null;
    }
    at = end + 1;
    return operator;
  }

  private @Nullable Expression operand() {
    if (++operands > MOST_OPERANDS || at >= text.length()) {
      return null;
    }
    if (text.charAt(at) == OPEN) {
      at++;
      Expression inner = sum(LOOSEST);
      boolean closed = inner != null && at < text.length() && text.charAt(at) == CLOSE;
      at++;
      return closed ? inner : null;
    }
    int end = wordEnd(at);
    String word = text.substring(at, end);
    at = end;
    Expression predefined = PREDEFINED.get(word);
    return predefined != null
        ? predefined
        : number(word).map(number -> Expression.of(number.doubleValue())).orElse(null);
  }

  /** A decimal number, or a ratio such as 16:9. */
  private static Optional<BigDecimal> number(String word) {
    return Values.number(word).or(() -> Ratios.read(word));
  }

  private int wordEnd(int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) != '_' && text.charAt(end) != CLOSE) {
      end++;
    }
    return end;
  }

  private static int strength(Operator operator) {
    return switch (operator) {
      case ADD, SUBTRACT -> LOOSEST;
      case MULTIPLY, DIVIDE, MODULO -> LOOSEST + 1;
      case POWER -> TIGHTEST;
    };
  }

  /** Numbers that are known are computed here, so that equal intent reads equal. */
  private static Expression joined(Operator operator, Expression left, Expression right) {
    if (left instanceof Expression.Constant(var first)
        && right instanceof Expression.Constant(var second)) {
      double result = operator.apply(first, second);
      if (Double.isFinite(result)) {
        return Expression.of(result);
      }
    }
    return new Expression.Operation(operator, left, right);
  }
}
