package io.tintype.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.model.Color;
import io.tintype.plan.PlannedStep.Gradient;
import io.tintype.plan.PlannedStep.Shadow;
import io.tintype.vips.Decoded;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gradients over pictures, and shadows behind them. */
class CompositingTest {
  private static final Color FROM = new Color(255, 200, 0, 0.9);
  private static final Color TO = new Color(0, 40, 255, 0.2);

  @ParameterizedTest
  @CsvSource({
    "0, 40, 3",
    "90, 30, 4",
    "180, 20, 3",
    "270, 60, 1",
    "45, 70, 4",
    "123.4, 33, 3",
    "200, 1, 4"
  })
  void drawsTheGradientOfCss(double degrees, double length, int bands) {
    Picture source = Picture.noise(9, 60, 40, bands);

    Decoded drawn = source.after(new Gradient(degrees, FROM, TO, length));

    // Where almost nothing can be seen, the color of a pixel is that of rounded bytes.
    Difference.between(
            drawn,
            (x, y, band) ->
                drawn.bands() == 4 && drawn.at(x, y, 3) < 32 && band < 3
                    ? drawn.at(x, y, band)
                    : gradient(source, x, y, degrees, length)[band])
        .isAtMost(1, 0.3);
    assertThat(drawn.bands()).isEqualTo(source.hasAlpha() ? 4 : 3);
  }

  @Test
  void beginsAndEndsWithTheColors() {
    Decoded drawn =
        Picture.plain(50, 100, 0, 0, 0)
            .after(new Gradient(180, Color.WHITE, Color.opaque(255, 0, 0), 100));

    assertThat(drawn.isAbout(25, 0, 2, 255, 254, 254)).isTrue();
    assertThat(drawn.isAbout(25, 99, 2, 255, 1, 1)).isTrue();
    assertThat(drawn.isAbout(0, 50, 2, 255, 127, 127)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"0, 0.5, 6, -4", "3, 1, 6, 10", "3, 0.3, -40, 5", "0, 1, 40, 0", "2, 1, 43, 0"})
  void throwsAShadowBehindThePicture(double sigma, double strength, int dx, int dy) {
    Picture source =
        Picture.of(
            40,
            30,
            4,
            (x, y, band) ->
                band < 3
                    ? 60 * band + x
                    : x > 10 && x < 25 && y > 5 && y < 20 ? 255 : x < 5 ? 99 : 0);
    double[] mask = mask(sigma);

    Decoded thrown = source.after(new Shadow(sigma, strength, dx, dy));

    Difference.between(
            thrown,
            (x, y, band) -> {
              double own = source.at(x, y, 3) / 255.0;
              double shadow = strength * alphaAround(source, mask, x - dx, y - dy) / 255;
              double alpha = own + shadow - own * shadow;
              if (band == 3) {
                return 255 * alpha;
              }
              return alpha == 0
                  ? thrown.at(x, y, band)
                  : thrown.at(x, y, 3) < 8
                      ? thrown.at(x, y, band)
                      : source.at(x, y, band) * own / alpha;
            })
        .isAtMost(3, 0.5);
  }

  @Test
  void throwsNoShadowOfAnOpaquePicture() {
    Picture opaque = Picture.noise(10, 20, 20, 3);

    Decoded thrown = opaque.after(new Shadow(5, 1, 5, 5));

    assertThat(thrown.bands()).isEqualTo(3);
    assertThat(thrown.pixels().array()).isEqualTo(opaque.samples());
  }

  private static double[] gradient(Picture source, int x, int y, double degrees, double length) {
    double dx = Math.sin(Math.toRadians(degrees));
    double dy = -Math.cos(Math.toRadians(degrees));
    double line = Math.abs(source.width() * dx) + Math.abs(source.height() * dy);
    double way =
        (x + 0.5 - source.width() / 2.0) * dx + (y + 0.5 - source.height() / 2.0) * dy + line / 2;
    double t = Math.clamp(way / length, 0, 1);
    double veil = FROM.alpha() + t * (TO.alpha() - FROM.alpha());
    double[] from = {FROM.red(), FROM.green(), FROM.blue()};
    double[] to = {TO.red(), TO.green(), TO.blue()};
    double below =
        (source.hasAlpha() ? source.at(x, y, source.bands() - 1) / 255.0 : 1) * (1 - veil);
    double alpha = veil + below;
    double[] result = new double[4];
    for (int band = 0; band < 3; band++) {
      double premultiplied = from[band] * FROM.alpha() * (1 - t) + to[band] * TO.alpha() * t;
      double behind = source.at(x, y, source.bands() < 3 ? 0 : band);
      result[band] = (premultiplied + behind * below) / alpha;
    }
    result[3] = 255 * alpha;
    return result;
  }

  private static double alphaAround(Picture source, double[] half, int x, int y) {
    double sum = 0;
    for (int dy = 1 - half.length; dy < half.length; dy++) {
      for (int dx = 1 - half.length; dx < half.length; dx++) {
        boolean outside =
            x + dx < 0 || y + dy < 0 || x + dx >= source.width() || y + dy >= source.height();
        sum += outside ? 0 : half[Math.abs(dx)] * half[Math.abs(dy)] * source.at(x + dx, y + dy, 3);
      }
    }
    return sum;
  }

  /** The right half of libvips' mask. */
  private static double[] mask(double sigma) {
    int reach = 0;
    double sum = 0;
    double[] weights = new double[30];
    while (reach == 0 || Math.exp(-reach * reach / (2 * sigma * sigma)) >= 0.2) {
      weights[reach] =
          reach == 0 ? 20 : Math.rint(20 * Math.exp(-reach * reach / (2 * sigma * sigma)));
      sum += reach == 0 ? weights[0] : 2 * weights[reach];
      reach++;
    }
    double[] half = Arrays.copyOf(weights, reach);
    for (int i = 0; i < reach; i++) {
      half[i] /= sum;
    }
    return half;
  }
}
