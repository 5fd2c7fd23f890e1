package io.tintype.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.Accepts;
import io.tintype.model.Box;
import io.tintype.model.Color;
import io.tintype.model.Fit;
import io.tintype.model.FormatChoice;
import io.tintype.model.Gravity;
import io.tintype.model.ImageFormat;
import io.tintype.model.Limits;
import io.tintype.model.Output;
import io.tintype.model.Padding;
import io.tintype.model.Step;
import io.tintype.model.Transformation;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class FormatNegotiatorTest {
  private static final OutputRules RULES =
      new OutputRules(80, List.of(ImageFormat.AVIF, ImageFormat.WEBP), 4_000_000, false);
  private static final Accepts BOTH = new Accepts(true, true);

  @ParameterizedTest
  @CsvFileSource(resources = "/cases/formats.csv", numLinesToSkip = 1)
  void chooses(
      String source,
      String traits,
      String wish,
      String formats,
      String accepted,
      String size,
      String result,
      String unmet) {
    List<ImageFormat> list = formats.equals("-") ? List.of() : formats(formats);
    Accepts accepts = new Accepts(accepted.contains("avif"), accepted.contains("webp"));
    List<String> sides = List.of(size.split("x", -1));
    SourceHeader header =
        new SourceHeader(
            ImageFormat.valueOf(source),
            Integer.parseInt(sides.get(0)),
            Integer.parseInt(sides.get(1)),
            traits.contains("animated") ? 2 : 1,
            traits.contains("alpha"),
            1,
            OptionalInt.empty());
    Transformation transformation =
        new Transformation(List.of(), new Output(choice(wish), OptionalInt.empty()));

    RenderPlan plan =
        new Planner()
            .plan(
                header,
                transformation,
                accepts,
                new OutputRules(80, list, 4_000_000, false),
                Limits.DEFAULT,
                new NoProbe());

    String frames = plan.frames() > 1 ? "*" : "";
    assertThat(encode(plan).format().name() + frames).isEqualTo(result);
    assertThat(String.join(" ", plan.unmet())).isEqualTo(unmet.equals("-") ? "" : unmet);
  }

  @Test
  void judgesTransparencyByTheResult() {
    Step clearCorners = new Step.Rotate(45, Color.CLEAR);
    Step clearBorder = new Step.Pad(Padding.FIT, Box.of(200, 100), Gravity.CENTER, Color.CLEAR);
    SourceHeader jpeg = header(ImageFormat.JPEG, OptionalInt.empty());

    assertThat(encode(plan(jpeg, Accepts.NEITHER, Output.DEFAULT, clearCorners)).format())
        .isEqualTo(ImageFormat.PNG);
    assertThat(encode(plan(jpeg, Accepts.NEITHER, Output.DEFAULT, clearBorder)).format())
        .isEqualTo(ImageFormat.PNG);
    assertThat(encode(plan(jpeg, BOTH, Output.DEFAULT, clearBorder)).format())
        .isEqualTo(ImageFormat.AVIF);
  }

  @Test
  void putsBlackBehindWhatJpegCannotShow() {
    Output jpeg = new Output(new FormatChoice.Exactly(ImageFormat.JPEG), OptionalInt.empty());
    SourceHeader clear =
        new SourceHeader(ImageFormat.PNG, 100, 100, 1, true, 1, OptionalInt.empty());

    assertThat(plan(clear, BOTH, jpeg).steps()).containsExactly(new PlannedStep.Fill(Color.BLACK));
    assertThat(plan(clear, BOTH, jpeg, new Step.Flatten(Color.WHITE)).steps())
        .containsExactly(new PlannedStep.Fill(Color.WHITE));
  }

  @ParameterizedTest
  @CsvSource({"AVIF, 2001, 2000", "WEBP, 16384, 10", "JPEG, 65501, 10", "GIF, 10, 10"})
  void refusesInStrictModeWhatItCannotMeet(ImageFormat format, int width, int height) {
    OutputRules strict = new OutputRules(80, List.of(), 4_000_000, true);
    Output output = new Output(new FormatChoice.Exactly(format), OptionalInt.empty());
    Step force = new Step.Resize(Fit.FORCE, Box.of(width, height), Gravity.CENTER);
    SourceHeader source = header(ImageFormat.PNG, OptionalInt.empty());

    FaultException refused =
        catchThrowableOfType(
            FaultException.class,
            () ->
                new Planner()
                    .plan(
                        source,
                        new Transformation(List.of(force), output),
                        BOTH,
                        strict,
                        Limits.DEFAULT,
                        new NoProbe()));

    assertThat(refused.fault()).isInstanceOf(Fault.UnsupportedOutput.class);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 80", "0, 60, 60", "0, 95, 80", "90, 60, 90", "10, 0, 10"})
  void lowersTheDefaultQualityToThatOfTheSource(int asked, int estimated, int quality) {
    OptionalInt none = OptionalInt.empty();
    Output output = new Output(FormatChoice.AUTOMATIC, asked == 0 ? none : OptionalInt.of(asked));
    SourceHeader source =
        header(ImageFormat.JPEG, estimated == 0 ? none : OptionalInt.of(estimated));

    assertThat(encode(plan(source, BOTH, output)).quality()).isEqualTo(quality);
  }

  @ParameterizedTest
  @CsvSource({"auto, WEBP, ''", "AVIF, WEBP, f-avif", "PNG, PNG, ''"})
  void offersOnlyWhatTheLibraryWrites(String wish, ImageFormat result, String unmet) {
    Planner planner = new Planner(EnumSet.of(ImageFormat.JPEG, ImageFormat.PNG, ImageFormat.WEBP));
    Transformation transformation =
        new Transformation(List.of(), new Output(choice(wish), OptionalInt.empty()));
    SourceHeader source = header(ImageFormat.PNG, OptionalInt.empty());

    RenderPlan plan =
        planner.plan(source, transformation, BOTH, RULES, Limits.DEFAULT, new NoProbe());

    assertThat(encode(plan).format()).isEqualTo(result);
    assertThat(String.join(" ", plan.unmet())).isEqualTo(unmet);
  }

  private static RenderPlan.Encode encode(RenderPlan plan) {
    return (RenderPlan.Encode) plan.product();
  }

  private static RenderPlan plan(
      SourceHeader header, Accepts accepts, Output output, Step... steps) {
    Transformation transformation = new Transformation(List.of(steps), output);
    return new Planner()
        .plan(header, transformation, accepts, RULES, Limits.DEFAULT, new NoProbe());
  }

  private static SourceHeader header(ImageFormat format, OptionalInt quality) {
    return new SourceHeader(format, 100, 100, 1, false, 1, quality);
  }

  private static List<ImageFormat> formats(String names) {
    return Arrays.stream(names.split(" ", -1)).map(ImageFormat::valueOf).toList();
  }

  private static FormatChoice choice(String wish) {
    return switch (wish) {
      case "auto" -> FormatChoice.AUTOMATIC;
      case "orig" -> new FormatChoice.OfSource();
      default -> new FormatChoice.Exactly(ImageFormat.valueOf(wish));
    };
  }
}
