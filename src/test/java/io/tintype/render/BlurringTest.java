package io.tintype.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tintype.plan.PlannedStep.Blur;
import io.tintype.plan.PlannedStep.Sharpen;
import io.tintype.plan.PlannedStep.UnsharpMask;
import io.tintype.vips.Decoded;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Blurs, and what sharpens with them. */
class BlurringTest {
  @ParameterizedTest
  @CsvSource({"0.7, 3", "1.5, 3", "6, 3", "6, 1", "40, 3"})
  void blursWithATruncatedGaussianOfWholeNumbers(double sigma, int bands) {
    Picture source = Picture.noise(3, 50, 40, bands);
    double[] mask = mask(sigma);

    Decoded blurred = source.after(new Blur(sigma));

    // Two passes, each rounded to a byte.
    Difference.between(
            blurred, (x, y, band) -> smooth(source, mask, x, y, bands == 1 ? 0 : band, false))
        .isAtMost(2, 0.6);
  }

  @Test
  void doesNotLetHiddenColorsBleed() {
    Picture source =
        Picture.of(
            40,
            20,
            4,
            (x, y, band) -> x < 20 ? new int[] {255, 0, 0, 255}[band] : band == 1 ? 255 : 0);

    Decoded blurred = source.after(new Blur(4));

    for (int x = 10; x < 23; x++) {
      assertThat(blurred.isAbout(x, 10, 6, 255, 0, 0)).as(blurred.color(x, 10)).isTrue();
    }
    assertThat(blurred.at(19, 10, 3)).isBetween(120, 145);
  }

  @Test
  void weighsColorsByTheirOpacity() {
    Picture source =
        Picture.of(
            40,
            30,
            4,
            (x, y, band) ->
                band == 3 ? 100 + (x * 37 + y * 91) % 156 : (x * 7 + y * 3 * band) % 256);
    double[] mask = mask(3);

    Decoded blurred = source.after(new Blur(3));

    Difference.between(
            blurred,
            (x, y, band) ->
                band == 3
                    ? smooth(source, mask, x, y, 3, false)
                    : 255
                        * smooth(source, mask, x, y, band, true)
                        / smooth(source, mask, x, y, 3, false))
        .isAtMost(4, 1);
  }

  @Test
  void sharpensMildlyWithAMaskOfNinePixels() {
    Picture source = Picture.noise(4, 40, 30, 3);

    Decoded sharp = source.after(new Sharpen(OptionalDouble.empty()));

    Difference.between(
            sharp,
            (x, y, band) -> {
              double sum = 33 * source.at(x, y, band);
              for (int i = 0; i < 9; i++) {
                sum -= source.near(x + i % 3 - 1, y + i / 3 - 1, band);
              }
              return sum / 24;
            })
        .isAtMost(1, 0.5);
  }

  @Test
  void sharpensTheMoreTheLargerTheAmount() {
    Picture edge = Picture.of(40, 20, 3, (x, y, band) -> x < 20 ? 100 : 130);

    int before = 130;
    for (double amount : new double[] {0.5, 1, 2}) {
      Decoded sharp = edge.after(new Sharpen(OptionalDouble.of(amount)));
      assertThat(sharp.at(20, 10, 1)).isGreaterThan(before);
      assertThat(sharp.color(2, 10)).isEqualTo("#646464");
      before = sharp.at(20, 10, 1);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {20, 40, 1e300})
  void sharpensNoMoreThanTenTimesTheUsual(double amount) {
    Picture source = Picture.waves(30, 20, 4);

    assertThat(source.after(new Sharpen(OptionalDouble.of(amount))).pixels())
        .isEqualTo(source.after(new Sharpen(OptionalDouble.of(10))).pixels());
  }

  @Test
  void leavesAPictureAloneThatIsSharpenedByNothing() {
    Picture source = Picture.noise(5, 20, 20, 4);

    assertThat(source.after(new Sharpen(OptionalDouble.of(0))).pixels().array())
        .isEqualTo(source.samples());
    assertThat(source.after(new UnsharpMask(0, 0, 1, 0)).pixels().array())
        .isEqualTo(source.samples());
  }

  @ParameterizedTest
  @CsvSource({"2, 2, 0.8, 0.024", "0, 1, 1.5, 0", "1, 0.5, 3, 0.1", "7, 3, 0.5, 0.5"})
  void masksLikeImageMagick(double radius, double sigma, double amount, double threshold) {
    Picture source = Picture.noise(6, 40, 30, 3);
    int reach = radius > 0 ? (int) radius : (int) Math.ceil(6 * sigma);
    double[] mask = finelySampled(reach, sigma);

    Decoded sharp = source.after(new UnsharpMask(radius, sigma, amount, threshold));

    Difference.between(
            sharp,
            (x, y, band) -> {
              double pixel = source.at(x, y, band);
              double gone = pixel - smooth(source, mask, x, y, band, false);
              return Math.abs(2 * gone) < threshold * 255 ? pixel : pixel + amount * gone;
            })
        .isAtMost(0.6, 0.3);
  }

  /** Wide masks are computed from a smaller picture. */
  @ParameterizedTest
  @CsvSource({"0, 6, 3", "0, 13, 3", "0, 30, 3", "0, 30, 4", "40, 30, 3"})
  void masksWidelyLikeImageMagick(double radius, double sigma, int bands) {
    Picture source = Picture.waves(43, 29, bands);
    int reach = radius > 0 ? (int) radius : (int) Math.ceil(5 * sigma);
    double[] mask = finelySampled(reach, sigma);

    Decoded sharp = source.after(new UnsharpMask(radius, sigma, 1, 0));

    Difference.between(
            sharp,
            (x, y, band) -> {
              double pixel = source.at(x, y, band);
              return band == 3 ? pixel : 2 * pixel - smooth(source, mask, x, y, band, bands == 4);
            })
        .isAtMost(1, 0.5);
  }

  @Test
  void masksOnlyWhatCanBeSeen() {
    Picture source =
        Picture.of(
            20,
            10,
            4,
            (x, y, band) -> x < 10 ? new int[] {90, 90, 90, 255}[band] : band < 3 ? 255 : 0);

    Decoded sharp = source.after(new UnsharpMask(0, 2, 2, 0));

    for (int x = 0; x < 10; x++) {
      assertThat(sharp.color(x, 5)).isEqualTo("#5a5a5aff");
    }
    assertThat(sharp.at(15, 5, 3)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "3, 2", "0, 1e9", "1e9, 1e9", "1e9, 0.001"})
  void neverMakesAMaskLongerThanWhatMatters(double radius, double sigma) {
    double[] mask = GaussianKernel.of(radius, sigma).weights();

    double sum = 0;
    for (double weight : mask) {
      sum += weight;
    }
    assertThat(mask.length % 2).isOne();
    assertThat(mask.length).isLessThan(1000);
    assertThat(sum).isCloseTo(1, within(1e-9));
  }

  @Test
  void leavesAPlainPictureAsItIs() {
    assertThat(Picture.plain(30, 30, 12, 200, 99).after(new Blur(20)).color(0, 29))
        .isEqualTo("#0cc863");
  }

  /** The right half of libvips' mask: twentieths, as long as they are at least a fifth. */
  private static double[] mask(double sigma) {
    double[] weights = new double[200];
    int reach = 0;
    while (reach < 200 && Math.exp(-reach * reach / (2 * sigma * sigma)) >= 0.2) {
      weights[reach] = Math.rint(20 * Math.exp(-reach * reach / (2 * sigma * sigma)));
      reach++;
    }
    return normalized(Arrays.copyOf(weights, reach));
  }

  /** The right half of ImageMagick's mask: the middle of a pixel and a third to both sides. */
  private static double[] finelySampled(int reach, double sigma) {
    double[] weights = new double[reach + 1];
    for (int i = 0; i <= reach; i++) {
      for (double third : new double[] {-1 / 3.0, 0, 1 / 3.0}) {
        weights[i] += Math.exp(-(i + third) * (i + third) / (2 * sigma * sigma));
      }
    }
    return normalized(weights);
  }

  private static double[] normalized(double[] half) {
    double sum = -half[0];
    for (double weight : half) {
      sum += 2 * weight;
    }
    for (int i = 0; i < half.length; i++) {
      half[i] /= sum;
    }
    return half;
  }

  private static double smooth(
      Picture source, double[] half, int x, int y, int band, boolean weighed) {
    double sum = 0;
    for (int dy = 1 - half.length; dy < half.length; dy++) {
      for (int dx = 1 - half.length; dx < half.length; dx++) {
        double weight = half[Math.abs(dx)] * half[Math.abs(dy)];
        double alpha = weighed ? source.near(x + dx, y + dy, 3) / 255.0 : 1;
        sum += weight * alpha * source.near(x + dx, y + dy, band);
      }
    }
    return sum;
  }
}
