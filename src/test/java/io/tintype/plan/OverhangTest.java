package io.tintype.plan;

import static io.tintype.plan.Plans.clear;
import static io.tintype.plan.Plans.fault;
import static io.tintype.plan.Plans.plan;
import static io.tintype.plan.Plans.png;
import static io.tintype.plan.Plans.sizeOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.fault.Fault;
import io.tintype.model.Color;
import io.tintype.model.Expression;
import io.tintype.model.Extent;
import io.tintype.model.Gravity.Direction;
import io.tintype.model.Layer;
import io.tintype.model.Layer.Blend;
import io.tintype.model.Layer.Overhang;
import io.tintype.model.Position;
import io.tintype.model.SourceRef;
import io.tintype.model.Step;
import io.tintype.model.Text;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Layers that reach beyond the picture, and words that reach beyond their box. */
class OverhangTest {
  private static final SourceRef LOGO = new SourceRef.Named("logo.png", "");

  private final FakeProbe probe = new FakeProbe().layer(LOGO, clear("40x20"));

  @ParameterizedTest
  @CsvSource({
    "CENTER,        0,   0, 100x60,  30,  20",
    "TOP_LEFT,     10,   5, 100x60,  10,   5",
    "TOP_LEFT,    -10,  -5, 110x65,   0,   0",
    "BOTTOM_RIGHT, 10,   5, 100x60,  50,  35",
    "BOTTOM_RIGHT,-10,  -5, 110x65,  70,  45",
    "TOP,           5, -20, 100x80,  35,   0",
    "BOTTOM,        5, -20, 100x80,  35,  60",
    "LEFT,        -40,   3, 140x60,   0,  23",
    "RIGHT,      -140,   0, 240x60, 200,  20",
    "CENTER,       80,   0, 150x60, 110,  20"
  })
  void growsByWhatLayersReachBeyondIt(
      Direction from, int x, int y, String size, int left, int top) {
    RenderPlan plan = plan(png("100x60"), probe, overlay(from, x, y, Overhang.GROWS));

    assertThat(sizeOf(plan)).isEqualTo(size);
    assertThat(List.of(placed(plan).left(), placed(plan).top())).containsExactly(left, top);
  }

  @Test
  void keepsItsPlaceOnTheLargerCanvas() {
    RenderPlan plan =
        plan(png("100x60"), probe, overlay(Direction.TOP_LEFT, -10, -5, Overhang.GROWS));

    assertThat(plan.steps().getFirst())
        .isEqualTo(new PlannedStep.Canvas(10, 5, 110, 65, Color.CLEAR));
  }

  @ParameterizedTest
  @CsvSource({
    "TOP_LEFT,     -10,  -5, -10,  -5",
    "BOTTOM_RIGHT, -10,  -5,  70,  45",
    "CENTER,        40,   0,  70,  20"
  })
  void cutsLayersWhereTheyEnd(Direction from, int x, int y, int left, int top) {
    RenderPlan plan = plan(png("100x60"), probe, overlay(from, x, y, Overhang.CUT));

    assertThat(sizeOf(plan)).isEqualTo("100x60");
    assertThat(List.of(placed(plan).left(), placed(plan).top())).containsExactly(left, top);
  }

  @ParameterizedTest
  @CsvSource({"100, 0", "-40, 0", "0, 60", "0, -20", "2000000000, 0"})
  void drawsNothingBesideThePicture(int x, int y) {
    assertThat(plan(png("100x60"), probe, overlay(Direction.TOP_LEFT, x, y, Overhang.CUT)).steps())
        .isEmpty();
  }

  @Test
  void refusesCanvasesBeyondTheLimit() {
    assertThat(
            fault(
                png("100x60"),
                probe,
                overlay(Direction.TOP_LEFT, 2_000_000_000, 0, Overhang.GROWS)))
        .isInstanceOf(Fault.LimitExceeded.class);
  }

  @Test
  void repeatsLayersAllOverThePicture() {
    RenderPlan plan =
        plan(png("100x60"), probe, overlay(Direction.TOP_LEFT, 50, -5, Overhang.TILED));

    assertThat(sizeOf(plan)).isEqualTo("100x60");
    assertThat(placed(plan).steps()).containsExactly(new PlannedStep.Tile(10, 15, 100, 60));
    assertThat(List.of(placed(plan).left(), placed(plan).top())).containsExactly(0, 0);
  }

  @Test
  void shortensWordsThatAreTooHigh() {
    Probe lines = new FakeProbe().measures(OverhangTest::lines);

    assertThat(written(plan(png("100x60"), lines, words("one two three four", 30, false))))
        .isEqualTo("one two three four");
    assertThat(written(plan(png("100x60"), lines, words("one two three four five", 20, false))))
        .isEqualTo("one two three four…");
    assertThat(written(plan(png("100x60"), lines, words("one two three", 5, false))))
        .isEqualTo("…");
    assertThat(fault(png("100x60"), lines, words("one two three four five", 20, true)))
        .isInstanceOf(Fault.LimitExceeded.class);
  }

  private static String written(RenderPlan plan) {
    return ((Material.Words) placed(plan).material()).text().text();
  }

  private static PlannedLayer placed(RenderPlan plan) {
    return ((PlannedStep.Overlay) plan.steps().getLast()).layer();
  }

  private static Step overlay(Direction from, int x, int y, Overhang overhang) {
    return new Step.Overlay(
        new Layer(
            new Layer.Picture(LOGO, OptionalInt.empty()),
            List.of(),
            new Position.Inwards(from, Expression.of(x), Expression.of(y)),
            Blend.OVER,
            overhang));
  }

  private static Step words(String text, int height, boolean complete) {
    Text.Setting setting =
        new Text.Setting(
            0, OptionalDouble.empty(), Optional.empty(), new Extent.Pixels(height), complete);
    Text words =
        new Text(
            text,
            new Text.Family(""),
            Expression.of(10),
            Color.BLACK,
            new Extent.Pixels(50),
            Text.Alignment.LEFT,
            Text.Padding.NONE,
            Color.CLEAR,
            Set.of(),
            Optional.empty(),
            setting);
    return new Step.Overlay(
        new Layer(new Layer.Words(words), List.of(), Position.MIDDLE, Blend.OVER, Overhang.GROWS));
  }

  /** Ten pixels for every two words. */
  private static Dimensions lines(PlannedText text) {
    int words = text.text().strip().split(" ").length;
    return new Dimensions(50, 10 * Math.ceilDiv(words, 2));
  }
}
