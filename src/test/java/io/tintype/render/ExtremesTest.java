package io.tintype.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.model.Adjustment;
import io.tintype.model.MorphologyMethod;
import io.tintype.model.Neighbourhood;
import io.tintype.model.Neighbourhood.Shape;
import io.tintype.plan.PlannedStep;
import io.tintype.vips.Decoded;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Morphology against its definition, pixel by pixel. */
class ExtremesTest {
  private static final int WIDTH = 17;
  private static final int HEIGHT = 13;
  private static final Picture SOURCE = Picture.noise(7, WIDTH, HEIGHT, 4);

  /** Kernels as ImageMagick prints them, a row for each line. */
  @ParameterizedTest
  @CsvSource({
    "SQUARE, 1, xxx xxx xxx",
    "DISK, 2.5, .xxx. xxxxx xxxxx xxxxx .xxx.",
    "DISK, 2, ..x.. .xxx. xxxxx .xxx. ..x..",
    "DIAMOND, 2, ..x.. .xxx. xxxxx .xxx. ..x..",
    "OCTAGON, 2, .xxx. xxxxx xxxxx xxxxx .xxx.",
    "PLUS, 2, ..x.. ..x.. xxxxx ..x.. ..x..",
    "CROSS, 2, x...x .x.x. ..x.. .x.x. x...x"
  })
  void hasTheShapesOfImageMagick(Shape shape, double radius, String rows) {
    Neighbourhood around = new Neighbourhood(shape, radius);
    int reach = around.reach();
    StringBuilder drawn = new StringBuilder();
    for (int y = -reach; y <= reach; y++) {
      for (int x = -reach; x <= reach; x++) {
        drawn.append(around.contains(x, y) ? 'x' : '.');
      }
      drawn.append(' ');
    }

    assertThat(drawn.toString().trim()).isEqualTo(rows);
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void findsExtremesInEveryShape(Shape shape) {
    Neighbourhood around = new Neighbourhood(shape, 3);

    assertSame(after(MorphologyMethod.ERODE, around, 1), extreme(levels(), around, false));
    assertSame(after(MorphologyMethod.DILATE, around, 1), extreme(levels(), around, true));
  }

  @ParameterizedTest
  @EnumSource(MorphologyMethod.class)
  void combinesThem(MorphologyMethod method) {
    Neighbourhood around = new Neighbourhood(Shape.DIAMOND, 1);
    int[] picture = levels();
    int[] low = twice(picture, around, false);
    int[] high = twice(picture, around, true);
    int[] opened = twice(low, around, true);
    int[] closed = twice(high, around, false);
    int[] expected =
        switch (method) {
          case ERODE -> low;
          case DILATE -> high;
          case OPEN -> opened;
          case CLOSE -> closed;
          case SMOOTH -> twice(twice(opened, around, true), around, false);
          case EDGE_IN -> less(picture, low);
          case EDGE_OUT -> less(high, picture);
          case EDGE -> less(high, low);
          case TOP_HAT -> less(picture, opened);
          case BOTTOM_HAT -> less(closed, picture);
        };

    assertSame(after(method, around, 2), expected);
  }

  @Test
  void changesNothingWithoutNeighbours() {
    Neighbourhood alone = new Neighbourhood(Shape.SQUARE, 0);

    assertSame(after(MorphologyMethod.DILATE, alone, 3), levels());
    assertThat(Stream.of(0, 5, 9))
        .allMatch(x -> after(MorphologyMethod.EDGE, alone, 1).at(x, 3, 1) == 0);
  }

  private static Decoded after(MorphologyMethod method, Neighbourhood around, int iterations) {
    return SOURCE.after(
        new PlannedStep.Adjust(new Adjustment.Morphology(method, around, iterations)));
  }

  private static void assertSame(Decoded result, int[] expected) {
    Difference.between(
            result, (x, y, band) -> band == 3 ? SOURCE.at(x, y, 3) : expected[index(x, y, band)])
        .isAtMost(0, 0);
  }

  private static int[] levels() {
    int[] levels = new int[WIDTH * HEIGHT * 3];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = SOURCE.at(i / 3 % WIDTH, i / 3 / WIDTH, i % 3);
    }
    return levels;
  }

  private static int[] twice(int[] levels, Neighbourhood around, boolean largest) {
    return extreme(extreme(levels, around, largest), around, largest);
  }

  private static int[] extreme(int[] levels, Neighbourhood around, boolean largest) {
    int[] result = new int[levels.length];
    int reach = around.reach();
    for (int i = 0; i < levels.length; i++) {
      int found = largest ? 0 : 255;
      for (int dy = -reach; dy <= reach; dy++) {
        for (int dx = -reach; dx <= reach; dx++) {
          if (around.contains(dx, dy)) {
            int x = Math.clamp(i / 3 % WIDTH + dx, 0, WIDTH - 1);
            int y = Math.clamp(i / 3 / WIDTH + dy, 0, HEIGHT - 1);
            int level = levels[index(x, y, i % 3)];
            found = largest ? Math.max(found, level) : Math.min(found, level);
          }
        }
      }
      result[i] = found;
    }
    return result;
  }

  private static int[] less(int[] one, int[] other) {
    int[] difference = new int[one.length];
    for (int i = 0; i < one.length; i++) {
      difference[i] = one[i] - other[i];
    }
    return difference;
  }

  private static int index(int x, int y, int band) {
    return (y * WIDTH + x) * 3 + band;
  }
}
