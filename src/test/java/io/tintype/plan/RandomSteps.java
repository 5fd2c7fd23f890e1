package io.tintype.plan;

import io.tintype.model.Adjustment;
import io.tintype.model.Backdrop;
import io.tintype.model.Box;
import io.tintype.model.Branch;
import io.tintype.model.Color;
import io.tintype.model.Condition;
import io.tintype.model.Corners;
import io.tintype.model.Expression;
import io.tintype.model.Expression.Measure;
import io.tintype.model.Expression.Operator;
import io.tintype.model.Expression.Subject;
import io.tintype.model.Extent;
import io.tintype.model.Fit;
import io.tintype.model.Gravity;
import io.tintype.model.Gravity.Direction;
import io.tintype.model.Layer;
import io.tintype.model.Output;
import io.tintype.model.Padding;
import io.tintype.model.Position;
import io.tintype.model.Quadrangle;
import io.tintype.model.Quadrangle.Point;
import io.tintype.model.SourceRef;
import io.tintype.model.Step;
import io.tintype.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;

/** Makes up steps: mostly ordinary ones, now and then with tiny or enormous numbers. */
final class RandomSteps {
  private static final int KINDS = 23;

  private final Random random;

  RandomSteps(Random random) {
    this.random = random;
  }

  /** Up to four steps; layers in layers down to a depth. */
  List<Step> chain(int depth) {
    List<Step> steps = new ArrayList<>();
    int count = random.nextInt(5);
    for (int i = 0; i < count; i++) {
      steps.add(step(depth));
    }
    return steps;
  }

  private Step step(int depth) {
    return switch (random.nextInt(KINDS)) {
      case 0, 1 -> new Step.Resize(any(Fit.values()), box(), gravity());
      case 2 -> new Step.Pad(any(Padding.values()), box(), gravity(), backdrop());
      case 3 -> new Step.Crop(box(), gravity());
      case 4 ->
          new Step.Rotate(
              random.nextBoolean() ? 90 * random.nextInt(-5, 6) : random.nextDouble() * 1000 - 500,
              color());
      case 5 -> new Step.Flatten(color());
      case 6 -> new Step.Trim(1 + random.nextInt(99));
      case 7 -> new Step.Flip(random.nextBoolean(), random.nextBoolean());
      case 8 -> new Step.Border(expression(2), color());
      case 9 -> new Step.RoundCorners(corners());
      case 10 -> new Step.Perspective(quadrangle());
      case 11 -> new Step.Arc(random.nextInt(4) == 0 ? 0.01 : random.nextDouble() * 720 - 360);
      case 12 -> new Step.Gradient(random.nextDouble() * 359, color(), color(), expression(1));
      case 13 -> new Step.Shadow(random.nextInt(16), random.nextDouble(), share(), share());
      case 14 -> new Step.Fade(random.nextInt(3) / 2.0);
      case 15, 16, 17 -> tone();
      case 18 -> when(depth);
      case 19 ->
          new Step.CastShadow(color(), random.nextInt(3) / 2.0, expression(2), expression(2));
      case 20 -> new Step.Shear(random.nextDouble() * 178 - 89, random.nextDouble() * 178 - 89);
      default -> depth > 0 ? overlay(depth - 1) : new Step.Grayscale();
    };
  }

  private Step tone() {
    return switch (random.nextInt(11)) {
      case 0 -> new Step.Blur(0.01 + random.nextDouble() * 99);
      case 1 -> new Step.Grayscale();
      case 2 -> new Step.StretchContrast();
      case 3 -> new Step.Sharpen(OptionalDouble.of(random.nextInt(3)));
      case 4 -> new Step.UnsharpMask(2, 2, random.nextInt(2), 0.024);
      case 5 -> new Step.ReplaceColor(color(), random.nextInt(101), Optional.of(color()));
      case 6 -> new Step.Pixelate(OptionalInt.empty());
      case 7 -> new Step.Adjust(new Adjustment.ClearColor(color(), random.nextInt(101)));
      case 8 -> new Step.Adjust(new Adjustment.ClearBelow(random.nextDouble()));
      case 9 ->
          new Step.Within(
              expression(2),
              expression(2),
              Optional.of(expression(1)),
              Optional.empty(),
              new Step.Blur(0.1 + random.nextInt(9)));
      default -> random.nextBoolean() ? fadeEdge() : new Step.Colorize(color(), random.nextInt(2));
    };
  }

  private Step fadeEdge() {
    return new Step.FadeEdge(random.nextBoolean(), expression(2), random.nextBoolean(), 1);
  }

  private Step when(int depth) {
    Condition condition =
        new Condition.Comparison(expression(1), any(Condition.Relation.values()), expression(1));
    return new Step.When(
        condition,
        new Branch(chain(Math.min(depth, 1)), Output.DEFAULT),
        new Branch(chain(Math.min(depth, 1)), Output.DEFAULT));
  }

  private Step overlay(int depth) {
    Layer.Content content =
        switch (random.nextInt(4)) {
          case 0 -> new Layer.Block(extent(), extent(), color());
          case 1 -> new Layer.Words(text());
          default ->
              new Layer.Picture(
                  new SourceRef.Named("layer" + random.nextInt(9) + ".png", ""),
                  OptionalInt.empty());
        };
    return new Step.Overlay(
        new Layer(content, chain(depth), position(), any(Layer.Blend.values())));
  }

  private Text text() {
    return new Text(
        "words",
        new Text.Family(""),
        expression(1),
        color(),
        extent(),
        any(Text.Alignment.values()),
        Text.Padding.all(expression(1)),
        color(),
        Set.of(),
        Optional.of(expression(1)),
        Text.Setting.USUAL);
  }

  private Position position() {
    return random.nextInt(3) == 0
        ? new Position.At(any(Direction.values()))
        : new Position.Offset(axis(), axis(), any(Direction.values()));
  }

  private Position.Axis axis() {
    return new Position.Axis(expression(2), any(Position.Origin.values()));
  }

  private Box box() {
    double ratio = random.nextInt(4) == 0 ? Math.exp(random.nextGaussian() * 4) : 0;
    double density = random.nextInt(4) == 0 ? 0.01 + random.nextDouble() * 5 : 1;
    return random.nextInt(9) == 0
        ? new Box(extent(), extent(), expression(1), expression(1))
        : new Box(extent(), extent(), ratio, density);
  }

  private Extent extent() {
    return switch (random.nextInt(6)) {
      case 0 -> Extent.AUTO;
      case 1 -> new Extent.OfSource(1 - random.nextDouble());
      case 2 -> new Extent.Pixels(1 + random.nextInt(random.nextBoolean() ? 100 : 200_000));
      case 3 -> new Extent.Computed(expression(3));
      default -> new Extent.Pixels(side(random));
    };
  }

  /** Operands that are no negative constants where a box would not take them. */
  private Expression expression(int depth) {
    if (depth > 0 && random.nextInt(3) > 0) {
      return new Expression.Operation(
          any(Operator.values()), expression(depth - 1), expression(depth - 1));
    }
    return random.nextBoolean()
        ? new Expression.Property(any(Subject.values()), any(Measure.values()))
        : Expression.of(1 + random.nextInt(99));
  }

  private Gravity gravity() {
    return switch (random.nextInt(8)) {
      case 0 -> new Gravity.TopLeft(random.nextInt(-50, 1000), random.nextInt(-50, 1000));
      case 1 -> new Gravity.Centre(random.nextInt(), side(random));
      case 2 -> new Gravity.TopLeft(expression(2), expression(2));
      case 3 -> new Gravity.Attention();
      case 4 -> new Gravity.Objects(Set.of("face"), 0.1 + random.nextDouble() * 5);
      case 5 -> new Gravity.Stored(new Gravity.Compass(any(Direction.values())));
      default -> new Gravity.Compass(any(Direction.values()));
    };
  }

  private Backdrop backdrop() {
    return switch (random.nextInt(4)) {
      case 0 -> new Backdrop.Blurred(OptionalDouble.empty(), random.nextInt(-255, 256));
      case 1 -> new Backdrop.Dominant(Backdrop.Spread.PLAIN);
      case 2 ->
          new Backdrop.Dominant(
              any(Backdrop.Area.values()),
              any(Backdrop.Spread.values()),
              random.nextBoolean(),
              random.nextBoolean() ? List.of() : List.of(Color.WHITE, Color.BLACK));
      default -> new Backdrop.Solid(color());
    };
  }

  private Corners corners() {
    return new Corners(radius(), radius(), radius(), radius());
  }

  private int radius() {
    return random.nextBoolean() ? Corners.MAX : random.nextInt(200);
  }

  private Quadrangle quadrangle() {
    int reach = random.nextInt(20) == 0 ? 1_000_000_000 : 1_000;
    return new Quadrangle(
        new Point(-random.nextInt(reach), -random.nextInt(reach)),
        new Point(1 + random.nextInt(reach), -random.nextInt(reach)),
        new Point(1 + random.nextInt(reach), 1 + random.nextInt(reach)),
        new Point(-random.nextInt(reach), 1 + random.nextInt(reach)));
  }

  private Color color() {
    return any(Color.BLACK, Color.CLEAR, new Color(1, 2, 3, 0.5));
  }

  private double share() {
    return random.nextDouble() * 2 - 1;
  }

  /** Mostly ordinary, now and then tiny or enormous. */
  static int side(Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> 1 + random.nextInt(3);
      case 1 -> 1 + random.nextInt(70_000);
      case 2 -> Integer.MAX_VALUE - random.nextInt(3);
      default -> 1 + random.nextInt(3_000);
    };
  }

  @SafeVarargs
  private <T> T any(T... values) {
    return values[random.nextInt(values.length)];
  }
}
