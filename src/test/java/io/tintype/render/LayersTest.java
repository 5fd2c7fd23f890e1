package io.tintype.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tintype.fault.Fault;
import io.tintype.model.Color;
import io.tintype.model.ImageFormat;
import io.tintype.model.Layer.Blend;
import io.tintype.plan.Material;
import io.tintype.plan.PlannedStep.Cut;
import io.tintype.plan.PlannedStep.Scale;
import io.tintype.plan.PlannedStep.Turn;
import io.tintype.testing.Corpus;
import io.tintype.vips.Decoded;
import io.tintype.vips.TestVips;
import io.tintype.vips.VipsMemory;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayersTest {
  private static final int ALPHA = 3;
  private static VipsMemory before;

  private final SplittableRandom random = new SplittableRandom(20261122);
  private final Raster opaque = Raster.opaque(41, 29, random);
  private final Raster mixed = Raster.mixed(41, 29, random);
  private final Raster layer = Raster.mixed(17, 13, random);

  @BeforeAll
  static void remember() {
    before = TestVips.memoryAtRest();
  }

  @AfterAll
  static void leavesNoPixelBehind() {
    VipsMemory after = TestVips.memorySettledAt(before);
    assertThat(after.bytes()).isEqualTo(before.bytes());
    assertThat(after.allocations()).isEqualTo(before.allocations());
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "10, 7", "24, 16", "-5, -4", "35, 25", "-16, 3", "41, 0"})
  void coversWhatIsBelow(int left, int top) {
    Decoded onOpaque = drawn(opaque, false, Blend.OVER, left, top);
    Decoded onMixed = drawn(mixed, true, Blend.OVER, left, top);

    assertThat(onOpaque.bands()).isEqualTo(3);
    assertThat(onMixed.bands()).isEqualTo(4);
    for (int y = 0; y < opaque.height(); y++) {
      for (int x = 0; x < opaque.width(); x++) {
        int above = layer.atOrClear(x - left, y - top);
        assertPixel(onOpaque, x, y, sourceOver(above, opaque.at(x, y)));
        assertPixel(onMixed, x, y, sourceOver(above, mixed.at(x, y)));
      }
    }
  }

  @Test
  void multipliesAsFarAsTheLayerIsOpaque() {
    Decoded result = drawn(opaque, false, Blend.MULTIPLY, 9, 5);

    assertThat(result.bands()).isEqualTo(3);
    for (int y = 0; y < opaque.height(); y++) {
      for (int x = 0; x < opaque.width(); x++) {
        int above = layer.atOrClear(x - 9, y - 5);
        double alpha = Raster.band(above, ALPHA) / 255.0;
        double[] expected = new double[3];
        for (int band = 0; band < 3; band++) {
          double below = Raster.band(opaque.at(x, y), band);
          double product = below * Raster.band(above, band) / 255;
          expected[band] = (1 - alpha) * below + alpha * product;
        }
        assertPixel(result, x, y, expected);
      }
    }
  }

  @Test
  void cutsTheLayersShapeOut() {
    Decoded result = drawn(opaque, false, Blend.CUTOUT, 9, 5);

    assertThat(result.bands()).isEqualTo(4);
    for (int y = 0; y < opaque.height(); y++) {
      for (int x = 0; x < opaque.width(); x++) {
        int hidden = Raster.band(layer.atOrClear(x - 9, y - 5), ALPHA);
        assertAlpha(result, x, y, 255 - hidden, opaque.at(x, y));
      }
    }
  }

  @Test
  void keepsTheLayersShapeOnly() {
    Decoded result = drawn(mixed, true, Blend.CUTTER, 30, 5);

    assertThat(List.of(result.width(), result.height())).containsExactly(17, 13);
    for (int y = 0; y < layer.height(); y++) {
      for (int x = 0; x < layer.width(); x++) {
        int below = mixed.atOrClear(x + 30, y + 5);
        double alpha = Raster.band(below, ALPHA) * Raster.band(layer.at(x, y), ALPHA) / 255.0;
        assertAlpha(result, x, y, alpha, below);
      }
    }
  }

  @Test
  void displacesByRedAndGreen() {
    Raster map = Raster.of(41, 29, (x, y) -> 0xff000000 | (128 + 32 * (x % 3 - 1)) << 16 | 64 << 8);
    Decoded result =
        Scene.of(opaque.png(false))
            .with("map", map.png(false))
            .planned(Scene.layer(Scene.picture("map"), Blend.DISPLACE, 8, 4))
            .decoded();

    assertThat(result.bands()).isEqualTo(3);
    for (int y = 0; y < 29; y++) {
      for (int x = 0; x < 41; x++) {
        int fromX = Math.clamp(x + 2 * (x % 3 - 1), 0, 40);
        int fromY = Math.clamp(y - 2, 0, 28);
        assertPixel(result, x, y, bands(opaque.at(fromX, fromY)));
      }
    }
  }

  @Test
  void displacesNothingWhereTheMapIsMiddlingOrClearOrMissing() {
    Raster map = Raster.of(20, 29, (x, y) -> x < 10 ? 0xff808000 : 0x00ffffff);
    Decoded result =
        Scene.of(mixed.png(true))
            .with("map", map.png(true))
            .planned(Scene.layer(Scene.picture("map"), Blend.DISPLACE, 30, 0))
            .decoded();

    for (int y = 0; y < 29; y++) {
      for (int x = 0; x < 41; x++) {
        assertAlpha(result, x, y, Raster.band(mixed.at(x, y), ALPHA), mixed.at(x, y));
      }
    }
  }

  @Test
  void drawsLayersOnLayersFirst() {
    Material block = new Material.Block(20, 20, Color.opaque(255, 0, 0));
    Material dot = new Material.Block(4, 4, Color.opaque(0, 255, 0));
    Decoded result =
        Scene.of(Raster.plain(40, 40, 0xffffffff).png(false))
            .planned(Scene.over(block, 10, 10, Scene.over(dot, 0, 0), new Turn(1)))
            .decoded();

    assertThat(result.color(9, 10)).isEqualTo("#ffffff");
    assertThat(result.color(10, 10)).isEqualTo("#ff0000");
    assertThat(result.color(29, 10)).isEqualTo("#00ff00");
    assertThat(result.color(25, 14)).isEqualTo("#ff0000");
  }

  @Test
  void drawsHalfClearBlocks() {
    Material block = new Material.Block(20, 20, new Color(255, 0, 0, 0.5));
    Decoded result =
        Scene.of(Raster.plain(20, 20, 0xff0000ff).png(false))
            .planned(Scene.over(block, 0, 0))
            .decoded();

    assertThat(result.isAbout(5, 5, 1, 128, 0, 127)).as(result.color(5, 5)).isTrue();
  }

  @Test
  void drawsTheSameLayerOnEveryFrame() {
    Decoded plain = Scene.of(Corpus.read("frames.gif")).to(ImageFormat.GIF).decoded();
    Material block = new Material.Block(4, 4, Color.opaque(255, 0, 255));
    Decoded result =
        Scene.of(Corpus.read("frames.gif"))
            .to(ImageFormat.GIF)
            .planned(Scene.over(block, 1, 2))
            .decoded();

    assertThat(result.frames()).isEqualTo(plain.frames()).isGreaterThan(1);
    assertThat(result.delays()).isEqualTo(plain.delays());
    int height = result.height() / result.frames();
    for (int frame = 0; frame < result.frames(); frame++) {
      assertThat(result.isAbout(2, frame * height + 3, 8, 255, 0, 255))
          .as("frame " + frame)
          .isTrue();
    }
  }

  @Test
  void drawsColoursOnGrey() {
    Decoded result =
        Scene.of(Corpus.read("grey.jpg"))
            .planned(Scene.over(new Material.Block(4, 4, Color.opaque(255, 0, 255)), 0, 0))
            .decoded();

    assertThat(result.color(2, 2)).isEqualTo("#ff00ff");
  }

  @ParameterizedTest
  @ValueSource(strings = {"card.png", "card.jpg", "card.webp", "card.avif", "card.gif", "cmyk.jpg"})
  void drawsPicturesOfEveryFormat(String picture) {
    Decoded result =
        Scene.of(Raster.plain(300, 200, 0xffffffff).png(false))
            .with("layer", Corpus.read(picture))
            .planned(
                Scene.over(
                    Scene.picture("layer"), 10, 20, new Scale(100, 60), new Cut(0, 0, 50, 30)))
            .decoded();

    assertThat(result.color(9, 20)).isEqualTo("#ffffff");
    assertThat(result.color(30, 40)).isNotEqualTo("#ffffff");
    assertThat(result.color(60, 20)).isEqualTo("#ffffff");
  }

  @Test
  void blamesTheDamagedPictureOfALayer() {
    byte[] whole = Corpus.read("beer.jpg");
    Scene scene =
        Scene.of(Corpus.read("card.png"))
            .with("layer", Arrays.copyOf(whole, whole.length / 2))
            .planned(Scene.over(Scene.picture("layer"), 0, 0, new Scale(20, 20)));

    assertThat(scene.fault()).isInstanceOf(Fault.CorruptSource.class);
  }

  @Test
  void saysWhatTheLarderSays() {
    Scene scene = Scene.of(opaque.png(false)).planned(Scene.over(Scene.picture("none"), 0, 0));

    assertThat(scene.fault()).isInstanceOf(Fault.SourceNotFound.class);
  }

  private Decoded drawn(Raster base, boolean alpha, Blend blend, int left, int top) {
    return Scene.of(base.png(alpha))
        .with("layer", layer.png(true))
        .planned(Scene.layer(Scene.picture("layer"), blend, left, top))
        .decoded();
  }

  /** Porter and Duff, with colours that are not multiplied by alpha. */
  private static double[] sourceOver(int above, int below) {
    double top = Raster.band(above, ALPHA) / 255.0;
    double bottom = Raster.band(below, ALPHA) / 255.0 * (1 - top);
    double alpha = top + bottom;
    double[] mixed = new double[4];
    for (int band = 0; band < ALPHA; band++) {
      mixed[band] =
          alpha == 0
              ? 0
              : (top * Raster.band(above, band) + bottom * Raster.band(below, band)) / alpha;
    }
    mixed[ALPHA] = alpha * 255;
    return mixed;
  }

  private static double[] bands(int argb) {
    return new double[] {
      Raster.band(argb, 0), Raster.band(argb, 1), Raster.band(argb, 2), Raster.band(argb, ALPHA)
    };
  }

  /** A colour that can hardly be seen may be rounded away. */
  private static void assertAlpha(Decoded result, int x, int y, double alpha, int color) {
    double[] expected = bands(color);
    expected[ALPHA] = alpha;
    assertPixel(result, x, y, expected);
  }

  private static void assertPixel(Decoded result, int x, int y, double... expected) {
    double alpha = result.bands() > ALPHA ? expected[ALPHA] : 255;
    for (int band = 0; band < result.bands(); band++) {
      // One step for the rounding of each of colour and alpha, more where alpha is a small divisor.
      double tolerance = band == ALPHA ? 1.01 : 1.01 + 255 / Math.max(1, alpha);
      if (band == ALPHA || alpha > 1) {
        assertThat((double) result.at(x, y, band))
            .as("band %d at %d, %d", band, x, y)
            .isCloseTo(expected[band], within(tolerance));
      }
    }
  }
}
