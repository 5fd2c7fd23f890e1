package io.tintype.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tintype.model.Corners;
import io.tintype.plan.PlannedStep.Ellipse;
import io.tintype.plan.PlannedStep.Fade;
import io.tintype.plan.PlannedStep.RoundCorners;
import io.tintype.vips.Decoded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoverageTest {
  @ParameterizedTest
  @ValueSource(ints = {20, 61, 200})
  void makesACircleOfASquare(int side) {
    Decoded circle = Picture.plain(side, side, 10, 20, 30).after(new Ellipse());
    Decoded rounded =
        Picture.plain(side, side, 10, 20, 30).after(new RoundCorners(Corners.all(side / 2)));

    double area = Math.PI * side * side / 4;
    assertThat(alpha(circle)).isCloseTo(area, within(0.005 * area));
    if (side % 2 == 0) {
      assertThat(alpha(rounded)).isCloseTo(area, within(0.005 * area));
    }
    assertThat(circle.isAbout(side / 2, side / 2, 0, 10, 20, 30, 255)).isTrue();
    assertThat(circle.at(0, 0, 3)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"80, 40", "33, 90", "100, 99"})
  void coversWhatAnEllipseCovers(int width, int height) {
    Decoded ellipse = Picture.plain(width, height, 200, 100, 50, 255).after(new Ellipse());

    Difference.between(
            ellipse,
            (x, y, band) ->
                band < 3
                    ? ellipse.at(x, y, band)
                    : 255
                        * share(
                            x,
                            y,
                            (px, py) ->
                                square((px - width / 2.0) / (width / 2.0))
                                        + square((py - height / 2.0) / (height / 2.0))
                                    <= 1))
        .isAtMost(50, 0.5);
    double area = Math.PI * width * height / 4;
    assertThat(alpha(ellipse)).isCloseTo(area, within(0.01 * area));
  }

  @Test
  void roundsEachCornerByItsOwnRadius() {
    Picture source = Picture.noise(7, 60, 50, 4);

    Decoded rounded = source.after(new RoundCorners(new Corners(25, 0, 7, 12)));

    Difference.between(
            rounded,
            (x, y, band) ->
                band < 3
                    ? source.at(x, y, band)
                    : source.at(x, y, 3)
                        * share(
                            x,
                            y,
                            (px, py) ->
                                inside(px, py, 25)
                                    && inside(60 - px, 50 - py, 7)
                                    && inside(px, 50 - py, 12)))
        .isAtMost(40, 0.25);
  }

  @Test
  void leavesSharpCornersAsTheyAre() {
    assertThat(Picture.plain(9, 9, 1, 2, 3).after(new RoundCorners(Corners.all(0))).bands())
        .isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"0.5, 3", "0.5, 4", "0, 4", "0.01, 2", "0.3, 1"})
  void fades(double opacity, int bands) {
    Picture source = Picture.noise(8, 20, 20, bands);

    Decoded faded = source.after(new Fade(opacity));

    assertThat(faded.bands()).isEqualTo(4);
    Difference.between(
            faded,
            (x, y, band) ->
                band < 3
                    ? source.at(x, y, bands < 3 ? 0 : band)
                    : opacity * (source.hasAlpha() ? source.at(x, y, bands - 1) : 255))
        .isAtMost(0.5, 0.3);
  }

  private static boolean inside(double x, double y, double radius) {
    return x >= radius || y >= radius || Math.hypot(radius - x, radius - y) <= radius;
  }

  /** Area of a pixel that a shape covers, by 16 by 16 points. */
  private static double share(int x, int y, Shape shape) {
    int hits = 0;
    for (int i = 0; i < 256; i++) {
      int row = i / 16;
      hits += shape.has(x + (i % 16 + 0.5) / 16, y + (row + 0.5) / 16) ? 1 : 0;
    }
    return hits / 256.0;
  }

  private static double alpha(Decoded picture) {
    double sum = 0;
    for (int i = 0; i < picture.width() * picture.height(); i++) {
      sum += picture.at(i % picture.width(), i / picture.width(), 3) / 255.0;
    }
    return sum;
  }

  private static double square(double number) {
    return number * number;
  }

  private interface Shape {
    boolean has(double x, double y);
  }
}
