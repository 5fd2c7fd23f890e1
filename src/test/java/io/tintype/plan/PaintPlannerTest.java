package io.tintype.plan;

import static io.tintype.plan.Plans.clear;
import static io.tintype.plan.Plans.fault;
import static io.tintype.plan.Plans.plan;
import static io.tintype.plan.Plans.png;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tintype.fault.Fault;
import io.tintype.model.Color;
import io.tintype.model.Step;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaintPlannerTest {
  private static final Probe NONE = new NoProbe();
  private static final Color RED = Color.opaque(255, 0, 0);

  @Test
  void handsTonesOn() {
    assertThat(
            plan(
                    png("10x10"),
                    NONE,
                    new Step.Blur(6),
                    new Step.Grayscale(),
                    new Step.StretchContrast(),
                    new Step.Sharpen(OptionalDouble.empty()),
                    new Step.Sharpen(OptionalDouble.of(0.5)),
                    new Step.UnsharpMask(2, 2, 0.8, 0.024),
                    new Step.ReplaceColor(RED, 35, Optional.empty()),
                    new Step.Colorize(RED, 0.3))
                .steps())
        .containsExactly(
            new PlannedStep.Blur(6),
            new PlannedStep.Grayscale(),
            new PlannedStep.StretchContrast(),
            new PlannedStep.Sharpen(OptionalDouble.empty()),
            new PlannedStep.Sharpen(OptionalDouble.of(0.5)),
            new PlannedStep.UnsharpMask(2, 2, 0.8, 0.024),
            new PlannedStep.ReplaceColor(RED, 35, Optional.empty()),
            new PlannedStep.Colorize(RED, 0.3));
  }

  @Test
  void leavesOutWhatCannotBeSeen() {
    List<Step> invisible =
        List.of(
            new Step.Blur(0.19),
            new Step.Sharpen(OptionalDouble.of(0)),
            new Step.UnsharpMask(0, 2, 0, 0),
            new Step.UnsharpMask(0, 0, 1, 0),
            new Step.Colorize(RED, 0),
            new Step.Fade(1),
            new Step.Gradient(0, Color.CLEAR, Color.CLEAR, Numbers.of("1")),
            new Step.Shadow(10, 0, 0, 0));

    for (Step step : invisible) {
      assertThat(plan(clear("10x10"), NONE, step).steps()).as("%s", step).isEmpty();
    }
    assertThat(plan(png("10x10"), NONE, new Step.Shadow(10, 0.3, 0, 0)).steps()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // angle, stop, pixels: the gradient line of CSS in a picture of 300x100
    "180, 1,           100",
    "0,   0.5,         50",
    "90,  1,           300",
    "270, 0.25,        75",
    "45,  1,           282.8427",
    "135, 1,           282.8427",
    "200, 1,           196.5753",
    "180, 40,          40",
    "180, 2,           2",
    "180, 1.4,         1",
    "180, 500,         500",
    "180, (ch mul 0.3), 30",
    "180, 0,           100",
    "180, -3,          100",
    "180, (1 div 0),   100"
  })
  void countsAGradientAlongItsLine(double degrees, String stop, double pixels) {
    RenderPlan plan =
        plan(png("300x100"), NONE, new Step.Gradient(degrees, RED, Color.CLEAR, Numbers.of(stop)));

    PlannedStep.Gradient gradient = (PlannedStep.Gradient) plan.steps().getFirst();
    assertThat(gradient.length()).isCloseTo(pixels, within(0.001));
  }

  @Test
  void movesAShadowByAShareOfTheSides() {
    assertThat(plan(clear("150x50"), NONE, new Step.Shadow(15, 0.4, 0.1, -0.05)).steps())
        .containsExactly(new PlannedStep.Shadow(15, 0.4, 15, -2));
  }

  @Test
  void drawsNoShadowBehindLargePictures() {
    Step shadow = new Step.Shadow(10, 0.3, 0.02, 0.02);

    assertThat(plan(clear("2000x1000"), NONE, shadow).steps()).hasSize(1);
    assertThat(fault(clear("2000x1001"), NONE, shadow))
        .isInstanceOfSatisfying(
            Fault.LimitExceeded.class, limit -> assertThat(limit.limit()).isEqualTo("shadow"));
  }

  @Test
  void putsAColourBehindWhatIsFaded() {
    assertThat(plan(png("9x9"), NONE, new Step.Fade(0.5), new Step.Flatten(RED)).steps())
        .containsExactly(new PlannedStep.Fade(0.5), new PlannedStep.Fill(RED));
  }
}
