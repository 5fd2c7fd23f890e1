package io.tintype.plan;

import static io.tintype.plan.Plans.box;
import static io.tintype.plan.Plans.extent;
import static io.tintype.plan.Plans.plan;
import static io.tintype.plan.Plans.png;
import static io.tintype.plan.Plans.sizeOf;
import static io.tintype.plan.Plans.strictFault;
import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.fault.Fault;
import io.tintype.model.Backdrop;
import io.tintype.model.Backdrop.Spread;
import io.tintype.model.Box;
import io.tintype.model.Color;
import io.tintype.model.Extent;
import io.tintype.model.Fit;
import io.tintype.model.Gravity;
import io.tintype.model.Gravity.Direction;
import io.tintype.model.ImageFormat;
import io.tintype.model.Padding;
import io.tintype.model.Step;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizePlannerTest {
  private static final Probe NONE = new NoProbe();
  private static final Gravity FACE = new Gravity.Objects(Set.of("face"), 1);

  @ParameterizedTest
  @CsvSource({
    // computed sides of 640x865
    "((iw mul 0.8) add (ih mul 0.4)), -, 858x1160",
    "(cw div 2),    -,            320x433",
    "-,             (ih div 5),   128x173",
    "(iw div 3),    (ih div 3),   213x288",
    "(1 div 1),     -,            1x1",
    "(1 div 2),     -,            1x1",
    "(1 div 3),     -,            640x865",
    "(1 div 0),     -,            640x865",
    "(0 sub 5),     100,          74x100",
    "(iw mul 1000), 100,          74x100",
    "bw,            100,          74x100"
  })
  void scalesToComputedSides(String width, String height, String size) {
    Box wish = new Box(extent(width), extent(height), 0, 1);

    assertThat(sizeOf(plan(png("640x865"), NONE, resize(wish, Gravity.CENTER)))).isEqualTo(size);
  }

  @ParameterizedTest
  @CsvSource({
    "100, car,         1,           100x135",
    "100, (1 div 0),   1,           100x135",
    "100, (0 sub 1),   1,           100x135",
    "100, 2,           1,           100x50",
    "100, 2,           (1 add 1),   200x100",
    "100, 2,           (1 add 6),   100x50",
    "100, 2,           (1 div 20),  100x50",
    "100, 2,           (1 div 0),   100x50"
  })
  void takesImpossibleRatiosAndDensitiesAsNotGiven(
      String width, String ratio, String density, String size) {
    Box wish = new Box(extent(width), Extent.AUTO, Numbers.of(ratio), Numbers.of(density));

    assertThat(sizeOf(plan(png("640x865"), NONE, resize(wish, Gravity.CENTER)))).isEqualTo(size);
  }

  @ParameterizedTest
  @CsvSource({
    "(iw div 2), 10,         320, 10",
    "10.4,       10.5,       10,  11",
    "(1 div 0),  10,         0,   10",
    "10,         (1 div 0),  10,  0",
    "(1 div 0),  (1 div 0),  170, 283"
  })
  void cutsAtComputedCorners(String x, String y, int left, int top) {
    Gravity corner = new Gravity.TopLeft(Numbers.of(x), Numbers.of(y));

    assertThat(plan(png("640x865"), NONE, new Step.Crop(Box.of(300, 300), corner)).steps())
        .containsExactly(new PlannedStep.Cut(left, top, 300, 300));
  }

  @Test
  void cutsAroundComputedPoints() {
    Gravity around = new Gravity.Centre(Numbers.of("(1 div 0)"), Numbers.of("(ih sub 150)"));

    assertThat(plan(png("640x865"), NONE, new Step.Crop(Box.of(300, 300), around)).steps())
        .containsExactly(new PlannedStep.Cut(170, 565, 300, 300));
  }

  @Test
  void scalesBeforeItLooksForAttention() {
    FakeProbe probe = new FakeProbe().attendsTo(7, 30);
    SourceHeader jpeg = Plans.of(ImageFormat.JPEG, "1000x4000", false);

    RenderPlan plan = plan(jpeg, probe, resize(Box.of(100, 100), new Gravity.Attention()));

    assertThat(plan.steps())
        .containsExactly(new PlannedStep.Scale(100, 400), new PlannedStep.Cut(0, 30, 100, 100));
    assertThat(probe.asked())
        .containsExactly(new Progress(new Material.Source(), 8, 1, plan.steps().subList(0, 1)));
  }

  @Test
  void asksForNoAttentionWhenNothingIsCut() {
    assertThat(plan(png("100x100"), NONE, resize(Box.of(50, 50), new Gravity.Attention())).steps())
        .containsExactly(new PlannedStep.Scale(50, 50));
  }

  @Test
  void keepsAnswersInsideThePicture() {
    FakeProbe probe = new FakeProbe().attendsTo(5_000, -3);

    assertThat(
            plan(png("100x100"), probe, new Step.Crop(Box.of(30, 40), new Gravity.Attention()))
                .steps())
        .containsExactly(new PlannedStep.Cut(70, 0, 30, 40));
  }

  @Test
  void paysAttentionWhereNothingCanLookForThings() {
    FakeProbe probe = new FakeProbe().attendsTo(20, 0);
    Gravity things = new Gravity.Objects(Set.of("dog", "cat"), 1);

    RenderPlan plan = plan(png("200x100"), probe, resize(Box.of(100, 100), things));

    assertThat(plan.steps()).containsExactly(new PlannedStep.Cut(20, 0, 100, 100));
    assertThat(plan.unmet()).isEmpty();
  }

  @Test
  void reportsThingsThatAreNotThere() {
    FakeProbe probe = new FakeProbe().finds().attendsTo(20, 0);

    RenderPlan plan = plan(png("200x100"), probe, resize(Box.of(100, 100), FACE));

    assertThat(plan.steps()).containsExactly(new PlannedStep.Cut(20, 0, 100, 100));
    assertThat(plan.unmet()).containsExactly("fo-face");
  }

  @ParameterizedTest
  @CsvSource({
    // two faces in a picture of 400x200, together 100,20 to 140,60
    "1,   'Cut[left=20, top=0, width=200, height=200] Scale[width=100, height=100]'",
    "2,   'Cut[left=70, top=0, width=100, height=100] Scale[width=100, height=100]'",
    "0.1, 'Cut[left=20, top=0, width=200, height=200] Scale[width=100, height=100]'",
    "4,   'Cut[left=95, top=15, width=50, height=50] Scale[width=100, height=100]'"
  })
  void coversWithThingsInTheMiddle(double zoom, String steps) {
    FakeProbe probe =
        new FakeProbe().finds(new Region(100, 20, 10, 10), new Region(120, 40, 20, 20));
    Gravity faces = new Gravity.Objects(Set.of("face"), zoom);

    RenderPlan plan = plan(png("400x200"), probe, resize(Box.of(100, 100), faces));

    assertThat(sizeOf(plan)).isEqualTo("100x100");
    assertThat(text(plan)).isEqualTo(zoom == 2 ? steps.substring(0, steps.indexOf(" S")) : steps);
  }

  @Test
  void cutsRegionsAroundThings() {
    FakeProbe probe = new FakeProbe().finds(new Region(100, 20, 40, 40));

    assertThat(text(plan(png("400x200"), probe, new Step.Crop(Box.of(60, 50), FACE))))
        .isEqualTo("Cut[left=90, top=15, width=60, height=50]");
    assertThat(text(plan(png("400x200"), probe, new Step.Crop(box("-x-"), FACE))))
        .isEqualTo("Cut[left=100, top=20, width=40, height=40]");
    assertThat(
            text(
                plan(
                    png("400x200"),
                    probe,
                    new Step.Crop(new Box(Extent.AUTO, Extent.AUTO, 2, 1), FACE))))
        .isEqualTo("Cut[left=80, top=20, width=80, height=40]");
    assertThat(
            text(
                plan(
                    png("400x200"),
                    probe,
                    new Step.Pad(Padding.EXTRACT, Box.of(500, 100), FACE, Color.BLACK))))
        .startsWith("Cut[left=0, top=0, width=400, height=100]");
    assertThat(plan(png("400x200"), NONE, new Step.Crop(box("-x-"), Gravity.CENTER)).steps())
        .isEmpty();
  }

  @Test
  void keepsUncutAxesWholeForAttention() {
    FakeProbe probe = new FakeProbe().attendsTo(0, 33);
    Step pad = new Step.Pad(Padding.EXTRACT, Box.of(300, 50), new Gravity.Attention(), Color.BLACK);

    assertThat(plan(png("200x100"), probe, pad).steps())
        .containsExactly(
            new PlannedStep.Cut(0, 33, 200, 50),
            new PlannedStep.Canvas(50, 0, 300, 50, Color.BLACK));
  }

  @Test
  void putsAPictureOnItselfBlurred() {
    Step pad =
        new Step.Pad(
            Padding.FIT,
            Box.of(800, 600),
            Gravity.CENTER,
            new Backdrop.Blurred(OptionalDouble.empty(), 30));

    assertThat(plan(png("600x600"), NONE, pad).steps())
        .containsExactly(
            new PlannedStep.BlurredCanvas(
                new PlannedStep.Scale(800, 800),
                new PlannedStep.Cut(0, 100, 800, 600),
                12,
                15,
                new PlannedStep.Scale(600, 600),
                100,
                0));
    assertThat(sizeOf(plan(png("600x600"), NONE, pad))).isEqualTo("800x600");
    assertThat(plan(png("400x300"), NONE, pad).steps())
        .containsExactly(new PlannedStep.Scale(800, 600));
  }

  @Test
  void shrinksWhileLoadingForABlurredCanvas() {
    SourceHeader jpeg = Plans.of(ImageFormat.JPEG, "4001x4001", false);
    Backdrop blurred = new Backdrop.Blurred(OptionalDouble.of(0), 0);
    Step pad =
        new Step.Pad(
            Padding.FIT_NO_ENLARGE, Box.of(400, 300), new Gravity.Compass(Direction.LEFT), blurred);

    RenderPlan plan = plan(jpeg, NONE, pad);

    assertThat(plan.shrink()).isEqualTo(8);
    assertThat(plan.steps())
        .containsExactly(
            new PlannedStep.BlurredCanvas(
                new PlannedStep.Scale(400, 400),
                new PlannedStep.Cut(0, 50, 400, 300),
                0,
                0,
                new PlannedStep.Scale(300, 300),
                0,
                0));
  }

  @Test
  void blursNothingBehindWhatIsNotScaled() {
    Backdrop blurred = new Backdrop.Blurred(OptionalDouble.empty(), 0);
    Step extract = new Step.Pad(Padding.EXTRACT, Box.of(20, 10), Gravity.CENTER, blurred);
    Step fitting = new Step.Pad(Padding.EXTEND, Box.of(10, 10), Gravity.CENTER, blurred);

    assertThat(plan(png("10x10"), NONE, extract).unmet()).containsExactly("bg-blurred");
    assertThat(plan(png("10x10"), NONE, extract).steps())
        .containsExactly(new PlannedStep.Canvas(5, 0, 20, 10, Color.BLACK));
    assertThat(plan(png("10x10"), NONE, fitting).unmet()).isEmpty();
    assertThat(strictFault(png("10x10"), NONE, extract)).isInstanceOf(Fault.UnknownParameter.class);
  }

  @Test
  void fillsCanvasesWithDominantColours() {
    Step dominant =
        new Step.Pad(
            Padding.FIT, Box.of(20, 10), Gravity.CENTER, new Backdrop.Dominant(Spread.PLAIN));
    Step gradient =
        new Step.Pad(
            Padding.EXTEND, Box.of(20, 10), Gravity.CENTER, new Backdrop.Dominant(Spread.CORNERS));

    assertThat(plan(png("10x10"), NONE, dominant).steps())
        .containsExactly(
            new PlannedStep.DominantCanvas(5, 0, 20, 10, new Backdrop.Dominant(Spread.PLAIN)));
    assertThat(plan(png("10x10"), NONE, gradient).steps())
        .containsExactly(
            new PlannedStep.DominantCanvas(5, 0, 20, 10, new Backdrop.Dominant(Spread.CORNERS)));
  }

  private static Step resize(Box box, Gravity gravity) {
    return new Step.Resize(Fit.COVER, box, gravity);
  }

  private static String text(RenderPlan plan) {
    return String.join(" ", plan.steps().stream().map(Object::toString).toList());
  }
}
