package io.tintype.plan;

import static io.tintype.plan.Plans.box;
import static io.tintype.plan.Plans.clear;
import static io.tintype.plan.Plans.extent;
import static io.tintype.plan.Plans.fault;
import static io.tintype.plan.Plans.moving;
import static io.tintype.plan.Plans.plan;
import static io.tintype.plan.Plans.png;
import static io.tintype.plan.Plans.sizeOf;
import static io.tintype.plan.Plans.strictFault;
import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.fault.Fault;
import io.tintype.model.Box;
import io.tintype.model.Branch;
import io.tintype.model.Color;
import io.tintype.model.Condition;
import io.tintype.model.Condition.Relation;
import io.tintype.model.Expression;
import io.tintype.model.Extent;
import io.tintype.model.Fit;
import io.tintype.model.Gravity;
import io.tintype.model.Gravity.Direction;
import io.tintype.model.ImageFormat;
import io.tintype.model.Layer;
import io.tintype.model.Layer.Blend;
import io.tintype.model.Output;
import io.tintype.model.Position;
import io.tintype.model.Position.Axis;
import io.tintype.model.Position.Origin;
import io.tintype.model.SourceRef;
import io.tintype.model.Step;
import io.tintype.model.Text;
import io.tintype.testing.CaseTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayerPlannerTest {
  private static final Path POSITIONS = Path.of("src/test/resources/cases/layer-positions.txt");
  private static final SourceRef LOGO = new SourceRef.Named("logo.png", "");
  private static final SourceRef PHOTO = new SourceRef.Named("photo.jpg", "");
  private static final Color RED = Color.opaque(255, 0, 0);

  private final FakeProbe probe =
      new FakeProbe()
          .layer(LOGO, clear("40x20"))
          .layer(PHOTO, Plans.of(ImageFormat.JPEG, "1000x800", false))
          .measures(120, 50);

  @ParameterizedTest
  @MethodSource("positions")
  void placesLayers(String line) {
    List<String> cells = List.of(line.split("\\|", -1));
    List<String> layer = List.of(cells.get(1).strip().split("x", -1));
    Step overlay =
        overlay(
            new Layer.Block(extent(layer.get(0)), extent(layer.get(1)), RED),
            position(cells.get(2).strip()),
            Blend.OVER);

    RenderPlan plan = plan(png(cells.get(0).strip()), probe, overlay);

    assertThat(placed(plan).left() + "," + placed(plan).top()).isEqualTo(cells.get(3).strip());
    assertThat(sizeOf(plan)).isEqualTo(cells.get(0).strip());
  }

  static List<String> positions() throws IOException {
    return CaseTable.lines(POSITIONS);
  }

  @Test
  void plansALayerAsAChainOfItsOwn() {
    Step scale = new Step.Resize(Fit.COVER, box("100x-"), Gravity.CENTER);
    Step overlay =
        overlay(new Layer.Picture(PHOTO, OptionalInt.empty()), Position.MIDDLE, Blend.OVER, scale);

    PlannedLayer layer = placed(plan(png("300x200"), probe, overlay));

    assertThat(layer.material()).isEqualTo(new Material.Picture(PHOTO, 1));
    assertThat(layer.shrink()).isEqualTo(8);
    assertThat(layer.steps()).containsExactly(new PlannedStep.Scale(100, 80));
    assertThat(List.of(layer.width(), layer.height(), layer.left(), layer.top()))
        .containsExactly(100, 80, 100, 60);
  }

  @Test
  void asksForTheEdgesOfTheLayer() {
    probe.trimsTo(new Region(100, 100, 500, 500));
    Step scale = new Step.Resize(Fit.COVER, box("100x-"), Gravity.CENTER);
    Step overlay =
        overlay(
            new Layer.Picture(PHOTO, OptionalInt.of(3)),
            Position.MIDDLE,
            Blend.OVER,
            new Step.Trim(10),
            scale);

    PlannedLayer layer = placed(plan(png("300x200"), probe, overlay));

    assertThat(probe.asked())
        .containsExactly(new Progress(new Material.Picture(PHOTO, 3), 1, 1, List.of()));
    assertThat(layer.shrink()).isEqualTo(1);
    assertThat(layer.steps())
        .containsExactly(new PlannedStep.Cut(100, 100, 500, 500), new PlannedStep.Scale(100, 100));
  }

  @Test
  void computesLayersFromBaseAndThemselves() {
    Step scale =
        new Step.Resize(
            Fit.FORCE,
            new Box(
                new Extent.Computed(Numbers.of("(bw div 3)")),
                new Extent.Computed(Numbers.of("(ih mul 2)")),
                0,
                1),
            Gravity.CENTER);
    Step border = new Step.Border(Numbers.of("(cw mul 0.05)"), RED);
    Position corner =
        new Position.Offset(
            new Axis(Numbers.of("(bw sub cw)"), Origin.START),
            new Axis(Numbers.of("(iw div 4)"), Origin.START),
            Direction.TOP_LEFT);

    PlannedLayer layer =
        placed(
            plan(
                png("300x200"),
                probe,
                overlay(
                    new Layer.Picture(LOGO, OptionalInt.empty()),
                    corner,
                    Blend.OVER,
                    scale,
                    border)));

    assertThat(List.of(layer.width(), layer.height(), layer.left(), layer.top()))
        .containsExactly(110, 50, 190, 10);
  }

  @ParameterizedTest
  @CsvSource({
    "-,   -,           300x200",
    "50,  -,           50x200",
    "0.5, 0.25,        150x50",
    "(bw div 2), bh,   150x200",
    "(1 div 0), 10,    300x10",
    "70000, 10,        300x10",
    "cw, ih,           300x200"
  })
  void makesBlocksFromTheSizeOfTheBase(String width, String height, String size) {
    Step overlay =
        overlay(
            new Layer.Block(extent(width), extent(height), RED), Position.MIDDLE, Blend.MULTIPLY);

    PlannedLayer layer = placed(plan(png("300x200"), probe, overlay));

    assertThat(layer.width() + "x" + layer.height()).isEqualTo(size);
    assertThat(layer.material()).isEqualTo(new Material.Block(layer.width(), layer.height(), RED));
    assertThat(layer.blend()).isEqualTo(Blend.MULTIPLY);
  }

  @Test
  void decidesTheNumbersOfTexts() {
    Text text =
        text(
            "(bh div 4)",
            extent("(bw mul 0.5)"),
            new Text.Padding(
                Numbers.of("1"), Numbers.of("2.5"), Numbers.of("-3"), Numbers.of("(1 div 0)")),
            Optional.of(Numbers.of("60")));

    PlannedLayer layer = placed(plan(png("300x200"), probe, words(text)));

    assertThat(layer.material())
        .isEqualTo(
            new Material.Words(
                new PlannedText(
                    "Hello",
                    new Text.Family("Lato"),
                    50,
                    RED,
                    OptionalInt.of(150),
                    Text.Alignment.CENTER,
                    new PlannedText.Insets(1, 3, 0, 0),
                    Color.CLEAR,
                    Set.of(Text.Style.BOLD),
                    OptionalInt.of(60),
                    PlannedText.Spacing.USUAL)));
    assertThat(List.of(layer.width(), layer.height(), layer.left(), layer.top()))
        .containsExactly(120, 50, 90, 75);
  }

  @Test
  void takesImpossibleNumbersOfTextsAsNotGiven() {
    Text text = text("cw", Extent.AUTO, Text.Padding.NONE, Optional.of(Numbers.of("(0 sub 1)")));

    PlannedText planned =
        ((Material.Words) placed(plan(png("300x200"), probe, words(text))).material()).text();

    assertThat(planned.size()).isEqualTo(45);
    assertThat(planned.width()).isEmpty();
    assertThat(planned.lineHeight()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"16384", "(bw mul 1000)"})
  void refusesLettersNobodyReads(String size) {
    Text text = text(size, Extent.AUTO, Text.Padding.NONE, Optional.empty());

    assertThat(limit(fault(png("300x200"), probe, words(text)))).isEqualTo("text");
  }

  @Test
  void refusesBoxesNobodyReads() {
    Text text = text("16", Extent.AUTO, Text.Padding.NONE, Optional.empty());

    probe.measures(16_383, 10);
    assertThat(placed(plan(png("300x200"), probe, words(text))).width()).isEqualTo(16_383);
    probe.measures(16_384, 10);
    assertThat(limit(fault(png("300x200"), probe, words(text)))).isEqualTo("text");
  }

  @Test
  void cutsThePictureWithALayer() {
    Layer.Content logo = new Layer.Picture(LOGO, OptionalInt.empty());

    RenderPlan cut = plan(png("300x200"), probe, overlay(logo, Position.MIDDLE, Blend.CUTTER));
    RenderPlan hole = plan(png("300x200"), probe, overlay(logo, Position.MIDDLE, Blend.CUTOUT));
    RenderPlan over = plan(png("300x200"), probe, overlay(logo, Position.MIDDLE, Blend.OVER));
    Step flatten = new Step.Flatten(RED);

    assertThat(sizeOf(cut)).isEqualTo("40x20");
    assertThat(sizeOf(hole)).isEqualTo("300x200");
    assertThat(sizeOf(over)).isEqualTo("300x200");
    assertThat(
            plan(png("9x9"), probe, overlay(logo, Position.MIDDLE, Blend.CUTTER), flatten).steps())
        .hasSize(2);
    assertThat(
            plan(png("9x9"), probe, overlay(logo, Position.MIDDLE, Blend.CUTOUT), flatten).steps())
        .hasSize(2);
    assertThat(plan(png("9x9"), probe, overlay(logo, Position.MIDDLE, Blend.OVER), flatten).steps())
        .hasSize(1);
  }

  @Test
  void displacesByTheOffsets() {
    Layer.Content logo = new Layer.Picture(LOGO, OptionalInt.empty());
    Position far =
        new Position.Offset(
            new Axis(Expression.of(500), Origin.START),
            new Axis(Expression.of(20), Origin.END),
            Direction.TOP_LEFT);
    Position nowhere = new Position.Offset(Axis.NONE, Axis.NONE, Direction.TOP_LEFT);

    PlannedLayer layer = placed(plan(png("300x200"), probe, overlay(logo, far, Blend.DISPLACE)));

    assertThat(List.of(layer.left(), layer.top())).containsExactly(500, -20);
    assertThat(plan(png("9x9"), probe, overlay(logo, nowhere, Blend.DISPLACE)).steps()).isEmpty();
    assertThat(plan(png("9x9"), probe, overlay(logo, Position.MIDDLE, Blend.DISPLACE)).unmet())
        .containsExactly("lm-displace");
    assertThat(strictFault(png("9x9"), probe, overlay(logo, Position.MIDDLE, Blend.DISPLACE)))
        .isInstanceOf(Fault.UnknownParameter.class);
  }

  @Test
  void drawsNestedLayersOnTheirLayer() {
    Step dot =
        overlay(
            new Layer.Block(
                new Extent.Computed(Numbers.of("(bw div 4)")), extent("5"), Color.WHITE),
            Position.MIDDLE,
            Blend.OVER);
    Step overlay =
        overlay(new Layer.Picture(LOGO, OptionalInt.empty()), Position.MIDDLE, Blend.OVER, dot);

    PlannedLayer logo = placed(plan(png("300x200"), probe, overlay));
    PlannedLayer inner = ((PlannedStep.Overlay) logo.steps().getFirst()).layer();

    assertThat(List.of(inner.width(), inner.height(), inner.left(), inner.top()))
        .containsExactly(10, 5, 15, 7);
  }

  @Test
  void looksAtConditionsOfLayersOnAnimations() {
    Step turn = new Step.Rotate(90, Color.BLACK);
    Step when =
        new Step.When(
            new Condition.Comparison(Numbers.of("bw"), Relation.EQUAL, Numbers.of("300")),
            new Branch(List.of(turn), Output.DEFAULT),
            Branch.NONE);
    Step overlay =
        overlay(new Layer.Picture(LOGO, OptionalInt.empty()), Position.MIDDLE, Blend.OVER, when);

    RenderPlan plan = plan(moving("300x200", 4), probe, overlay);

    assertThat(plan.frames()).isEqualTo(4);
    assertThat(placed(plan).width()).isEqualTo(20);
  }

  @Test
  void failsWithoutItsPicture() {
    Layer.Content missing =
        new Layer.Picture(new SourceRef.Named("missing.png", ""), OptionalInt.empty());

    assertThat(fault(png("9x9"), probe, overlay(missing, Position.MIDDLE, Blend.OVER)))
        .isInstanceOf(Fault.SourceNotFound.class);
  }

  @Test
  void limitsThePicturesOfLayers() {
    probe.layer(LOGO, png("20000x20000"));
    Layer.Content logo = new Layer.Picture(LOGO, OptionalInt.empty());
    Layer.Content block = new Layer.Block(extent("60000"), extent("60000"), RED);

    assertThat(limit(fault(png("9x9"), probe, overlay(logo, Position.MIDDLE, Blend.OVER))))
        .isEqualTo("sourcePixels");
    assertThat(limit(fault(png("9x9"), probe, overlay(block, Position.MIDDLE, Blend.OVER))))
        .isEqualTo("resultPixels");
  }

  private static String limit(Fault fault) {
    return ((Fault.LimitExceeded) fault).limit();
  }

  private static PlannedLayer placed(RenderPlan plan) {
    return ((PlannedStep.Overlay) plan.steps().getLast()).layer();
  }

  private static Step overlay(
      Layer.Content content, Position position, Blend blend, Step... steps) {
    return new Step.Overlay(new Layer(content, List.of(steps), position, blend));
  }

  private static Step words(Text text) {
    return overlay(new Layer.Words(text), Position.MIDDLE, Blend.OVER);
  }

  private static Text text(
      String size, Extent width, Text.Padding padding, Optional<Expression> lineHeight) {
    return new Text(
        "Hello",
        new Text.Family("Lato"),
        Numbers.of(size),
        RED,
        width,
        Text.Alignment.CENTER,
        padding,
        Color.CLEAR,
        Set.of(Text.Style.BOLD),
        lineHeight,
        Text.Setting.USUAL);
  }

  /** An anchor, or two axes and an anchor, separated by semicolons. */
  private static Position position(String text) {
    List<String> words = List.of(text.split(";", -1)).stream().map(String::strip).toList();
    if (words.size() == 1) {
      return new Position.At(direction(words.getFirst()));
    }
    return new Position.Offset(axis(words.get(0)), axis(words.get(1)), direction(words.get(2)));
  }

  private static Axis axis(String text) {
    if (text.equals("-")) {
      return Axis.NONE;
    }
    int space = text.indexOf(' ');
    return new Axis(
        Numbers.of(text.substring(space + 1)),
        Origin.valueOf(text.substring(0, space).toUpperCase(Locale.ROOT)));
  }

  private static Direction direction(String name) {
    return Direction.valueOf(name.toUpperCase(Locale.ROOT));
  }
}
