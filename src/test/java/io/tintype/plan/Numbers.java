package io.tintype.plan;

import io.tintype.model.Expression;
import io.tintype.model.Expression.Measure;
import io.tintype.model.Expression.Operator;
import io.tintype.model.Expression.Subject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads expressions of tests: {@code ((iw mul 0.8) add 3)}, with all brackets. */
final class Numbers {
  private static final Map<Character, Subject> SUBJECTS =
      Map.of('i', Subject.INITIAL, 'c', Subject.CURRENT, 'b', Subject.BASE);
  private static final Map<String, Measure> MEASURES =
      Map.of(
          "w", Measure.WIDTH,
          "h", Measure.HEIGHT,
          "ar", Measure.ASPECT_RATIO,
          "dn", Measure.DENSITY);

  private final Deque<String> words;

  private Numbers(List<String> words) {
    this.words = new ArrayDeque<>(words);
  }

  static Expression of(String text) {
    String spaced = text.replace("(", " ( ").replace(")", " ) ").strip();
    return new Numbers(List.of(spaced.split("\\s+", -1))).expression();
  }

  private Expression expression() {
    String word = words.remove();
    if (!word.equals("(")) {
      return operand(word);
    }
    Expression left = expression();
    Operator operator =
        switch (words.remove()) {
          case "sub" -> Operator.SUBTRACT;
          case "mul" -> Operator.MULTIPLY;
          case "div" -> Operator.DIVIDE;
          case "mod" -> Operator.MODULO;
          case "pow" -> Operator.POWER;
          case "add" -> Operator.ADD;
          case String other -> throw new IllegalArgumentException(other);
        };
    Expression right = expression();
    if (!words.remove().equals(")")) {
      throw new IllegalArgumentException("bracket");
    }
    return new Expression.Operation(operator, left, right);
  }

  private static Expression operand(String word) {
    Subject subject = SUBJECTS.get(word.charAt(0));
    return subject == null
        ? Expression.of(Double.parseDouble(word))
        : new Expression.Property(
            subject, MEASURES.get(word.substring(1).toLowerCase(Locale.ROOT)));
  }
}
