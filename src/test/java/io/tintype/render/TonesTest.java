package io.tintype.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.model.Color;
import io.tintype.plan.PlannedStep.Colorize;
import io.tintype.plan.PlannedStep.Grayscale;
import io.tintype.plan.PlannedStep.ReplaceColor;
import io.tintype.plan.PlannedStep.StretchContrast;
import io.tintype.vips.Decoded;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TonesTest {
  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void keepsLuminanceOnly(int bands) {
    Picture source = Picture.noise(1, 40, 30, bands);

    Decoded grey = source.after(new Grayscale());

    // libvips computes light in steps of 1/255 of the result, by tables.
    Difference.between(grey, (x, y, band) -> band == 3 ? source.at(x, y, 3) : grey(source, x, y))
        .isAtMost(2, 0.6);
  }

  @Test
  void tintsLuminance() {
    Picture source = Picture.noise(2, 40, 30, 4);
    Color teal = Color.opaque(0, 128, 200);
    int[] tint = {0, 128, 200};

    Decoded tinted = source.after(new Colorize(teal, 0.7));

    Difference.between(
            tinted,
            (x, y, band) ->
                band == 3
                    ? source.at(x, y, 3)
                    : 0.3 * source.at(x, y, band) + 0.7 * grey(source, x, y) * tint[band] / 255)
        .isAtMost(2, 0.6);
  }

  @Test
  void tintsGreyPictures() {
    Decoded tinted = Picture.plain(5, 5, 200).after(new Colorize(Color.opaque(255, 0, 0), 1));

    assertThat(tinted.color(2, 2)).isEqualTo("#c80000");
  }

  @Test
  void stretchesLightnessBetweenItsOutermostPercents() {
    Picture source = Picture.of(64, 64, 3, (x, y, band) -> 90 + x + (band == 0 ? y / 4.0 : 0));
    double[] light = new double[64 * 64];
    for (int i = 0; i < light.length; i++) {
      light[i] = lab(source, i % 64, i / 64)[0];
    }
    double[] sorted = light.clone();
    Arrays.sort(sorted);
    double black = sorted[sorted.length / 100];
    double white = sorted[sorted.length * 99 / 100];

    Decoded stretched = source.after(new StretchContrast());

    // Whole steps of L*, of about fifty: each end is off by up to one step of two per cent.
    for (int i = 0; i < light.length; i += 7) {
      double wanted = Math.clamp(100 * (light[i] - black) / (white - black), 0, 100);
      assertThat(lab(stretched, i % 64, i / 64)[0]).isBetween(wanted - 5, wanted + 5);
    }
    assertThat(lab(stretched, 0, 0)[0]).isLessThan(4);
    assertThat(lab(stretched, 63, 63)[0]).isGreaterThan(96);
  }

  @Test
  void leavesAPictureOfOneLightnessAsItIs() {
    Decoded plain = Picture.plain(10, 10, 120, 40, 200, 77).after(new StretchContrast());

    assertThat(plain.color(5, 5)).isEqualTo("#7828c84d");
  }

  @Test
  void makesTheOldColorTheNewOne() {
    Picture source =
        Picture.of(
            20,
            10,
            3,
            (x, y, band) -> x < 10 ? new int[] {200, 30, 40}[band] : new int[] {20, 200, 60}[band]);
    Color red = Color.opaque(200, 30, 40);

    Decoded replaced =
        source.after(new ReplaceColor(Color.opaque(40, 60, 180), 30, Optional.of(red)));

    assertThat(replaced.isAbout(3, 3, 1, 40, 60, 180)).as(replaced.color(3, 3)).isTrue();
    assertThat(replaced.color(15, 3)).isEqualTo("#14c83c");
  }

  @Test
  void takesTheMostFrequentColorIfNoneIsNamed() {
    Picture source =
        Picture.of(600, 300, 4, (x, y, band) -> band == 3 ? 255 : x < 400 ? 200 + band : 10);

    Decoded replaced =
        source.after(new ReplaceColor(Color.opaque(255, 128, 0), 10, Optional.empty()));

    assertThat(replaced.isAbout(100, 100, 1, 255, 128, 0, 255)).isTrue();
    assertThat(replaced.color(599, 200)).isEqualTo("#0a0a0aff");
  }

  @ParameterizedTest
  @CsvSource({"0", "8", "40"})
  void replacesShadesByTheFormula(double tolerance) {
    Picture source = Picture.waves(60, 40, 3);
    double[] from = LabReference.of(150, 120, 110);
    double[] to = LabReference.of(90, 130, 100);

    Decoded replaced =
        source.after(
            new ReplaceColor(
                Color.opaque(90, 130, 100), tolerance, Optional.of(Color.opaque(150, 120, 110))));

    // Lab of bytes is exact to 0.1; at the soft edge that is a tenth of the way between the
    // colours.
    Difference.between(replaced, (x, y, band) -> replaced(source, x, y, from, to, tolerance)[band])
        .isAtMost(8, 0.6);
  }

  private static double[] replaced(
      Picture source, int x, int y, double[] from, double[] to, double tolerance) {
    double[] lab = lab(source, x, y);
    double dl = lab[0] - from[0];
    double da = lab[1] - from[1];
    double db = lab[2] - from[2];
    double distance = Math.sqrt(dl * dl + da * da + db * db);
    double soft = Math.max(1, tolerance / 5);
    double share = Math.clamp(1 - (distance - tolerance) / soft, 0, 1);
    double square = from[1] * from[1] + from[2] * from[2] + 100;
    double re = (to[1] * from[1] + to[2] * from[2]) / square;
    double im = (to[2] * from[1] - to[1] * from[2]) / square;
    double[] fresh =
        LabReference.toRgb(to[0] + dl, to[1] + re * da - im * db, to[2] + im * da + re * db);
    for (int band = 0; band < 3; band++) {
      fresh[band] = source.at(x, y, band) * (1 - share) + fresh[band] * share;
    }
    return fresh;
  }

  private static double grey(Picture picture, int x, int y) {
    return LabReference.grey(picture.at(x, y, 0), picture.at(x, y, 1), picture.at(x, y, 2));
  }

  private static double[] lab(Picture picture, int x, int y) {
    return LabReference.of(picture.at(x, y, 0), picture.at(x, y, 1), picture.at(x, y, 2));
  }

  private static double[] lab(Decoded picture, int x, int y) {
    return LabReference.of(picture.at(x, y, 0), picture.at(x, y, 1), picture.at(x, y, 2));
  }
}
