package io.tintype.plan;

import static io.tintype.plan.Plans.clear;
import static io.tintype.plan.Plans.fault;
import static io.tintype.plan.Plans.plan;
import static io.tintype.plan.Plans.png;
import static io.tintype.plan.Plans.sizeOf;
import static io.tintype.plan.Plans.strictFault;
import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.fault.Fault;
import io.tintype.model.Color;
import io.tintype.model.Corners;
import io.tintype.model.Fit;
import io.tintype.model.FormatChoice;
import io.tintype.model.Gravity;
import io.tintype.model.ImageFormat;
import io.tintype.model.Output;
import io.tintype.model.Quadrangle;
import io.tintype.model.Quadrangle.Point;
import io.tintype.model.Step;
import io.tintype.model.Transformation;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapePlannerTest {
  private static final Probe NONE = new NoProbe();

  @Test
  void trimsToWhatTheProbeLeaves() {
    FakeProbe probe = new FakeProbe().trimsTo(new Region(3, 4, 50, 60));

    RenderPlan plan = plan(png("100x100"), probe, new Step.Trim(10));

    assertThat(plan.steps()).containsExactly(new PlannedStep.Cut(3, 4, 50, 60));
    assertThat(plan(png("100x100"), new FakeProbe(), new Step.Trim(10)).steps()).isEmpty();
  }

  @Test
  void decodesInFullWhatIsLookedAt() {
    SourceHeader jpeg = Plans.of(ImageFormat.JPEG, "1000x1000", false);
    Step scale = new Step.Resize(Fit.COVER, Plans.box("100x-"), Gravity.CENTER);

    assertThat(plan(jpeg, NONE, scale).shrink()).isEqualTo(8);
    assertThat(plan(jpeg, new FakeProbe(), new Step.Trim(10), scale).shrink()).isEqualTo(1);
    assertThat(plan(jpeg, NONE, new Step.Blur(3), scale).shrink()).isEqualTo(1);
    assertThat(plan(jpeg, NONE, new Step.Blur(0.1), scale).shrink()).isEqualTo(8);
  }

  @Test
  void mirrors() {
    assertThat(plan(png("10x10"), NONE, new Step.Flip(true, false)).steps())
        .containsExactly(new PlannedStep.Flip(true, false));
    assertThat(plan(png("10x10"), NONE, new Step.Flip(false, true)).steps())
        .containsExactly(new PlannedStep.Flip(false, true));
    assertThat(plan(png("10x10"), NONE, new Step.Flip(false, false)).steps()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "10,              120x70",
    "0.5,             102x52",
    "(ih mul 0.1),    110x60",
    "0,               100x50",
    "-4,              100x50",
    "(1 div 0),       100x50"
  })
  void growsByABorderOnEverySide(String width, String size) {
    Step border = new Step.Border(Numbers.of(width), Color.WHITE);

    assertThat(sizeOf(plan(png("100x50"), NONE, border))).isEqualTo(size);
  }

  @Test
  void drawsABorderAsACanvas() {
    Step border = new Step.Border(Numbers.of("3"), Color.WHITE);

    assertThat(plan(png("100x50"), NONE, border).steps())
        .containsExactly(new PlannedStep.Canvas(3, 3, 106, 56, Color.WHITE));
    assertThat(fault(png("100x50"), NONE, new Step.Border(Numbers.of("1e9"), Color.WHITE)))
        .isInstanceOf(Fault.LimitExceeded.class);
  }

  @Test
  void roundsCornersUpToHalfTheShorterSide() {
    assertThat(plan(png("100x51"), NONE, new Step.RoundCorners(new Corners(5, 0, 90, 25))).steps())
        .containsExactly(new PlannedStep.RoundCorners(new Corners(5, 0, 25, 25)));
    assertThat(
            plan(png("100x51"), NONE, new Step.RoundCorners(new Corners(Corners.MAX, 0, 1, 2)))
                .steps())
        .containsExactly(new PlannedStep.RoundCorners(new Corners(25, 0, 1, 2)));
    assertThat(plan(png("100x51"), NONE, new Step.RoundCorners(Corners.all(Corners.MAX))).steps())
        .containsExactly(new PlannedStep.Ellipse());
    assertThat(plan(png("100x51"), NONE, new Step.RoundCorners(Corners.all(0))).steps()).isEmpty();
    assertThat(plan(png("100x1"), NONE, new Step.RoundCorners(Corners.all(Corners.MAX))).steps())
        .isEmpty();
  }

  @Test
  void knowsThatRoundCornersAreTransparent() {
    Transformation toJpeg =
        new Transformation(
            List.of(new Step.RoundCorners(Corners.all(9))),
            new Output(new FormatChoice.Exactly(ImageFormat.JPEG), OptionalInt.empty()));

    assertThat(plan(png("100x50"), NONE, toJpeg).steps())
        .containsExactly(
            new PlannedStep.RoundCorners(Corners.all(9)), new PlannedStep.Fill(Color.BLACK));
  }

  @Test
  void movesCornersOntoTheirBoundingBox() {
    Quadrangle to =
        new Quadrangle(new Point(-20, 10), new Point(90, -5), new Point(110, 70), new Point(0, 60));

    RenderPlan plan = plan(png("100x50"), NONE, new Step.Perspective(to));

    assertThat(plan.steps())
        .containsExactly(
            new PlannedStep.Perspective(
                new Quadrangle(
                    new Point(0, 15), new Point(110, 0), new Point(130, 75), new Point(20, 65)),
                130,
                75));
    assertThat(sizeOf(plan)).isEqualTo("130x75");
  }

  @Test
  void leavesCornersWhereTheyAre() {
    assertThat(plan(png("100x50"), NONE, new Step.Perspective(rectangle(0, 0, 100, 50))).steps())
        .isEmpty();
    assertThat(plan(png("100x50"), NONE, new Step.Perspective(rectangle(9, 9, 109, 59))).steps())
        .isEmpty();
    assertThat(plan(png("100x50"), NONE, new Step.Perspective(rectangle(0, 0, 100, 51))).steps())
        .hasSize(1);
  }

  @Test
  void refusesCornersThatMakeADent() {
    Quadrangle dent =
        new Quadrangle(new Point(0, 0), new Point(99, 0), new Point(99, 99), new Point(90, 10));

    RenderPlan plan = plan(png("100x50"), NONE, new Step.Perspective(dent));

    assertThat(plan.steps()).isEmpty();
    assertThat(plan.unmet()).containsExactly("e-distort-p");
    assertThat(strictFault(png("100x50"), NONE, new Step.Perspective(dent)))
        .isInstanceOf(Fault.UnknownParameter.class);
  }

  @Test
  void refusesCornersThatAreFarApart() {
    int far = Integer.MAX_VALUE;

    assertThat(fault(png("9x9"), NONE, new Step.Perspective(rectangle(-far, -far, far, far))))
        .isInstanceOf(Fault.LimitExceeded.class);
  }

  @ParameterizedTest
  @CsvSource({
    // 200/pi = 63.66 is the radius of the middle row of a half circle, 86.66 that of the top row
    "200x46, 180,  174x87",
    "200x46, -180, 174x87",
    // a ring: the outer radius is 200/(2 pi) + 23 = 54.83
    "200x46, 360,  110x110",
    // 127.32 on the middle, 150.32 outside, 104.32 inside; 150.32 - 104.32 cos 45 = 76.56
    "200x46, 90,   213x77",
    // 42.44 on the middle, 65.44 outside; 65.44 (1 + cos 45) = 111.72
    "200x46, 270,  131x112",
    // the inner radius ends at the centre
    "100x400, 180, 464x232",
    "200x46, 0.0000001, 200x46",
    "200x46, 0,    200x46"
  })
  void bendsOntoTheBoundingBoxOfARing(String source, double degrees, String size) {
    assertThat(sizeOf(plan(png(source), NONE, new Step.Arc(degrees)))).isEqualTo(size);
  }

  @Test
  void bendsNothingByNothing() {
    assertThat(plan(png("9x9"), NONE, new Step.Arc(0)).steps()).isEmpty();
    assertThat(plan(clear("200x46"), NONE, new Step.Arc(-180)).steps())
        .containsExactly(new PlannedStep.Arc(-180, 174, 87));
  }

  private static Quadrangle rectangle(int left, int top, int right, int bottom) {
    return new Quadrangle(
        new Point(left, top),
        new Point(right, top),
        new Point(right, bottom),
        new Point(left, bottom));
  }
}
