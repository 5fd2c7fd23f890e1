package io.tintype.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tintype.fault.FaultException;
import io.tintype.model.Accepts;
import io.tintype.model.Expression;
import io.tintype.model.Expression.Measure;
import io.tintype.model.Expression.Operator;
import io.tintype.model.Expression.Subject;
import io.tintype.model.FormatChoice;
import io.tintype.model.ImageFormat;
import io.tintype.model.Limits;
import io.tintype.model.Output;
import io.tintype.model.Transformation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The density a result states, computed from that of its source. */
class StatedDensityTest {
  private static final Expression INITIAL =
      new Expression.Property(Subject.INITIAL, Measure.DENSITY);

  @ParameterizedTest
  @CsvSource({"300, 1, 300", "300, 2, 150", "299, 2, 150", "1200, 1, 1200"})
  void followsFromTheSource(double initial, double divisor, int stated) {
    RenderPlan plan = plan(initial, divided(divisor), false);

    assertThat(plan.product())
        .isInstanceOfSatisfying(
            RenderPlan.Encode.class,
            encode -> assertThat(encode.writing().density()).hasValue(stated));
    assertThat(plan.unmet()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2400, 1", "1, 3", "300, 0"})
  void leavesOutWhatCannotBeStated(double initial, double divisor) {
    RenderPlan plan = plan(initial, divided(divisor), false);

    assertThat(plan.product())
        .isInstanceOfSatisfying(
            RenderPlan.Encode.class, encode -> assertThat(encode.writing().density()).isEmpty());
    assertThat(plan.unmet()).hasSize(1);
  }

  @Test
  void refusesItWhereTheEndpointIsStrict() {
    assertThatExceptionOfType(FaultException.class)
        .isThrownBy(() -> plan(2400, INITIAL, true))
        .satisfies(refused -> assertThat(refused.fault().message()).contains("dn"));
  }

  @Test
  void reportsItWhereTheFormatHasNoPlaceForIt() {
    FormatChoice webp = new FormatChoice.Exactly(ImageFormat.WEBP);

    assertThat(plan(Optional.of(webp), 300, Expression.of(150), false).unmet())
        .containsExactly("dn-150");
  }

  private static Expression divided(double divisor) {
    return new Expression.Operation(Operator.DIVIDE, INITIAL, Expression.of(divisor));
  }

  private static RenderPlan plan(double initial, Expression density, boolean strict) {
    return plan(Optional.empty(), initial, density, strict);
  }

  private static RenderPlan plan(
      Optional<FormatChoice> format, double initial, Expression density, boolean strict) {
    Output output =
        new Output(
            format,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(density));
    return new Planner()
        .plan(
            new SourceHeader(
                ImageFormat.JPEG,
                100,
                100,
                1,
                false,
                1,
                OptionalInt.empty(),
                initial,
                Optional.empty()),
            new Transformation(List.of(), output),
            Accepts.NEITHER,
            new OutputRules(80, List.of(), 4_000_000, strict),
            Limits.DEFAULT,
            new NoProbe());
  }
}
