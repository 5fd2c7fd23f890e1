package io.tintype.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.model.Accepts;
import io.tintype.model.Box;
import io.tintype.model.Fit;
import io.tintype.model.FormatChoice;
import io.tintype.model.Gravity;
import io.tintype.model.ImageFormat;
import io.tintype.model.Limits;
import io.tintype.model.Output;
import io.tintype.model.QualityChoice;
import io.tintype.model.QualityChoice.Level;
import io.tintype.model.Step;
import io.tintype.model.Transformation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class QualityAimTest {
  private static final Step SMALLER = new Step.Resize(Fit.FORCE, Box.of(50, 50), Gravity.CENTER);

  @Test
  void asksForTheLevelOfTheUrl() {
    RenderPlan.Encode encode = plan(rules(new QualityChoice.Percent(80)), wish(Level.ECO), SMALLER);

    assertThat(encode.aim()).contains(new QualityAim(Level.ECO, AutomaticQuality.MEASURED, 100));
    assertThat(encode.quality()).isEqualTo(60);
  }

  @Test
  void asksForTheLevelOfTheEndpointWhereTheUrlSaysNothing() {
    OutputRules rules = rules(new QualityChoice.Automatic(Level.GOOD));

    assertThat(plan(rules, Output.DEFAULT, SMALLER).aim().map(QualityAim::level))
        .contains(Level.GOOD);
    assertThat(plan(rules.withDataSaver(), Output.DEFAULT, SMALLER).aim().map(QualityAim::level))
        .contains(Level.ECO);
    assertThat(plan(rules, new Output(FormatChoice.AUTOMATIC, OptionalInt.of(31)), SMALLER).aim())
        .isEmpty();
  }

  @Test
  void triesNothingWithoutTime() {
    OutputRules rules = rules(new QualityChoice.Percent(80)).withoutTrials();

    assertThat(plan(rules, wish(Level.BEST), SMALLER).aim())
        .contains(new QualityAim(Level.BEST, AutomaticQuality.TABLE, 100));
  }

  /** The source has quality 55. */
  @Test
  void doesNotRaiseAJpegThatKeepsItsSize() {
    RenderPlan.Encode encode = plan(rules(new QualityChoice.Percent(80)), wish(Level.BEST));

    assertThat(encode.aim().map(QualityAim::mostOfJpeg)).contains(55);
    assertThat(encode.quality()).isEqualTo(55);
  }

  private static Output wish(Level level) {
    return new Output(
        Optional.of(FormatChoice.AUTOMATIC),
        Optional.of(new QualityChoice.Automatic(level)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static OutputRules rules(QualityChoice standard) {
    return new OutputRules(
        new QualityRules(standard, AutomaticQuality.MEASURED),
        List.of(),
        OutputRules.Policy.PREFERRED,
        new OutputRules.Avif(1, Duration.ZERO, false),
        OutputRules.Png.PLAIN,
        EncoderSettings.DEFAULT,
        OutputRules.Switches.PLAIN,
        true,
        false);
  }

  private static RenderPlan.Encode plan(OutputRules rules, Output output, Step... steps) {
    SourceHeader header =
        new SourceHeader(ImageFormat.JPEG, 100, 100, 1, false, 1, OptionalInt.of(55));
    RenderPlan plan =
        new Planner()
            .plan(
                header,
                new Transformation(List.of(steps), output),
                Accepts.NEITHER,
                rules,
                Limits.DEFAULT,
                new NoProbe());
    return (RenderPlan.Encode) plan.product();
  }
}
