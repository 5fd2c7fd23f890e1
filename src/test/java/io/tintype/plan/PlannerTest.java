package io.tintype.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.Accepts;
import io.tintype.model.AllowedSizes;
import io.tintype.model.Box;
import io.tintype.model.Color;
import io.tintype.model.Extent;
import io.tintype.model.Fit;
import io.tintype.model.Gravity;
import io.tintype.model.Gravity.Direction;
import io.tintype.model.ImageFormat;
import io.tintype.model.Limits;
import io.tintype.model.Output;
import io.tintype.model.Padding;
import io.tintype.model.Step;
import io.tintype.model.Transformation;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlannerTest {
  private static final OutputRules RULES =
      new OutputRules(80, List.of(ImageFormat.AVIF, ImageFormat.WEBP), 4_000_000, false);
  private static final Color GREY = Color.opaque(0xf3, 0xf3, 0xf3);

  @ParameterizedTest
  @CsvSource({
    // source, wish (- is not given), result
    "COVER,            640x865, 300x200,   300x200",
    "COVER,            640x865, 300x-,     300x405",
    "COVER,            640x865, -x200,     148x200",
    "COVER,            600x600, -x0.4,     240x240",
    "COVER,            640x865, -x-,       640x865",
    "COVER,            600x600, 70000x-,   600x600",
    "COVER,            600x600, 70000x300, 300x300",
    "COVER,            100x50,  400x-,     400x200",
    "COVER,            10x1000, 1x-,       1x100",
    "COVER,            1000x10, 10x-,      10x1",
    "COVER,            1920x1280, 400x-,   400x267",
    "COVER,            2216x1500, 500x-,   500x338",
    "COVER_NO_ENLARGE, 640x865, 1000x200,  640x200",
    "COVER_NO_ENLARGE, 640x865, 1000x1000, 640x865",
    "COVER_NO_ENLARGE, 640x865, 300x200,   300x200",
    "COVER_NO_ENLARGE, 640x865, 1280x-,    1280x1730",
    "FORCE,            640x865, 900x10,    900x10",
    "INSIDE,           640x865, 300x200,   148x200",
    "INSIDE,           640x865, 1000x1000, 640x865",
    "INSIDE,           640x865, 1000x-,    640x865",
    "INSIDE,           640x865, -x2000,    640x865",
    "INSIDE,           640x865, 320x-,     320x433",
    "INSIDE_ENLARGE,   640x865, 850x1000,  740x1000",
    "OUTSIDE,          640x865, 300x200,   300x405",
    "OUTSIDE,          100x100, 300x200,   300x300"
  })
  void resizesToTheDocumentedSizes(Fit fit, String source, String wish, String result) {
    RenderPlan plan = plan(png(source), new Step.Resize(fit, box(wish), Gravity.CENTER));

    assertThat(sizeOf(plan)).isEqualTo(result);
  }

  @ParameterizedTest
  @CsvSource({
    "300x-,   1.5, 1,   300x200",
    "-x300,   1.3333333333333333, 1, 400x300",
    "300x300, 2,   1,   300x300",
    "-x-,     2,   1,   600x600",
    "100x-,   0,   2,   200x200",
    "100x50,  0,   1.5, 150x75",
    "2600x10, 0,   2,   2600x10",
    "3x400,   0,   0.1, 3x400",
    "-x-,     0,   3,   600x600",
    "301x-,   1.5, 2,   602x402"
  })
  void completesABoxByRatioAndDensity(
      String wish, double aspectRatio, double density, String result) {
    Box plain = box(wish);
    Box box = new Box(plain.width(), plain.height(), aspectRatio, density);

    RenderPlan plan = plan(png("600x600"), new Step.Resize(Fit.FORCE, box, Gravity.CENTER));

    assertThat(sizeOf(plan)).isEqualTo(result);
  }

  @ParameterizedTest
  @CsvSource({
    "CENTER, 0, 103",
    "TOP, 0, 0",
    "TOP_LEFT, 0, 0",
    "BOTTOM, 0, 205",
    "BOTTOM_RIGHT, 0, 205",
    "LEFT, 0, 103"
  })
  void cutsWhatHangsOverWhereTheGravitySays(Direction direction, int left, int top) {
    Gravity gravity = new Gravity.Compass(direction);

    RenderPlan plan = plan(png("640x865"), new Step.Resize(Fit.COVER, Box.of(300, 200), gravity));

    assertThat(plan.steps())
        .containsExactly(new PlannedStep.Scale(300, 405), new PlannedStep.Cut(left, top, 300, 200));
  }

  @ParameterizedTest
  @CsvSource({
    "FIT,            640x865, 300x200, CENTER, 'Scale[148x200] Canvas[76,0 300x200]'",
    "FIT,            640x865, 300x200, LEFT,   'Scale[148x200] Canvas[0,0 300x200]'",
    "FIT,            640x865, 300x200, RIGHT,  'Scale[148x200] Canvas[152,0 300x200]'",
    "FIT,            400x400, 500x400, RIGHT,  'Canvas[100,0 500x400]'",
    "FIT,            100x100, 300x200, CENTER, 'Scale[200x200] Canvas[50,0 300x200]'",
    "FIT,            600x600, 300x300, CENTER, 'Scale[300x300]'",
    "FIT_NO_ENLARGE, 100x101, 300x200, CENTER, 'Canvas[100,49 300x200]'",
    "FIT_NO_ENLARGE, 600x600, 300x200, CENTER, 'Scale[200x200] Canvas[50,0 300x200]'",
    "EXTRACT,        600x600, 700x700, CENTER, 'Canvas[50,50 700x700]'",
    "EXTRACT,        600x600, 700x301, CENTER, 'Cut[0,150 600x301] Canvas[50,0 700x301]'",
    "EXTRACT,        600x600, 700x300, BOTTOM_RIGHT, 'Cut[0,300 600x300] Canvas[100,0 700x300]'",
    "EXTRACT,        600x600, 300x300, CENTER, 'Cut[150,150 300x300]'",
    "EXTEND,         600x600, 700x300, CENTER, 'Canvas[50,0 700x600]'",
    "EXTEND,         600x600, 300x300, CENTER, ''",
    "EXTRACT,        600x600, 300x-,   CENTER, 'Scale[300x300]'"
  })
  void padsAsDocumented(
      Padding padding, String source, String wish, Direction direction, String steps) {
    Step pad = new Step.Pad(padding, box(wish), new Gravity.Compass(direction), GREY);

    assertThat(text(plan(png(source), pad))).isEqualTo(steps);
  }

  @ParameterizedTest
  @CsvSource({
    "300x300, 'Cut[170,283 300x300]', CENTER",
    "300x300, 'Cut[340,565 300x300]', BOTTOM_RIGHT",
    "900x300, 'Cut[0,283 640x300]',   CENTER",
    "900x900, '',                     CENTER",
    "300x-,   'Cut[170,0 300x865]',   CENTER",
    "-x0.5,   'Cut[0,0 640x433]',     TOP"
  })
  void cutsOutAnchoredRegions(String wish, String steps, Direction direction) {
    Step crop = new Step.Crop(box(wish), new Gravity.Compass(direction));

    assertThat(text(plan(png("640x865"), crop))).isEqualTo(steps);
  }

  @Test
  void cutsOutRegionsByTheirCornerAndCentre() {
    Step byCentre = new Step.Crop(Box.of(300, 300), new Gravity.Centre(300, 500));
    Step byCorner = new Step.Crop(Box.of(300, 300), new Gravity.TopLeft(340, 565));
    Step toTheEdge = new Step.Crop(box("300x-"), new Gravity.TopLeft(10, 65));
    Step wholeHeight = new Step.Crop(box("300x-"), new Gravity.Centre(300, 7));

    assertThat(text(plan(png("640x865"), byCentre))).isEqualTo("Cut[150,350 300x300]");
    assertThat(text(plan(png("640x865"), byCorner))).isEqualTo("Cut[340,565 300x300]");
    assertThat(text(plan(png("640x865"), toTheEdge))).isEqualTo("Cut[10,65 300x800]");
    assertThat(text(plan(png("640x865"), wholeHeight))).isEqualTo("Cut[150,0 300x865]");
  }

  @Test
  void refusesRegionsThatLeaveThePicture() {
    List<Gravity> outside =
        List.of(
            new Gravity.TopLeft(341, 0),
            new Gravity.TopLeft(0, 566),
            new Gravity.TopLeft(-1, 0),
            new Gravity.TopLeft(Integer.MAX_VALUE, 0),
            new Gravity.Centre(149, 400),
            new Gravity.Centre(491, 400),
            new Gravity.Centre(Integer.MIN_VALUE, 400));

    for (Gravity gravity : outside) {
      Fault fault = faultOf(png("640x865"), new Step.Crop(Box.of(300, 300), gravity));
      assertThat(fault).isInstanceOf(Fault.InvalidArgument.class);
    }
    assertThat(faultOf(png("640x865"), new Step.Crop(box("10x-"), new Gravity.TopLeft(0, 865))))
        .isInstanceOf(Fault.InvalidArgument.class);
  }

  @ParameterizedTest
  @CsvSource({
    "0,    ''",
    "360,  ''",
    "-720, ''",
    "90,   'Turn[1]'",
    "-90,  'Turn[3]'",
    "450,  'Turn[1]'",
    "180,  'Turn[2]'"
  })
  void turnsByQuartersWithoutResampling(double degrees, String steps) {
    assertThat(text(plan(png("640x865"), new Step.Rotate(degrees, Color.BLACK)))).isEqualTo(steps);
  }

  @ParameterizedTest
  @CsvSource({"45, 1064x1064", "-40, 1046x1074", "0.001, 640x865", "359.999, 640x865"})
  void enlargesTheCanvasForOtherAngles(double degrees, String size) {
    assertThat(sizeOf(plan(png("640x865"), new Step.Rotate(degrees, Color.BLACK)))).isEqualTo(size);
  }

  @Test
  void countsInThePictureAsItIsSeen() {
    SourceHeader lying = header(ImageFormat.JPEG, 865, 640, 1, false, 6);

    RenderPlan plan = plan(lying, new Step.Crop(Box.of(640, 100), new Gravity.TopLeft(0, 765)));

    assertThat(plan.steps())
        .containsExactly(new PlannedStep.Orient(6), new PlannedStep.Cut(0, 765, 640, 100));
  }

  @Test
  void seesInEachStepTheResultOfTheOneBefore() {
    RenderPlan plan =
        plan(
            png("1920x1280"),
            new Step.Resize(Fit.COVER, box("-x200"), Gravity.CENTER),
            new Step.Resize(Fit.COVER, box("0.5x-"), Gravity.CENTER),
            new Step.Rotate(90, Color.BLACK));

    assertThat(text(plan)).isEqualTo("Scale[300x200] Scale[150x100] Turn[1]");
    assertThat(sizeOf(plan)).isEqualTo("100x150");
  }

  @Test
  void fillsOnlyWhatIsTransparent() {
    SourceHeader clear = header(ImageFormat.PNG, 10, 10, 1, true, 1);
    Step flatten = new Step.Flatten(Color.opaque(1, 2, 3));
    Step translucent = new Step.Flatten(new Color(1, 2, 3, 0.5));

    assertThat(plan(png("10x10"), flatten).steps()).isEmpty();
    assertThat(plan(clear, flatten).steps())
        .containsExactly(new PlannedStep.Fill(Color.opaque(1, 2, 3)));
    assertThat(plan(clear, flatten, flatten).steps()).hasSize(1);
    assertThat(plan(clear, new Step.Flatten(Color.CLEAR)).steps()).isEmpty();
    assertThat(plan(clear, translucent, flatten).steps())
        .containsExactly(
            new PlannedStep.Fill(new Color(1, 2, 3, 0.5)),
            new PlannedStep.Fill(Color.opaque(1, 2, 3)));
    assertThat(
            plan(
                    png("10x10"),
                    new Step.Pad(Padding.FIT, Box.of(20, 10), Gravity.CENTER, Color.CLEAR),
                    flatten)
                .steps())
        .hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    // as measured with sharp 0.35: the size before the cut counts from what the decoder delivers
    "1000x1000, 500x-, 1, 'Scale[500x500]'",
    "1000x1000, 499x-, 1, 'Scale[499x499]'",
    "1000x1000, 333x-, 2, 'Scale[333x333]'",
    "1000x1000, 200x-, 4, 'Scale[200x200]'",
    "1000x1000, 125x-, 4, 'Scale[125x125]'",
    "1000x1000, 100x-, 8, 'Scale[100x100]'",
    "640x865,   200x-, 2, 'Scale[200x270]'",
    "1001x667,  100x100, 4, 'Scale[151x100] Cut[26,0 100x100]'",
    "1000x1000, 2000x-, 1, 'Scale[2000x2000]'",
    // fewer pixels than the factor would leave none
    "7x500,     -x3,    4, 'Scale[1x3]'",
    "1x300,     -x3,    1, 'Scale[1x3]'"
  })
  void letsTheJpegDecoderShrink(String source, String wish, int shrink, String steps) {
    SourceHeader jpeg = sized(ImageFormat.JPEG, source);

    RenderPlan plan = plan(jpeg, new Step.Resize(Fit.COVER, box(wish), Gravity.CENTER));

    assertThat(plan.shrink()).isEqualTo(shrink);
    assertThat(text(plan)).isEqualTo(steps);
  }

  @ParameterizedTest
  @CsvSource({
    "1000x1000, 500x-,   2, 'Scale[500x500]'",
    "1501x1001, 300x300, 3.3355555555555556, 'Scale[450x300] Cut[75,0 300x300]'",
    "1000x1000, 2000x-,  1, 'Scale[2000x2000]'"
  })
  void letsTheWebpDecoderShrink(String source, String wish, double shrink, String steps) {
    SourceHeader webp = sized(ImageFormat.WEBP, source);

    RenderPlan plan = plan(webp, new Step.Resize(Fit.COVER, box(wish), Gravity.CENTER));

    assertThat(plan.shrink()).isEqualTo(shrink);
    assertThat(text(plan)).isEqualTo(steps);
  }

  @Test
  void decodesAnAnimationWhole() {
    Step scale = new Step.Resize(Fit.COVER, Box.of(10, 10), Gravity.CENTER);

    assertThat(plan(header(ImageFormat.WEBP, 100, 100, 9, false, 1), scale).shrink()).isEqualTo(1);
  }

  @Test
  void shrinksOnLoadOnlyWhatIsScaledFirst() {
    Step scale = new Step.Resize(Fit.COVER, Box.of(10, 10), Gravity.CENTER);
    Step crop = new Step.Crop(Box.of(500, 500), Gravity.CENTER);
    SourceHeader jpeg = sized(ImageFormat.JPEG, "1000x1000");

    assertThat(plan(jpeg, scale).shrink()).isEqualTo(8);
    assertThat(plan(jpeg, crop, scale).shrink()).isEqualTo(1);
    assertThat(plan(png("1000x1000"), scale).shrink()).isEqualTo(1);
    assertThat(plan(header(ImageFormat.JPEG, 900, 1000, 1, false, 8), scale).shrink()).isEqualTo(8);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void acceptsNoMoreThanTheLimits(int frames) {
    Limits limits = limits(1_000L * frames, frames, 2_000L * frames, 2);
    SourceHeader gif = header(ImageFormat.GIF, 10, 100, frames, false, 1);
    Step twice = new Step.Resize(Fit.FORCE, Box.of(20, 100), Gravity.CENTER);

    assertThat(sizeOf(plan(gif, limits, twice))).isEqualTo("20x100");
    assertThat(limitOf(gif, limits, twice, twice, twice)).isEqualTo("steps");
    assertThat(limitOf(gif, limits, new Step.Resize(Fit.FORCE, Box.of(20, 101), Gravity.CENTER)))
        .isEqualTo("resultPixels");
    assertThat(limitOf(header(ImageFormat.GIF, 10, 101, frames, false, 1), limits))
        .isEqualTo("sourcePixels");
    assertThat(limitOf(header(ImageFormat.GIF, 1, 1, frames + 1, false, 1), limits))
        .isEqualTo(frames == 0 ? "" : "frames");
  }

  @Test
  void limitsAlsoWhatIsCutAwayAgain() {
    SourceHeader thin = sized(ImageFormat.PNG, "1x100000");
    Step cover = new Step.Resize(Fit.COVER, Box.of(1000, 1000), Gravity.CENTER);

    assertThat(limitOf(thin, Limits.DEFAULT, cover)).isEqualTo("resultPixels");
  }

  private static RenderPlan plan(SourceHeader header, Step... steps) {
    return plan(header, Limits.DEFAULT, steps);
  }

  private static RenderPlan plan(SourceHeader header, Limits limits, Step... steps) {
    Transformation transformation = new Transformation(List.of(steps), Output.DEFAULT);
    return new Planner()
        .plan(header, transformation, Accepts.NEITHER, RULES, limits, new NoProbe());
  }

  private static Fault faultOf(SourceHeader header, Step... steps) {
    return thrown(header, Limits.DEFAULT, steps);
  }

  private static String limitOf(SourceHeader header, Limits limits, Step... steps) {
    return ((Fault.LimitExceeded) thrown(header, limits, steps)).limit();
  }

  private static Fault thrown(SourceHeader header, Limits limits, Step... steps) {
    return catchThrowableOfType(FaultException.class, () -> plan(header, limits, steps)).fault();
  }

  private static Limits limits(long source, int frames, long result, int steps) {
    Duration second = Duration.ofSeconds(1);
    return new Limits(
        1, source, frames, result, steps, 1, 1, second, second, second, AllowedSizes.ANY);
  }

  private static SourceHeader png(String size) {
    return sized(ImageFormat.PNG, size);
  }

  private static SourceHeader sized(ImageFormat format, String size) {
    List<String> sides = List.of(size.split("x", -1));
    return header(
        format, Integer.parseInt(sides.get(0)), Integer.parseInt(sides.get(1)), 1, false, 1);
  }

  private static SourceHeader header(
      ImageFormat format, int width, int height, int frames, boolean alpha, int orientation) {
    return new SourceHeader(format, width, height, frames, alpha, orientation, OptionalInt.empty());
  }

  private static Box box(String wish) {
    List<String> sides = List.of(wish.split("x", -1));
    return new Box(extent(sides.get(0)), extent(sides.get(1)), 0, 1);
  }

  private static Extent extent(String side) {
    if (side.equals("-")) {
      return Extent.AUTO;
    }
    return side.startsWith("0.")
        ? new Extent.OfSource(Double.parseDouble(side))
        : new Extent.Pixels(Integer.parseInt(side));
  }

  private static String sizeOf(RenderPlan plan) {
    return plan.width() + "x" + plan.height();
  }

  private static String text(RenderPlan plan) {
    return String.join(" ", plan.steps().stream().map(PlannerTest::text).toList());
  }

  private static String text(PlannedStep step) {
    return switch (step) {
      case PlannedStep.Orient(var orientation) -> "Orient[" + orientation + "]";
      case PlannedStep.Scale(var width, var height) -> "Scale[" + width + "x" + height + "]";
      case PlannedStep.Cut(var left, var top, var width, var height) ->
          "Cut[%d,%d %dx%d]".formatted(left, top, width, height);
      case PlannedStep.Canvas(var left, var top, var width, var height, _) ->
          "Canvas[%d,%d %dx%d]".formatted(left, top, width, height);
      case PlannedStep.Turn(var quarters) -> "Turn[" + quarters + "]";
      case PlannedStep.Spin(_, _, var width, var height) -> "Spin[" + width + "x" + height + "]";
      case PlannedStep.Fill _ -> "Fill";
      default -> step.toString();
    };
  }
}
