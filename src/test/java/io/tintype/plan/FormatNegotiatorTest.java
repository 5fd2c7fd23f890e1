package io.tintype.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.Accepts;
import io.tintype.model.Box;
import io.tintype.model.Color;
import io.tintype.model.Expression;
import io.tintype.model.Fit;
import io.tintype.model.FormatChoice;
import io.tintype.model.Gravity;
import io.tintype.model.ImageFormat;
import io.tintype.model.Limits;
import io.tintype.model.Metadata;
import io.tintype.model.Output;
import io.tintype.model.Padding;
import io.tintype.model.QualityChoice;
import io.tintype.model.Step;
import io.tintype.model.Transformation;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
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

  @ParameterizedTest
  @CsvFileSource(resources = "/cases/candidates.csv", numLinesToSkip = 1)
  void offersCandidatesByContent(
      String source, String traits, String asked, String accepted, String formats, String unmet) {
    OutputRules smallest = rules(OutputRules.Policy.SMALLEST, "budget");
    SourceHeader header =
        new SourceHeader(
            ImageFormat.valueOf(source),
            100,
            100,
            traits.contains("animated") ? 2 : 1,
            traits.contains("alpha"),
            1,
            OptionalInt.empty());
    Accepts accepts = new Accepts(accepted.contains("avif"), accepted.contains("webp"));

    RenderPlan plan =
        new Planner()
            .plan(
                header,
                new Transformation(List.of(), output(asked)),
                accepts,
                smallest,
                Limits.DEFAULT,
                new NoProbe());

    List<String> names = encode(plan).formats().stream().map(Enum::name).toList();
    assertThat(String.join(" ", names)).isEqualTo(formats);
    assertThat(String.join(" ", plan.unmet())).isEqualTo(unmet.equals("-") ? "" : unmet);
  }

  @ParameterizedTest
  @CsvSource({
    "PREFERRED, 699, budget, AVIF, false",
    "PREFERRED, 700, budget, AVIF, false",
    "PREFERRED, 701, budget, WEBP, true",
    "PREFERRED, 701, budget no-upgrade, WEBP, false",
    "PREFERRED, 999999, unlimited, AVIF, false",
    "SMALLEST, 700, budget, JPEG AVIF WEBP, false",
    "SMALLEST, 701, budget, JPEG WEBP, true",
  })
  void doesWithoutAnAvifThatTakesTooLong(
      OutputRules.Policy policy, long millis, String avif, String formats, boolean provisional) {
    Planner slow =
        new Planner(
            EnumSet.allOf(ImageFormat.class),
            (_, _) -> Duration.ofMillis(millis),
            LoadShrink.USUAL);

    RenderPlan plan =
        slow.plan(
            header(ImageFormat.JPEG, OptionalInt.empty()),
            Transformation.NONE,
            BOTH,
            rules(policy, avif),
            Limits.DEFAULT,
            new NoProbe());

    List<String> names = encode(plan).formats().stream().map(Enum::name).toList();
    assertThat(String.join(" ", names)).isEqualTo(formats);
    assertThat(encode(plan).provisional()).isEqualTo(provisional);
  }

  @Test
  void makesANamedAvifHoweverLongItTakes() {
    Planner slow =
        new Planner(
            EnumSet.allOf(ImageFormat.class), (_, _) -> Duration.ofDays(1), LoadShrink.USUAL);
    Output avif = new Output(new FormatChoice.Exactly(ImageFormat.AVIF), OptionalInt.empty());

    RenderPlan plan =
        slow.plan(
            header(ImageFormat.JPEG, OptionalInt.empty()),
            new Transformation(List.of(), avif),
            BOTH,
            rules(OutputRules.Policy.PREFERRED, "budget"),
            Limits.DEFAULT,
            new NoProbe());

    assertThat(encode(plan).format()).isEqualTo(ImageFormat.AVIF);
    assertThat(encode(plan).provisional()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "auto, 1, true",
    "orig, 1, true",
    "auto, 6, false",
    "JPEG, 1, false",
    "q50, 1, false",
    "progressive, 1, false",
    "dpi, 1, false"
  })
  void takesTheOriginalForGoodOnlyWhereNothingIsAsked(
      String asked, int orientation, boolean originalWillDo) {
    SourceHeader jpeg =
        new SourceHeader(ImageFormat.JPEG, 100, 50, 1, false, orientation, OptionalInt.empty());

    RenderPlan plan = plan(jpeg, Accepts.NEITHER, output(asked));

    assertThat(encode(plan).originalWillDo()).isEqualTo(originalWillDo);
  }

  @ParameterizedTest
  @CsvSource({"80, true, 60", "45, true, 30", "20, true, 20", "80, false, 80"})
  void lowersTheDefaultQualityToSaveData(int quality, boolean saver, int lowered) {
    OutputRules rules =
        new OutputRules(
            QualityRules.fixed(quality),
            List.of(),
            OutputRules.Policy.PREFERRED,
            new OutputRules.Avif(1, Duration.ZERO, false),
            OutputRules.Png.PLAIN,
            EncoderSettings.DEFAULT,
            OutputRules.Switches.PLAIN,
            saver,
            false);

    assertThat(rules.withDataSaver().quality()).isEqualTo(QualityRules.fixed(lowered));
  }

  @ParameterizedTest
  @CsvSource({
    "auto, true",
    "AVIF, false",
    "WEBP, false",
    "orig, false",
    "AVIF profile, true",
    "WEBP profile, false"
  })
  void knowsWhenTheClientDecides(String asked, boolean matters) {
    Transformation transformation = new Transformation(List.of(), output(asked));

    assertThat(Negotiation.matters(transformation, RULES)).isEqualTo(matters);
  }

  @Test
  void letsTheClientDecideInBranchesAndBehindUnsharpMasks() {
    Output avif = new Output(new FormatChoice.Exactly(ImageFormat.AVIF), OptionalInt.empty());
    Step mask = new Step.UnsharpMask(1, 1, 1, 0);

    assertThat(Negotiation.matters(new Transformation(List.of(mask), avif), RULES)).isTrue();
  }

  private static OutputRules rules(OutputRules.Policy policy, String avif) {
    Duration budget = avif.contains("budget") ? Duration.ofMillis(700) : Duration.ZERO;
    return new OutputRules(
        QualityRules.fixed(80),
        List.of(ImageFormat.AVIF, ImageFormat.WEBP),
        policy,
        new OutputRules.Avif(4_000_000, budget, !avif.contains("no-upgrade")),
        OutputRules.Png.PLAIN,
        EncoderSettings.DEFAULT,
        OutputRules.Switches.PLAIN,
        false,
        false);
  }

  /** What URLs ask for: a format, then {@code profile}, {@code lossless} and such. */
  private static Output output(String asked) {
    List<String> words = List.of(asked.split(" ", -1));
    boolean named =
        Arrays.stream(ImageFormat.values()).anyMatch(f -> f.name().equals(words.getFirst()));
    return new Output(
        named || words.contains("orig") ? Optional.of(choice(words.getFirst())) : Optional.empty(),
        words.contains("q50") ? Optional.of(new QualityChoice.Percent(50)) : Optional.empty(),
        words.contains("progressive") ? Optional.of(true) : Optional.empty(),
        words.contains("lossless") ? Optional.of(true) : Optional.empty(),
        words.contains("profile") ? Optional.of(Metadata.PROFILE) : Optional.empty(),
        words.contains("dpi") ? Optional.of(Expression.of(300)) : Optional.empty());
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
      case "MOVING_PNG", "GIF_OF_ANYTHING", "BILEVEL_TIFF" ->
          new FormatChoice.Special(FormatChoice.Form.valueOf(wish));
      default -> new FormatChoice.Exactly(ImageFormat.valueOf(wish));
    };
  }
}
