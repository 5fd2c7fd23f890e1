package io.tintype.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tintype.model.Layer.Blend;
import io.tintype.plan.PlannedStep;
import io.tintype.vips.Decoded;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

/** What layers of Cloudinary do to a picture, compared with plain arithmetic. */
class BlendingTest {
  private static final int ALPHA = 3;
  private static final int LEFT = 9;
  private static final int TOP = 5;

  private final SplittableRandom random = new SplittableRandom(20261122);
  private final Raster opaque = Raster.opaque(41, 29, random);
  private final Raster mixed = Raster.mixed(41, 29, random);
  private final Raster layer = Raster.mixed(17, 13, random);

  @Test
  void screens() {
    assertBlended(opaque, Blend.SCREEN, (back, front) -> 1 - (1 - back) * (1 - front));
    assertBlended(mixed, Blend.SCREEN, (back, front) -> 1 - (1 - back) * (1 - front));
  }

  @Test
  void overlays() {
    DoubleBinaryOperator overlay =
        (back, front) -> back <= 0.5 ? 2 * back * front : 1 - 2 * (1 - back) * (1 - front);

    assertBlended(opaque, Blend.OVERLAY, overlay);
    assertBlended(mixed, Blend.OVERLAY, overlay);
  }

  @Test
  void masks() {
    Decoded result = drawn(mixed, Blend.MASK);

    for (int y = 0; y < mixed.height(); y++) {
      for (int x = 0; x < mixed.width(); x++) {
        double shown = share(layer.atOrClear(x - LEFT, y - TOP), ALPHA);
        assertThat((double) result.at(x, y, ALPHA))
            .isCloseTo(255 * share(mixed.at(x, y), ALPHA) * shown, within(1.01));
      }
    }
  }

  @Test
  void shinesThroughFromBelow() {
    Decoded result = drawn(mixed, Blend.UNDER);

    for (int y = 0; y < mixed.height(); y++) {
      for (int x = 0; x < mixed.width(); x++) {
        int behind = layer.atOrClear(x - LEFT, y - TOP);
        double front = share(mixed.at(x, y), ALPHA);
        double back = share(behind, ALPHA) * (1 - front);
        for (int band = 0; band < ALPHA && front + back > 0.01; band++) {
          double expected =
              (share(mixed.at(x, y), band) * front + share(behind, band) * back) / (front + back);
          assertBand(result, x, y, band, expected, front + back);
        }
        assertBand(result, x, y, ALPHA, front + back, 1);
      }
    }
  }

  @Test
  void hidesWhatIsBehindAnOpaquePicture() {
    Decoded result = drawn(opaque, Blend.UNDER);

    assertThat(result.bands()).isEqualTo(3);
    assertThat(result.at(12, 8, 0)).isEqualTo(Raster.band(opaque.at(12, 8), 0));
  }

  @Test
  void repeatsItself() {
    PlannedStep tile = new PlannedStep.Tile(4, 12, 41, 29);
    Raster tiles = Raster.opaque(17, 13, random);
    Decoded result =
        Scene.of(opaque.png(false))
            .with("layer", tiles.png(false))
            .planned(Scene.over(Scene.picture("layer"), 0, 0, tile))
            .decoded();

    assertThat(List.of(result.width(), result.height())).containsExactly(41, 29);
    for (int y = 0; y < 29; y++) {
      for (int x = 0; x < 41; x++) {
        int expected = tiles.at(Math.floorMod(x - 4, 17), Math.floorMod(y - 12, 13));
        for (int band = 0; band < ALPHA; band++) {
          assertThat(result.at(x, y, band)).isEqualTo(Raster.band(expected, band));
        }
      }
    }
  }

  private void assertBlended(Raster base, Blend blend, DoubleBinaryOperator mode) {
    Decoded result = drawn(base, blend);
    for (int y = 0; y < base.height(); y++) {
      for (int x = 0; x < base.width(); x++) {
        int below = base.at(x, y);
        int above = layer.atOrClear(x - LEFT, y - TOP);
        double top = share(above, ALPHA);
        double bottom = result.bands() > ALPHA ? share(below, ALPHA) : 1;
        double alpha = top + bottom * (1 - top);
        for (int band = 0; band < ALPHA && alpha > 0.01; band++) {
          double back = share(below, band);
          double front = share(above, band);
          double lit = (1 - bottom) * front + bottom * mode.applyAsDouble(back, front);
          double expected = (top * lit + bottom * (1 - top) * back) / alpha;
          assertBand(result, x, y, band, expected, alpha);
        }
      }
    }
  }

  private static void assertBand(
      Decoded result, int x, int y, int band, double share, double alpha) {
    assertThat((double) result.at(x, y, band))
        .as("band %d at %d, %d", band, x, y)
        .isCloseTo(255 * share, within(1.5 + 1 / alpha));
  }

  private Decoded drawn(Raster base, Blend blend) {
    return Scene.of(base.png(base == mixed))
        .with("layer", layer.png(true))
        .planned(Scene.layer(Scene.picture("layer"), blend, LEFT, TOP))
        .decoded();
  }

  private static double share(int argb, int band) {
    return Raster.band(argb, band) / 255.0;
  }
}
