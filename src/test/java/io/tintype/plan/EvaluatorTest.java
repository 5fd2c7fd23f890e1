package io.tintype.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.model.Condition;
import io.tintype.model.Condition.Comparison;
import io.tintype.model.Condition.Relation;
import io.tintype.model.Expression;
import io.tintype.model.Expression.Subject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluatorTest {
  private static final Evaluator EVALUATOR =
      new Evaluator(
          Map.of(
              Subject.INITIAL, new Measured(new Size(640, 865), 300, 12),
              Subject.CURRENT, new Measured(new Size(300, 200), 72, 12)));

  @ParameterizedTest
  @CsvSource({
    // the table of ImageKit's documentation, with the brackets its precedence means
    "((iw mul 0.8) add (ih mul 0.4)), 858",
    "((10 add 5) mod 4),              3",
    "(7 mod (4 add 2)),               1",
    "(2 pow (3 add 1)),               16",
    "((2 mul 3) pow 2),               36",
    "((2 pow 3) pow 2),               64",
    "((100 div 8) mul 2),             25",
    "(ih sub (iw div 2)),             545",
    "cw,                              300",
    "(ch div 3),                      66.66666666666667",
    "car,                             1.5",
    "idn,                             300",
    "(-7 mod 4),                      -3"
  })
  void computesFromTheSizesOfPictures(String expression, double value) {
    assertThat(EVALUATOR.value(Numbers.of(expression))).hasValue(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(cw div 0)",
        "(0 div 0)",
        "(5 mod 0)",
        "(1 div (1 div 0))",
        "((0 sub 8) pow 0.5)",
        "(10 pow 400)",
        "bw",
        "(1 add bh)"
      })
  void knowsWhatCannotBeComputed(String expression) {
    assertThat(EVALUATOR.value(Numbers.of(expression))).isEmpty();
    assertThat(EVALUATOR.pixels(Numbers.of(expression))).isEmpty();
  }

  @Test
  void countsPages() {
    assertThat(EVALUATOR.value(new Expression.Property(Subject.INITIAL, Expression.Measure.PAGES)))
        .hasValue(12);
  }

  @ParameterizedTest
  @CsvSource({
    "0.4, 0",
    "0.5, 1",
    "2.5, 3",
    "-2.5, -2",
    "-2.6, -3",
    "1e300, 2147483647",
    "-1e300, -2147483648"
  })
  void roundsPixelsHalfUp(double value, long pixels) {
    assertThat(EVALUATOR.pixels(Expression.of(value))).hasValue(pixels);
  }

  @ParameterizedTest
  @CsvSource({
    // left, right, then whether it is equal, greater, less
    "cw,   300,     true,  false, false",
    "cw,   300.5,   false, false, true",
    "cw,   299,     false, true,  false",
    "car,  1.5,     true,  false, false",
    "car,  1.5009,  true,  false, false",
    "car,  1.502,   false, false, true",
    "iar,  0.7395,  true,  false, false",
    "(car mul 1), 1.5009, true, false, false",
    "1.5009, car,   true,  false, false",
    "1.5009, 1.5,   false, true,  false"
  })
  void compares(String left, String right, boolean equal, boolean greater, boolean less) {
    Expression first = Numbers.of(left);
    Expression second = Numbers.of(right);

    assertThat(holds(first, Relation.EQUAL, second)).isEqualTo(equal);
    assertThat(holds(first, Relation.NOT_EQUAL, second)).isEqualTo(!equal);
    assertThat(holds(first, Relation.GREATER, second)).isEqualTo(greater);
    assertThat(holds(first, Relation.GREATER_OR_EQUAL, second)).isEqualTo(equal || greater);
    assertThat(holds(first, Relation.LESS, second)).isEqualTo(less);
    assertThat(holds(first, Relation.LESS_OR_EQUAL, second)).isEqualTo(equal || less);
  }

  @Test
  void takesNothingAsTrueAboutWhatCannotBeComputed() {
    for (Relation relation : Relation.values()) {
      assertThat(holds(Numbers.of("bw"), relation, Expression.of(1))).isFalse();
      assertThat(holds(Expression.of(1), relation, Numbers.of("(1 div 0)"))).isFalse();
    }
  }

  @Test
  void joinsConditions() {
    Condition yes = new Comparison(Numbers.of("cw"), Relation.GREATER, Expression.of(1));
    Condition no = new Comparison(Numbers.of("cw"), Relation.LESS, Expression.of(1));

    assertThat(EVALUATOR.holds(new Condition.All(List.of(yes, yes)))).isTrue();
    assertThat(EVALUATOR.holds(new Condition.All(List.of(yes, no)))).isFalse();
    assertThat(EVALUATOR.holds(new Condition.Any(List.of(no, yes)))).isTrue();
    assertThat(EVALUATOR.holds(new Condition.Any(List.of(no, no)))).isFalse();
  }

  private static boolean holds(Expression left, Relation relation, Expression right) {
    return EVALUATOR.holds(new Comparison(left, relation, right));
  }
}
