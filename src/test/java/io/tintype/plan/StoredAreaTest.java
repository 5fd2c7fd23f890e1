package io.tintype.plan;

import static io.tintype.plan.Plans.box;
import static io.tintype.plan.Plans.plan;
import static io.tintype.plan.Plans.png;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tintype.model.Accepts;
import io.tintype.model.Backdrop;
import io.tintype.model.Box;
import io.tintype.model.Color;
import io.tintype.model.Expression;
import io.tintype.model.Fit;
import io.tintype.model.FocusArea;
import io.tintype.model.Gravity;
import io.tintype.model.ImageFormat;
import io.tintype.model.Layer;
import io.tintype.model.Layer.Blend;
import io.tintype.model.Limits;
import io.tintype.model.Output;
import io.tintype.model.Padding;
import io.tintype.model.Position;
import io.tintype.model.SourceRef;
import io.tintype.model.Step;
import io.tintype.model.Transformation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StoredAreaTest {
  private static final Gravity STORED = new Gravity.Stored(Gravity.CENTER);
  private static final Gravity OVERRIDING = new Gravity.Stored(new Gravity.Attention());
  private static final Probe NONE = new NoProbe();
  private static final SourceRef LAYER = new SourceRef.Named("layer.png", "");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // area           | cut     | begins at: around the area's middle, as far as there is
        // picture
        "100,100,50,50    | 200x100 | 25,  75",
        "100,100,51,51    | 200x100 | 26,  76",
        "0,0,10,10        | 200x100 | 0,   0",
        "630,470,10,10    | 200x100 | 440, 380",
        "600,440,100,100  | 200x100 | 440, 380",
        "0,0,640,480      | 200x100 | 220, 190",
        "0,0,9999,9999    | 200x100 | 220, 190",
        "500,0,1,1        | 300x-   | 340, 0",
        "0,400,1,1        | -x100   | 0,   351",
        "639,479,1,1      | 1x1     | 639, 479"
      })
  void cutsAroundItsMiddle(String area, String size, String corner) {
    RenderPlan plan = plan(source(area), NONE, new Step.Crop(box(size), STORED));

    assertThat(cornerOf(plan)).isEqualTo(corner.replaceAll("\\s+", " "));
    assertThat(plan.unmet()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "300,100,40,40 | 300x300 | 400x300 | 50, 0",
        "350,100,20,40 | 300x300 | 400x300 | 75, 0",
        "500,100,40,40 | 300x300 | 400x300 | 100, 0",
        "0,0,40,40     | 300x300 | 400x300 | 0, 0",
        "0,240,40,40   | 320x60  | 320x240 | 0, 100"
      })
  void choosesTheWindowThatHoldsItsMiddle(String area, String size, String scaled, String corner) {
    RenderPlan plan = plan(source(area), NONE, new Step.Resize(Fit.COVER, box(size), STORED));

    PlannedStep.Scale scale = (PlannedStep.Scale) plan.steps().getFirst();
    assertThat(scale.width() + "x" + scale.height()).isEqualTo(scaled);
    assertThat(cornerOf(plan)).isEqualTo(corner);
  }

  static Stream<Arguments> movesWithThePicture() {
    return Stream.of(
        // the area is 100,50,20,10 of 640x480; a cut of 40x40 begins 20 left of and above its
        // middle
        arguments(new Step.Resize(Fit.FORCE, Box.of(320, 960), Gravity.CENTER), "35, 90"),
        arguments(crop(50, 20, 200, 200), "40, 15"),
        arguments(crop(105, 0, 200, 200), "0, 35"),
        arguments(new Step.Rotate(90, Color.BLACK), "405, 90"),
        arguments(new Step.Rotate(180, Color.BLACK), "510, 405"),
        arguments(new Step.Rotate(270, Color.BLACK), "35, 510"),
        arguments(new Step.Flip(true, false), "510, 35"),
        arguments(new Step.Flip(false, true), "90, 405"),
        arguments(new Step.Border(Expression.of(10), Color.BLACK), "100, 45"),
        arguments(pad(new Backdrop.Solid(Color.BLACK)), "170, 75"),
        arguments(pad(new Backdrop.Dominant(Backdrop.Spread.PLAIN)), "170, 75"),
        arguments(new Step.Trim(10), "85, 32"),
        arguments(new Step.Blur(5), "90, 35"),
        arguments(new Step.Fade(0.5), "90, 35"),
        arguments(overlay(Blend.OVER), "90, 35"),
        arguments(overlay(Blend.CUTTER), "60, 15"));
  }

  @ParameterizedTest
  @MethodSource
  void movesWithThePicture(Step before, String corner) {
    FakeProbe probe =
        new FakeProbe().layer(LAYER, png("300x300")).trimsTo(new Region(5, 3, 600, 400));

    RenderPlan plan =
        plan(source("100,50,20,10"), probe, before, new Step.Crop(Box.of(40, 40), STORED));

    assertThat(cornerOf(plan)).isEqualTo(corner);
    assertThat(plan.unmet()).isEmpty();
  }

  @Test
  void turnsWithThePicture() {
    SourceHeader square = png("100x100").withFocus(FocusArea.parse("79,49,2,2"));
    Step turn = new Step.Rotate(45, Color.BLACK);

    RenderPlan plan = plan(square, NONE, turn, new Step.Crop(Box.of(11, 11), STORED));

    // 30 right of the middle of 141x141 become 21.2 right and 21.2 below
    assertThat(cornerOf(plan)).isEqualTo("86, 86");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"700,0,50,50", "0,480,50,50", "640,480,1,1"})
  void isReportedWhereItLiesOutside(String area) {
    RenderPlan plan = plan(source(area), NONE, new Step.Crop(Box.of(40, 40), STORED));

    assertThat(cornerOf(plan)).isEqualTo("300, 220");
    assertThat(plan.unmet()).containsExactly("fo-custom");
  }

  static Stream<Step> isReportedWhereItIsOutOfSight() {
    return Stream.of(crop(200, 200, 200, 200), new Step.Arc(60));
  }

  @ParameterizedTest
  @MethodSource
  void isReportedWhereItIsOutOfSight(Step before) {
    RenderPlan plan =
        plan(source("100,50,20,10"), NONE, before, new Step.Crop(Box.of(40, 40), STORED));

    assertThat(plan.unmet()).containsExactly("fo-custom");
  }

  @Test
  void countsInTheUprightPicture() {
    SourceHeader lying =
        new SourceHeader(ImageFormat.JPEG, 640, 480, 1, false, 6, OptionalInt.empty())
            .withFocus(Optional.of(new FocusArea(400, 500, 40, 20)));

    RenderPlan plan = plan(lying, NONE, new Step.Crop(Box.of(100, 100), STORED));

    assertThat(cornerOf(plan)).isEqualTo("370, 460");
  }

  @Test
  void ofALayerIsThatOfItsPicture() {
    FakeProbe probe =
        new FakeProbe().layer(LAYER, png("300x300").withFocus(FocusArea.parse("200,100,20,20")));
    Step.Crop crop = new Step.Crop(Box.of(40, 40), STORED);
    Layer.Content picture = new Layer.Picture(LAYER, OptionalInt.empty());
    Step overlay = new Step.Overlay(new Layer(picture, List.of(crop), Position.MIDDLE, Blend.OVER));

    RenderPlan plan = plan(png("640x480"), probe, overlay);

    PlannedStep.Overlay planned = (PlannedStep.Overlay) plan.steps().getFirst();
    assertThat(planned.layer().steps()).containsExactly(new PlannedStep.Cut(190, 90, 40, 40));
  }

  @Test
  void goesBeforeAttentionWhereItOverrides() {
    Step crop = new Step.Crop(Box.of(40, 40), OVERRIDING);
    FakeProbe probe = new FakeProbe().attendsTo(20, 0);

    assertThat(cornerOf(plan(source("100,50,20,10"), NONE, crop))).isEqualTo("90, 35");
    assertThat(cornerOf(plan(png("640x480"), probe, crop))).isEqualTo("20, 0");
    assertThat(plan(png("640x480"), probe, crop).unmet()).isEmpty();
  }

  @Test
  void isReportedAndNotRefusedWhereASourceHasNone() {
    Step crop = new Step.Crop(Box.of(40, 40), STORED);
    OutputRules strict = new OutputRules(80, List.of(), 4_000_000, true);

    RenderPlan plan =
        new Planner()
            .plan(
                png("640x480"),
                new Transformation(List.of(crop), Output.DEFAULT),
                Accepts.NEITHER,
                strict,
                Limits.DEFAULT,
                NONE);

    assertThat(cornerOf(plan)).isEqualTo("300, 220");
    assertThat(plan.unmet()).containsExactly("fo-custom");
  }

  private static SourceHeader source(String area) {
    return png("640x480").withFocus(FocusArea.parse(area));
  }

  private static Step crop(int x, int y, int width, int height) {
    return new Step.Crop(Box.of(width, height), new Gravity.TopLeft(x, y));
  }

  private static Step pad(Backdrop backdrop) {
    return new Step.Pad(Padding.EXTEND, Box.of(800, 560), Gravity.CENTER, backdrop);
  }

  /** 300x300 at 30, 20. */
  private static Step overlay(Blend blend) {
    Layer.Content picture = new Layer.Picture(LAYER, OptionalInt.empty());
    Position position = new Position.Offset(axis(30), axis(20), Gravity.Direction.TOP_LEFT);
    return new Step.Overlay(new Layer(picture, List.of(), position, blend));
  }

  private static Position.Axis axis(int pixels) {
    return new Position.Axis(Expression.of(pixels), Position.Origin.START);
  }

  private static String cornerOf(RenderPlan plan) {
    PlannedStep.Cut cut = (PlannedStep.Cut) plan.steps().getLast();
    return cut.left() + ", " + cut.top();
  }
}
