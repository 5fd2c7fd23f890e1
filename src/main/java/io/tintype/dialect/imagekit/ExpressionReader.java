package io.tintype.dialect.imagekit;

import static java.util.Map.entry;

import io.tintype.dialect.Reading;
import io.tintype.dialect.Values;
import io.tintype.model.Expression;
import io.tintype.model.Expression.Measure;
import io.tintype.model.Expression.Operator;
import io.tintype.model.Expression.Property;
import io.tintype.model.Expression.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads arithmetic: {@code iw_mul_0.8_add_ih_mul_0.4}. Operators bind in four passes, each from
 * left to right, and a power binds loosest: {@code 2_mul_3_pow_2} is 36.
 */
final class ExpressionReader {
  /** More than any sensible sum has; what is read is a tree, and trees are walked by recursion. */
  private static final int MAX_OPERANDS = 50;

  private static final Map<String, Property> VARIABLES =
      Map.ofEntries(
          entry("iw", new Property(Subject.INITIAL, Measure.WIDTH)),
          entry("ih", new Property(Subject.INITIAL, Measure.HEIGHT)),
          entry("iar", new Property(Subject.INITIAL, Measure.ASPECT_RATIO)),
          entry("idn", new Property(Subject.INITIAL, Measure.DENSITY)),
          entry("cw", new Property(Subject.CURRENT, Measure.WIDTH)),
          entry("ch", new Property(Subject.CURRENT, Measure.HEIGHT)),
          entry("car", new Property(Subject.CURRENT, Measure.ASPECT_RATIO)),
          entry("bw", new Property(Subject.BASE, Measure.WIDTH)),
          entry("bh", new Property(Subject.BASE, Measure.HEIGHT)),
          entry("bar", new Property(Subject.BASE, Measure.ASPECT_RATIO)));

  /** Durations of the source and of a layer's base. */
  private static final Set<String> VIDEO_VARIABLES = Set.of("idu", "bdu");

  private static final Map<String, Operator> OPERATORS =
      Map.of(
          "mul", Operator.MULTIPLY,
          "div", Operator.DIVIDE,
          "add", Operator.ADD,
          "sub", Operator.SUBTRACT,
          "mod", Operator.MODULO,
          "pow", Operator.POWER);

  /** Tightest first, as ImageKit's page on arithmetic has it. */
  private static final List<Set<Operator>> PASSES =
      List.of(
          Set.of(Operator.MULTIPLY, Operator.DIVIDE),
          Set.of(Operator.ADD, Operator.SUBTRACT),
          Set.of(Operator.MODULO),
          Set.of(Operator.POWER));

  private final Scope scope;

  ExpressionReader(Scope scope) {
    this.scope = scope;
  }

  /** Reads operands with operators between them, or a lone variable; a lone number is no sum. */
  Reading<Expression> read(String text) {
    String[] words = text.split("_", 2 * MAX_OPERANDS);
    if (words.length % 2 == 0 || (words.length == 1 && Values.number(text).isPresent())) {
      return new Reading.Invalid<>();
    }
    List<Expression> operands = new ArrayList<>();
    List<Operator> operators = new ArrayList<>();
    for (int i = 0; i < words.length; i++) {
      if (VIDEO_VARIABLES.contains(words[i])) {
        return new Reading.Unsupported<>(Reasons.VIDEO);
      }
      boolean understood =
          i % 2 == 0
              ? operand(words[i]).map(operands::add).orElse(false)
              : Optional.ofNullable(OPERATORS.get(words[i])).map(operators::add).orElse(false);
      if (!understood) {
        return new Reading.Invalid<>();
      }
    }
    PASSES.forEach(pass -> bind(pass, operands, operators));
    return new Reading.Value<>(operands.getFirst());
  }

  private Optional<Expression> operand(String word) {
    Property variable = VARIABLES.get(word);
    if (variable != null) {
      return Optional.<Expression>of(variable).filter(_ -> scope.knows(variable.subject()));
    }
    return Values.number(word)
        .filter(number -> number.signum() >= 0)
        .map(number -> Expression.of(number.doubleValue()));
  }

  /** Joins the neighbours of these operators, from left to right. */
  private static void bind(
      Set<Operator> pass, List<Expression> operands, List<Operator> operators) {
    for (int i = 0; i < operators.size(); ) {
      if (pass.contains(operators.get(i))) {
        Expression right = operands.remove(i + 1);
        operands.set(i, new Expression.Operation(operators.remove(i), operands.get(i), right));
      } else {
        i++;
      }
    }
  }
}
