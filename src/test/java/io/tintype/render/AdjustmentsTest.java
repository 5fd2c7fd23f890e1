package io.tintype.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.model.Adjustment;
import io.tintype.model.Color;
import io.tintype.model.DitherPattern;
import io.tintype.model.Levels;
import io.tintype.model.OutlineMode;
import io.tintype.model.TintStop;
import io.tintype.plan.PlannedStep;
import io.tintype.vips.Decoded;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every adjustment against its formula, computed pixel by pixel. */
class AdjustmentsTest {
  private static final Color TEAL = Color.opaque(0, 128, 200);
  private static final int[] TEAL_BANDS = {0, 128, 200};

  @Test
  void mixesChannels() {
    Picture source = Picture.noise(1, 30, 20, 4);
    double[] weights = {0.4, 0.8, 0.2, 0.3, -0.5, 0.1, 1, 0, 0.25};
    double[] summands = {0.1, 0.5, -0.2};

    Decoded mixed =
        after(
            source,
            new Adjustment.Matrix(
                List.of(0.4, 0.8, 0.2, 0.3, -0.5, 0.1, 1.0, 0.0, 0.25), List.of(0.1, 0.5, -0.2)));

    Difference.between(
            mixed,
            (x, y, band) ->
                band == 3
                    ? source.at(x, y, 3)
                    : weights[3 * band] * source.at(x, y, 0)
                        + weights[3 * band + 1] * source.at(x, y, 1)
                        + weights[3 * band + 2] * source.at(x, y, 2)
                        + 255 * summands[band])
        .isAtMost(0.51, 0.3);
  }

  @Test
  void mixesAlphaWhereTheMatrixHasIt() {
    Picture source = Picture.noise(2, 20, 20, 3);
    List<Double> halfClear =
        List.of(1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.5);

    Decoded mixed = after(source, new Adjustment.Matrix(halfClear, List.of(0.0, 0.0, 0.0, 0.0)));

    Difference.between(mixed, (x, y, band) -> band == 3 ? 127.5 : source.at(x, y, band))
        .isAtMost(0.51, 0.3);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4})
  void bendsCurves(int bands) {
    Picture source = Picture.noise(3, 30, 20, bands);

    matches(source, after(source, new Adjustment.Gamma(0.5)), level -> Math.sqrt(level));
    matches(
        source,
        after(source, new Adjustment.Sigmoid(6)),
        level -> (logistic(6 * (level - 0.5)) - logistic(-3)) / (logistic(3) - logistic(-3)));
    matches(
        source,
        after(source, new Adjustment.FillLight(0.8, -1)),
        level -> level + 0.8 * (Math.sqrt(level) - level) * (1 - level) * (1 - level));
  }

  @Test
  void takesContrastAwayAsItAddsIt() {
    Picture source = Picture.waves(40, 30, 3);

    Decoded back =
        source.after(
            new PlannedStep.Adjust(new Adjustment.Sigmoid(-4)),
            new PlannedStep.Adjust(new Adjustment.Sigmoid(4)));

    Difference.between(back, source::at).isAtMost(2, 0.6);
  }

  @Test
  void scalesLightnessAndChroma() {
    Picture source = Picture.waves(40, 30, 4);

    Decoded scaled = after(source, new Adjustment.LabScale(1.2, 0.5));

    Difference.between(
            scaled,
            (x, y, band) -> {
              double[] lab = lab(source, x, y);
              return band == 3
                  ? source.at(x, y, 3)
                  : LabReference.toRgb(lab[0] * 1.2, lab[1] * 0.5, lab[2] * 0.5)[band];
            })
        .isAtMost(2, 0.6);
  }

  @Test
  void enlivensDullColorsMost() {
    Picture source = Picture.waves(40, 30, 3);

    Decoded vivid = after(source, new Adjustment.Vibrance(0.6));

    Difference.between(
            vivid,
            (x, y, band) -> {
              double[] lab = lab(source, x, y);
              double factor = 1 + 0.6 * Math.clamp(1 - Math.hypot(lab[1], lab[2]) / 100, 0.0, 1.0);
              return LabReference.toRgb(lab[0], lab[1] * factor, lab[2] * factor)[band];
            })
        .isAtMost(2, 0.6);
  }

  @ParameterizedTest
  @CsvSource({"0.4", "1.3", "2"})
  void multipliesTheValueOfColors(double factor) {
    Picture source = Picture.noise(4, 30, 20, 4);

    Decoded bright = after(source, new Adjustment.Value(factor));

    Difference.between(
            bright,
            (x, y, band) -> {
              double most =
                  Math.max(source.at(x, y, 0), Math.max(source.at(x, y, 1), source.at(x, y, 2)));
              return source.at(x, y, band) * (band == 3 ? 1 : Math.min(factor, 255 / most));
            })
        .isAtMost(0.51, 0.3);
  }

  @ParameterizedTest
  @CsvSource({"-180", "-45", "30", "144"})
  void turnsHues(double degrees) {
    Picture source = Picture.noise(5, 40, 30, 4);

    Decoded turned = after(source, new Adjustment.Hue(degrees));

    Difference.between(
            turned,
            (x, y, band) -> {
              if (band == 3) {
                return source.at(x, y, 3);
              }
              float[] hsb =
                  java.awt.Color.RGBtoHSB(
                      source.at(x, y, 0), source.at(x, y, 1), source.at(x, y, 2), null);
              int rgb = java.awt.Color.HSBtoRGB((float) (hsb[0] + degrees / 360), hsb[1], hsb[2]);
              return (rgb >> (16 - 8 * band)) & 255;
            })
        .isAtMost(1, 0.1);
  }

  @Test
  void makesBlackAndWhite() {
    Picture source = Picture.noise(6, 40, 30, 4);

    Decoded result = after(source, new Adjustment.BlackWhite(0.4));

    int wrong = 0;
    for (int i = 0; i < 40 * 30; i++) {
      double grey = grey(source, i % 40, i / 40);
      assertThat(result.at(i % 40, i / 40, 0)).isIn(0, 255);
      if (Math.abs(grey - 102) > 2) {
        wrong += result.at(i % 40, i / 40, 0) == (grey > 102 ? 255 : 0) ? 0 : 1;
      }
    }
    assertThat(wrong).isZero();
  }

  @Test
  void stretchesChannelsAlikeOrEachAlone() {
    Picture source = Picture.of(100, 100, 4, (x, y, band) -> band == 3 ? 255 : 60 + x + 20 * band);
    Decoded alike = after(source, new Adjustment.AutoLevels(Levels.CONTRAST, 0.5));
    Decoded alone = after(source, new Adjustment.AutoLevels(Levels.COLOR, 1));

    // Each value has one per cent of the pixels: an end is off by one at most.
    Difference.between(alike, (x, y, band) -> mixed(source.at(x, y, band), 60, 199, 0.5, band))
        .isAtMost(2.5, 1.6);
    Difference.between(
            alone,
            (x, y, band) -> mixed(source.at(x, y, band), 60 + 20 * band, 159 + 20 * band, 1, band))
        .isAtMost(4, 2.7);
  }

  @Test
  void stretchesLightness() {
    Picture source = Picture.of(64, 64, 3, (x, _, _) -> 90 + x);

    Decoded bright = after(source, new Adjustment.AutoLevels(Levels.BRIGHTNESS, 1));
    Decoded half = after(source, new Adjustment.AutoLevels(Levels.BRIGHTNESS, 0.5));

    assertThat(bright.at(0, 0, 0)).isLessThan(12);
    assertThat(bright.at(63, 0, 0)).isGreaterThan(243);
    Difference.between(half, (x, y, band) -> (source.at(x, y, band) + bright.at(x, y, band)) / 2.0)
        .isAtMost(1, 0.6);
  }

  @Test
  void tintsByLevelsOfGrey() {
    Picture source = Picture.noise(7, 40, 30, 4);
    List<TintStop> stops = List.of(new TintStop(TEAL, 0.2), new TintStop(Color.WHITE, 0.7));

    Decoded tinted = after(source, new Adjustment.Tint(0.6, false, stops));

    Difference.between(
            tinted,
            (x, y, band) -> {
              double share = Math.clamp((grey(source, x, y) / 255 - 0.2) / 0.5, 0.0, 1.0);
              return band == 3
                  ? source.at(x, y, 3)
                  : 0.4 * source.at(x, y, band)
                      + 0.6 * (TEAL_BANDS[band] + share * (255 - TEAL_BANDS[band]));
            })
        .isAtMost(3, 0.8);
  }

  @Test
  void spreadsLevelsBeforeItTints() {
    Picture dark = Picture.of(256, 4, 3, (x, _, _) -> x / 4.0);
    List<TintStop> same = List.of(new TintStop(Color.BLACK, 0), new TintStop(Color.WHITE, 1));

    Decoded spread = after(dark, new Adjustment.Tint(1, true, same));

    Difference.between(spread, (x, _, _) -> x).isAtMost(6, 3);
  }

  @ParameterizedTest
  @CsvSource({"1, 3", "7, 3", "7, 4", "500, 3"})
  void makesSquares(int side, int bands) {
    Picture source = Picture.waves(50, 35, bands);

    Decoded squares = after(source, new Adjustment.Pixelate(side));

    int block = Math.min(side, 50);
    Difference.between(
            squares,
            (x, y, band) -> mean(source, x / block * block, y / block * block, block, band))
        .isAtMost(1.01, 0.6);
  }

  @Test
  void darkensCorners() {
    Picture source = Picture.noise(8, 41, 31, 4);

    Decoded vignette = after(source, new Adjustment.Vignette(0.8));

    Difference.between(
            vignette,
            (x, y, band) -> {
              double dx = (x + 0.5 - 20.5) / 20.5;
              double dy = (y + 0.5 - 15.5) / 15.5;
              return source.at(x, y, band) * (band == 3 ? 1 : 1 - 0.8 * (dx * dx + dy * dy) / 2);
            })
        .isAtMost(0.51, 0.3);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void fadesTowardsEdges(int bands) {
    Picture source = Picture.noise(9, 30, 40, bands);

    Decoded top = after(source, new Adjustment.FadeEdges(true, true, false, 20, 1));
    Decoded sides = after(source, new Adjustment.FadeEdges(false, true, true, 10, 2));

    Difference.between(top, (x, y, band) -> faded(source, x, y, band, Math.min(1, (y + 0.5) / 20)))
        .isAtMost(0.52, 0.3);
    Difference.between(
            sides,
            (x, y, band) -> {
              double near = Math.min(1, (x + 0.5) / 10);
              double far = Math.min(1, (29.5 - x) / 10);
              return faded(source, x, y, band, near * near * far * far);
            })
        .isAtMost(0.52, 0.3);
  }

  @Test
  void clearsAColor() {
    Picture source = Picture.waves(60, 40, 3);
    double[] key = LabReference.of(150, 120, 110);

    Decoded cleared = after(source, new Adjustment.ClearColor(Color.opaque(150, 120, 110), 30));

    Difference.between(
            cleared,
            (x, y, band) -> {
              double[] lab = lab(source, x, y);
              double distance =
                  Math.sqrt(
                      Math.pow(lab[0] - key[0], 2)
                          + Math.pow(lab[1] - key[1], 2)
                          + Math.pow(lab[2] - key[2], 2));
              return band == 3
                  ? 255 * Math.clamp((distance - 30) / 6, 0.0, 1.0)
                  : source.at(x, y, band);
            })
        .isAtMost(8, 0.6);
  }

  @Test
  void clearsWhatIsNearlyClear() {
    Picture source = Picture.noise(10, 30, 20, 4);

    Decoded cleared = after(source, new Adjustment.ClearBelow(0.5));

    Difference.between(
            cleared,
            (x, y, band) -> band == 3 && source.at(x, y, 3) < 127.5 ? 0 : source.at(x, y, band))
        .isAtMost(0, 0);
  }

  @Test
  void takesMedians() {
    Picture source = Picture.noise(11, 30, 20, 4);

    Decoded painted = after(source, new Adjustment.Median(2));

    Difference.between(
            painted, (x, y, band) -> band == 3 ? source.at(x, y, 3) : median(source, x, y, band, 2))
        .isAtMost(0, 0);
  }

  @Test
  void takesMediansOfTinyPictures() {
    Decoded painted = after(Picture.plain(3, 1, 10, 20, 30), new Adjustment.Median(10));

    assertThat(painted.color(1, 0)).isEqualTo("#0a141e");
  }

  @ParameterizedTest
  @CsvSource({"HALF, 2", "CHECKS, 3", "BAYER_2, 5", "ORDERED_3, 10", "BAYER_4, 17", "BAYER_8, 65"})
  void dithersEvenly(DitherPattern pattern, int shares) {
    for (int grey : new int[] {30, 100, 128, 200}) {
      Decoded dithered =
          after(Picture.plain(72, 72, grey, grey, grey), new Adjustment.Dither(pattern));

      double white = 0;
      for (int i = 0; i < 72 * 72; i++) {
        assertThat(dithered.at(i % 72, i / 72, 0)).isIn(0, 255);
        white += dithered.at(i % 72, i / 72, 0) / 255.0;
      }
      long passed = 0;
      for (int threshold = 1; threshold < shares; threshold++) {
        passed += grey >= Math.round(255.0 * threshold / shares) ? 1 : 0;
      }
      assertThat(white / (72 * 72)).isEqualTo((double) passed / (shares - 1));
    }
  }

  @Test
  void drawsLinesAroundShapes() {
    Picture disc =
        Picture.of(
            80,
            60,
            4,
            (x, y, band) -> band == 3 ? (x >= 30 && x < 60 && y >= 20 && y < 50 ? 255 : 0) : 200);

    Decoded outer = after(disc, new Adjustment.Outline(OutlineMode.OUTER, 5, 0, TEAL));
    Decoded inner = after(disc, new Adjustment.Outline(OutlineMode.INNER, 5, 0, TEAL));

    assertThat(outer.color(45, 35)).isEqualTo("#c8c8c8ff");
    assertThat(outer.color(27, 35)).isEqualTo("#0080c8ff");
    assertThat(outer.color(26, 35)).isEqualTo("#0080c8ff");
    assertThat(outer.at(23, 35, 3)).isZero();
    assertThat(inner.at(27, 35, 3)).isZero();
    assertThat(inner.color(32, 35)).isEqualTo("#0080c8ff");
    assertThat(inner.color(37, 35)).isEqualTo("#c8c8c8ff");
  }

  /** A square ring whose edges are half clear: a hole from 30 to 49, open to nowhere. */
  @Test
  void fillsWhatShapesEnclose() {
    Picture ring =
        Picture.of(
            80,
            80,
            4,
            (x, y, band) -> {
              int away = Math.max(Math.abs(2 * x - 79), Math.abs(2 * y - 79)) / 2;
              return band < 3 ? 200 : away < 10 || away > 20 ? 0 : away == 10 ? 128 : 255;
            });
    Picture gap =
        Picture.of(
            80, 80, 4, (x, y, band) -> x == 40 && y < 40 && band == 3 ? 0 : ring.at(x, y, band));

    Decoded inner = after(ring, new Adjustment.Outline(OutlineMode.INNER_FILL, 5, 0, TEAL));
    Decoded all = after(ring, new Adjustment.Outline(OutlineMode.FILL, 5, 0, TEAL));
    Decoded open = after(gap, new Adjustment.Outline(OutlineMode.INNER_FILL, 5, 0, TEAL));

    assertThat(inner.color(40, 40)).isEqualTo("#0080c8ff");
    assertThat(inner.color(31, 31)).isEqualTo("#0080c8ff");
    assertThat(inner.isAbout(29, 40, 1, 100, 164, 200, 255)).isTrue();
    assertThat(inner.color(25, 40)).isEqualTo("#c8c8c8ff");
    assertThat(inner.at(16, 40, 3)).isZero();
    assertThat(all.color(40, 40)).isEqualTo("#0080c8ff");
    assertThat(all.color(16, 40)).isEqualTo("#0080c8ff");
    assertThat(all.at(5, 40, 3)).isZero();
    assertThat(open.at(40, 40, 3)).isZero();
  }

  /** L* of vivid red and green in stripes of four pixels, in directions of their own. */
  @Test
  void stripesRedsAndGreens() {
    int[][] colors = {{220, 30, 30}, {30, 160, 40}, {128, 128, 128}};
    Picture source = Picture.of(48, 20, 3, (x, y, band) -> colors[x / 16][band]);

    Decoded striped = after(source, new Adjustment.Stripes(0.3));

    Difference.between(
            striped,
            (x, y, band) -> {
              int[] color = colors[x / 16];
              double[] lab = LabReference.of(color[0], color[1], color[2]);
              int along = Math.floorMod(lab[1] > 0 ? x - y : x + y, 8);
              double share = along < 4 ? Math.min(1, Math.abs(lab[1]) / 50) : 0;
              return LabReference.toRgb(lab[0] * (1 - 0.3 * share), lab[1], lab[2])[band];
            })
        .isAtMost(2, 1);
  }

  @Test
  void drawsCartoons() {
    Picture halves = Picture.of(40, 20, 4, (x, _, band) -> band == 3 ? 90 : x < 20 ? 20 : 230);

    Decoded cartoon = after(halves, new Adjustment.Cartoon(0.5, 4));
    Decoded ink = after(halves, new Adjustment.Cartoon(0, 1));

    assertThat(cartoon.color(5, 10)).isEqualTo("#0000005a");
    assertThat(cartoon.color(35, 10)).isEqualTo("#ffffff5a");
    assertThat(cartoon.at(20, 10, 0)).isLessThan(60);
    assertThat(ink.color(5, 10)).isEqualTo("#0000005a");
    assertThat(ink.color(35, 10)).isEqualTo("#ffffff5a");
  }

  @Test
  void changesOnlyAPart() {
    Picture source = Picture.noise(12, 40, 30, 3);
    PlannedStep.Adjust squares = new PlannedStep.Adjust(new Adjustment.Pixelate(10));

    Decoded changed =
        source.after(new PlannedStep.Within(new PlannedStep.Cut(10, 5, 20, 10), squares));

    Difference.between(
            changed,
            (x, y, band) ->
                x >= 10 && x < 30 && y >= 5 && y < 15
                    ? mean(source, x / 10 * 10, 5, 10, band)
                    : source.at(x, y, band))
        .isAtMost(1.01, 0.3);
  }

  @Test
  void castsShadowsBesideThePicture() {
    Picture square = Picture.plain(40, 40, 250, 0, 0);

    Decoded cast = square.after(new PlannedStep.CastShadow(TEAL, 4, 0.5, 0, 0, 20, 20, 68, 68));

    assertThat(cast.color(20, 20)).isEqualTo("#fa0000ff");
    assertThat(cast.isAbout(48, 48, 2, 0, 128, 200, 128)).as(cast.color(48, 48)).isTrue();
    assertThat(cast.at(50, 5, 3)).isZero();
    assertThat(cast.at(60, 40, 3)).isBetween(56, 72);
  }

  private static Decoded after(Picture source, Adjustment adjustment) {
    return source.after(new PlannedStep.Adjust(adjustment));
  }

  private static void matches(Picture source, Decoded result, DoubleUnaryOperator curve) {
    Difference.between(
            result,
            (x, y, band) ->
                band == 3
                    ? source.at(x, y, 3)
                    : 255
                        * curve.applyAsDouble(
                            source.at(x, y, Math.min(band, source.bands() - 1)) / 255.0))
        .isAtMost(0.51, 0.3);
  }

  private static double logistic(double value) {
    return 1 / (1 + Math.exp(-value));
  }

  private static double mixed(double level, double black, double white, double share, int band) {
    double stretched = Math.clamp((level - black) / (white - black), 0.0, 1.0) * 255;
    return band == 3 ? 255 : level * (1 - share) + stretched * share;
  }

  private static double faded(Picture source, int x, int y, int band, double share) {
    if (band < 3) {
      return source.at(x, y, band);
    }
    return (source.hasAlpha() ? source.at(x, y, 3) : 255) * share;
  }

  private static double mean(Picture source, int left, int top, int side, int band) {
    double sum = 0;
    for (int i = 0; i < side * side; i++) {
      sum += source.near(left + i % side, top + i / side, band);
    }
    return sum / (side * side);
  }

  private static double median(Picture source, int x, int y, int band, int radius) {
    int side = 2 * radius + 1;
    int[] values = new int[side * side];
    for (int i = 0; i < values.length; i++) {
      values[i] = source.near(x - radius + i % side, y - radius + i / side, band);
    }
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private static double grey(Picture picture, int x, int y) {
    return LabReference.grey(picture.at(x, y, 0), picture.at(x, y, 1), picture.at(x, y, 2));
  }

  private static double[] lab(Picture picture, int x, int y) {
    return LabReference.of(picture.at(x, y, 0), picture.at(x, y, 1), picture.at(x, y, 2));
  }
}
