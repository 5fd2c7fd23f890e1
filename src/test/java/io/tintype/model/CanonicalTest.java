package io.tintype.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.model.Gravity.Direction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CanonicalTest {
  private static final Box BOX = Box.of(300, 200);

  @Test
  void printsThatNothingIsAskedFor() {
    assertThat(Transformation.NONE.canonical()).isEqualTo("v1 none -> auto");
  }

  @Test
  void printsEveryKindOfStepInOrder() {
    List<Step> steps =
        List.of(
            new Step.Resize(Fit.COVER, BOX, new Gravity.Compass(Direction.TOP_LEFT)),
            new Step.Pad(Padding.FIT, BOX, Gravity.CENTER, Color.WHITE),
            new Step.Crop(BOX, new Gravity.TopLeft(1, -2)),
            new Step.Crop(BOX, new Gravity.Centre(3, 4)),
            new Step.Rotate(12.5, Color.CLEAR),
            new Step.Flatten(new Color(1, 2, 3, 0.5)));
    Output output = new Output(new FormatChoice.Exactly(ImageFormat.WEBP), OptionalInt.of(80));

    assertThat(new Transformation(steps, output).canonical())
        .isEqualTo(
            "v1 resize(cover,300,200,top_left) | pad(fit,300,200,center,#ffffff)"
                + " | crop(300,200,at(1,-2)) | crop(300,200,around(3,4))"
                + " | rotate(12.5,#000000@0) | flatten(#010203@0.5) -> webp,q80");
  }

  @Test
  void printsSharesRatiosAndDensities() {
    Box box = new Box(new Extent.OfSource(1), Extent.AUTO, 4.0 / 3, 2);

    assertThat(only(new Step.Crop(box, Gravity.CENTER)).canonical())
        .isEqualTo("v1 crop(1x,auto,ar=1.33333333,dpr=2,center) -> auto");
  }

  @Test
  void printsNumbersWithoutExponents() {
    Box box = new Box(new Extent.OfSource(1e-12), Extent.AUTO, 100_000, 1);

    assertThat(only(new Step.Crop(box, Gravity.CENTER)).canonical())
        .isEqualTo("v1 crop(0.000000000001x,auto,ar=100000,center) -> auto");
  }

  @Test
  void differsForDifferentTransformations() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Map<String, Transformation> seen = new HashMap<>();
    for (int i = 0; i < 5_000; i++) {
      Transformation transformation = any(random);

      Transformation same = seen.put(transformation.canonical(), transformation);

      assertThat(same == null || same.equals(transformation))
          .as("seed %d: %s and %s", seed, same, transformation)
          .isTrue();
    }
  }

  private static Transformation only(Step step) {
    return new Transformation(List.of(step), Output.DEFAULT);
  }

  private static Transformation any(Random random) {
    List<Step> steps = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      steps.add(anyStep(random));
    }
    List<FormatChoice> formats =
        List.of(
            FormatChoice.AUTOMATIC,
            new FormatChoice.OfSource(),
            new FormatChoice.Exactly(ImageFormat.PNG));
    OptionalInt quality =
        random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(1 + random.nextInt(3));
    return new Transformation(steps, new Output(formats.get(random.nextInt(3)), quality));
  }

  private static Step anyStep(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> new Step.Resize(anyOf(Fit.values(), random), anyBox(random), anyGravity(random));
      case 1 ->
          new Step.Pad(
              anyOf(Padding.values(), random),
              anyBox(random),
              anyGravity(random),
              anyColor(random));
      case 2 -> new Step.Crop(anyBox(random), anyGravity(random));
      case 3 -> new Step.Rotate(random.nextInt(4) * 22.5, anyColor(random));
      default -> new Step.Flatten(anyColor(random));
    };
  }

  private static Box anyBox(Random random) {
    return new Box(
        anyExtent(random), anyExtent(random), random.nextInt(3) / 2.0, random.nextInt(1, 3));
  }

  private static Extent anyExtent(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> Extent.AUTO;
      case 1 -> new Extent.Pixels(random.nextInt(1, 4));
      default -> new Extent.OfSource(random.nextInt(1, 5) / 4.0);
    };
  }

  private static Gravity anyGravity(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> new Gravity.Compass(anyOf(Direction.values(), random));
      case 1 -> new Gravity.TopLeft(random.nextInt(2), random.nextInt(12));
      default -> new Gravity.Centre(random.nextInt(12), random.nextInt(2));
    };
  }

  private static Color anyColor(Random random) {
    return new Color(random.nextInt(3), random.nextInt(20), 0, random.nextInt(3) / 2.0);
  }

  private static <T> T anyOf(T[] values, Random random) {
    return values[random.nextInt(values.length)];
  }
}
