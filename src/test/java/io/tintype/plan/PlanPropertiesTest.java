package io.tintype.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.fault.FaultException;
import io.tintype.model.Accepts;
import io.tintype.model.Box;
import io.tintype.model.Color;
import io.tintype.model.Extent;
import io.tintype.model.Fit;
import io.tintype.model.FormatChoice;
import io.tintype.model.Gravity;
import io.tintype.model.Gravity.Direction;
import io.tintype.model.ImageFormat;
import io.tintype.model.Limits;
import io.tintype.model.Output;
import io.tintype.model.Padding;
import io.tintype.model.Step;
import io.tintype.model.Transformation;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random transformations of random sources: whatever is planned can be carried out. */
class PlanPropertiesTest {
  private static final long SEED = 20_260_101;
  private static final int CASES = 20_000;
  private static final List<ImageFormat> SOURCES =
      List.of(
          ImageFormat.JPEG,
          ImageFormat.PNG,
          ImageFormat.WEBP,
          ImageFormat.AVIF,
          ImageFormat.GIF,
          ImageFormat.TIFF);
  private static final List<ImageFormat> RESULTS = SOURCES.subList(0, 5);

  @Test
  void plansOnlyWhatCanBeDone() {
    Random random = new Random(SEED);
    int planned = 0;

    for (int i = 0; i < CASES; i++) {
      SourceHeader header = header(random);
      Transformation transformation = transformation(random);
      OutputRules rules = rules(random);
      Accepts accepts = new Accepts(random.nextBoolean(), random.nextBoolean());
      try {
        RenderPlan plan =
            new Planner()
                .plan(header, transformation, accepts, rules, Limits.DEFAULT, new NoProbe());
        check(header, plan, "case " + i + ": " + header + " " + transformation.canonical());
        planned++;
      } catch (FaultException refused) {
        assertThat(refused.fault().message()).isNotBlank();
      }
    }

    assertThat(planned).isGreaterThan(CASES / 4);
  }

  private static void check(SourceHeader header, RenderPlan plan, String what) {
    int width = header.width();
    int height = header.height();
    boolean alpha = header.alpha();
    for (PlannedStep step : plan.steps()) {
      String here = what + " at " + step;
      switch (step) {
        case PlannedStep.Orient _ -> {
          width = header.orientedWidth();
          height = header.orientedHeight();
        }
        case PlannedStep.Scale(var toWidth, var toHeight) -> {
          width = toWidth;
          height = toHeight;
        }
        case PlannedStep.Cut(var left, var top, var toWidth, var toHeight) -> {
          assertThat(left >= 0 && left + toWidth <= width).as(here).isTrue();
          assertThat(top >= 0 && top + toHeight <= height).as(here).isTrue();
          width = toWidth;
          height = toHeight;
        }
        case PlannedStep.Canvas(var left, var top, var toWidth, var toHeight, var background) -> {
          assertThat(left >= 0 && left + width <= toWidth).as(here).isTrue();
          assertThat(top >= 0 && top + height <= toHeight).as(here).isTrue();
          width = toWidth;
          height = toHeight;
          alpha |= !background.isOpaque();
        }
        case PlannedStep.Turn(var quarters) -> {
          assertThat(quarters).as(here).isBetween(1, 3);
          int before = width;
          width = quarters == 2 ? width : height;
          height = quarters == 2 ? height : before;
        }
        case PlannedStep.Spin(var degrees, var background, var toWidth, var toHeight) -> {
          assertThat(degrees).as(here).isStrictlyBetween(0.0, 360.0);
          width = toWidth;
          height = toHeight;
          alpha |= !background.isOpaque();
        }
        case PlannedStep.Fill(var background) -> {
          assertThat(alpha && background.isOpaque()).as(here).isTrue();
          alpha = false;
        }
        default -> throw new AssertionError(here);
      }
      assertThat(Math.min(width, height)).as(here).isPositive();
      assertThat((long) width * height * plan.frames())
          .as(here)
          .isLessThanOrEqualTo(Limits.DEFAULT.resultPixels());
    }
    assertThat(plan.width()).as(what).isEqualTo(width);
    assertThat(plan.height()).as(what).isEqualTo(height);
    checkEncoding(plan, alpha, what);
    checkLoading(plan, header, what);
  }

  /** Whatever is loaded has pixels, and nothing is shrunk further than it is scaled anyway. */
  private static void checkLoading(RenderPlan plan, SourceHeader header, String what) {
    switch (header.format()) {
      case JPEG -> assertThat(plan.shrink()).as(what).isIn(1.0, 2.0, 4.0, 8.0);
      case WEBP -> assertThat(plan.shrink()).as(what).isGreaterThanOrEqualTo(1);
      default -> assertThat(plan.shrink()).as(what).isEqualTo(1);
    }
    if (header.format() == ImageFormat.JPEG) {
      assertThat(Math.min(header.width(), header.height()) / plan.shrink())
          .as(what)
          .isGreaterThanOrEqualTo(1);
    }
  }

  private static void checkEncoding(RenderPlan plan, boolean alpha, String what) {
    ImageFormat format = ((RenderPlan.Encode) plan.product()).format();
    assertThat(format.encodable()).as(what).isTrue();
    assertThat(((RenderPlan.Encode) plan.product()).quality()).as(what).isBetween(1, 100);
    assertThat(alpha && !format.carriesAlpha()).as(what).isFalse();
    assertThat(plan.frames() > 1 && !format.animates()).as(what).isFalse();
    if (format == ImageFormat.WEBP) {
      assertThat(Math.max(plan.width(), plan.height())).as(what).isLessThanOrEqualTo(16_383);
    }
  }

  private static SourceHeader header(Random random) {
    ImageFormat format = any(random, SOURCES);
    int frames = format.animates() && random.nextInt(3) == 0 ? 1 + random.nextInt(300) : 1;
    boolean alpha = format.carriesAlpha() && random.nextBoolean();
    OptionalInt quality =
        format == ImageFormat.JPEG ? OptionalInt.of(1 + random.nextInt(100)) : OptionalInt.empty();
    return new SourceHeader(
        format, side(random), side(random), frames, alpha, 1 + random.nextInt(8), quality);
  }

  private static Transformation transformation(Random random) {
    List<Step> steps = new ArrayList<>();
    int count = random.nextInt(5);
    for (int i = 0; i < count; i++) {
      steps.add(step(random));
    }
    OptionalInt quality =
        random.nextBoolean() ? OptionalInt.of(1 + random.nextInt(100)) : OptionalInt.empty();
    return new Transformation(steps, new Output(choice(random), quality));
  }

  private static Step step(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> new Step.Resize(any(random, List.of(Fit.values())), box(random), gravity(random));
      case 1 ->
          new Step.Pad(
              any(random, List.of(Padding.values())), box(random), gravity(random), color(random));
      case 2 -> new Step.Crop(box(random), gravity(random));
      case 3 ->
          new Step.Rotate(
              random.nextBoolean() ? 90 * random.nextInt(-5, 6) : random.nextDouble() * 1000 - 500,
              color(random));
      default -> new Step.Flatten(color(random));
    };
  }

  private static Box box(Random random) {
    double ratio = random.nextInt(4) == 0 ? Math.exp(random.nextGaussian() * 4) : 0;
    double density = random.nextInt(4) == 0 ? 0.01 + random.nextDouble() * 5 : 1;
    return new Box(extent(random), extent(random), ratio, density);
  }

  private static Extent extent(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> Extent.AUTO;
      case 1 -> new Extent.OfSource(1 - random.nextDouble());
      case 2 -> new Extent.Pixels(1 + random.nextInt(random.nextBoolean() ? 100 : 200_000));
      default -> new Extent.Pixels(side(random));
    };
  }

  private static Gravity gravity(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> new Gravity.TopLeft(random.nextInt(-50, 1000), random.nextInt(-50, 1000));
      case 1 -> new Gravity.Centre(random.nextInt(), side(random));
      default -> new Gravity.Compass(any(random, List.of(Direction.values())));
    };
  }

  private static Color color(Random random) {
    return any(random, List.of(Color.BLACK, Color.CLEAR, new Color(1, 2, 3, 0.5)));
  }

  private static FormatChoice choice(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> FormatChoice.AUTOMATIC;
      case 1 -> new FormatChoice.OfSource();
      default -> new FormatChoice.Exactly(any(random, RESULTS));
    };
  }

  private static OutputRules rules(Random random) {
    List<ImageFormat> formats =
        RESULTS.subList(random.nextInt(RESULTS.size()), RESULTS.size()).reversed();
    long avifPixels = random.nextBoolean() ? 4_000_000 : 10_000;
    return new OutputRules(1 + random.nextInt(100), formats, avifPixels, random.nextInt(4) == 0);
  }

  /** Mostly ordinary, now and then tiny or enormous. */
  private static int side(Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> 1 + random.nextInt(3);
      case 1 -> 1 + random.nextInt(70_000);
      case 2 -> Integer.MAX_VALUE - random.nextInt(3);
      default -> 1 + random.nextInt(3_000);
    };
  }

  private static <T> T any(Random random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
