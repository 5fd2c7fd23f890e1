package io.tintype.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.model.Expression.Operator;
import io.tintype.model.Quadrangle.Point;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that no grammar may let through are refused by the vocabulary itself. */
class BoundsTest {
  static List<ThrowingCallable> impossible() {
    return List.of(
        () -> new Step.Trim(0),
        () -> new Step.Trim(256),
        () -> new Step.Rotate(Double.NaN, Color.BLACK),
        () -> new Step.Blur(0),
        () -> new Step.Blur(101),
        () -> new Step.ReplaceColor(Color.BLACK, -1, Optional.empty()),
        () -> new Step.Colorize(Color.BLACK, 1.1),
        () -> new Step.Arc(361),
        () -> new Step.Gradient(360, Color.BLACK, Color.WHITE, Expression.of(1)),
        () -> new Step.Fade(-0.1),
        () -> Corners.all(-1),
        () -> new Corners(0, -1, 0, 0),
        () -> new Corners(0, 0, -1, 0),
        () -> new Corners(0, 0, 0, -1),
        () -> new Backdrop.Blurred(OptionalDouble.of(101), 0),
        () -> new Backdrop.Blurred(OptionalDouble.of(-1), 0),
        () -> new Backdrop.Blurred(OptionalDouble.empty(), 256),
        () -> new Backdrop.Blurred(OptionalDouble.empty(), -256),
        () -> Expression.of(Double.POSITIVE_INFINITY),
        () -> new Gravity.Objects(Set.of("face"), 0),
        () -> new Quadrangle(new Point(5, 0), new Point(5, 0), new Point(9, 9), new Point(0, 9)),
        () -> new Quadrangle(new Point(0, 5), new Point(9, 0), new Point(9, 5), new Point(0, 9)),
        () -> new Transformation(OptionalInt.of(0), List.of(), Output.DEFAULT),
        () ->
            new Output(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Expression.of(1201))));
  }

  @ParameterizedTest
  @MethodSource("impossible")
  void refusesWhatCannotBe(ThrowingCallable making) {
    assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0, true",
    "1, 0, 0, 0, false",
    "0, 1, 0, 0, false",
    "0, 0, 1, 0, false",
    "0, 0, 0, 1, false"
  })
  void knowsSharpCorners(
      int topLeft, int topRight, int bottomRight, int bottomLeft, boolean sharp) {
    assertThat(new Corners(topLeft, topRight, bottomRight, bottomLeft).areSharp()).isEqualTo(sharp);
  }

  @ParameterizedTest
  @CsvSource({"ADD, 9", "SUBTRACT, 5", "MULTIPLY, 14", "DIVIDE, 3.5", "MODULO, 1", "POWER, 49"})
  void computes(Operator operator, double result) {
    assertThat(operator.apply(7, 2)).isEqualTo(result);
  }
}
