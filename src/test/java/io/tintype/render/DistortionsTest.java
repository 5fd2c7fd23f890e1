package io.tintype.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tintype.model.Quadrangle;
import io.tintype.model.Quadrangle.Point;
import io.tintype.plan.PlannedStep.Arc;
import io.tintype.plan.PlannedStep.Perspective;
import io.tintype.vips.Decoded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistortionsTest {
  @Test
  void leavesAPictureWhoseCornersStayAsItIs() {
    Picture source = Picture.noise(11, 30, 20, 3);

    Decoded same = source.after(new Perspective(quadrangle(0, 0, 30, 0, 30, 20, 0, 20), 30, 20));

    Difference.between(same, (x, y, band) -> band == 3 ? 255 : source.at(x, y, band))
        .isAtMost(0, 0);
  }

  @Test
  void movesByWholePixels() {
    Picture source = Picture.noise(12, 30, 20, 4);

    Decoded moved = source.after(new Perspective(quadrangle(7, 5, 37, 5, 37, 25, 7, 25), 50, 40));

    Difference.between(
            moved,
            (x, y, band) -> {
              boolean inside = x >= 7 && x < 37 && y >= 5 && y < 25;
              int alpha = inside ? source.at(x - 7, y - 5, 3) : 0;
              return band == 3
                  ? alpha
                  : alpha < 128 ? moved.at(x, y, band) : source.at(x - 7, y - 5, band);
            })
        .isAtMost(2, 0.5);
  }

  @ParameterizedTest
  @CsvSource({
    "10, 5, 90, 20, 80, 70, 20, 60",
    "0, 0, 60, 10, 100, 80, 10, 50",
    "30, 0, 70, 0, 100, 80, 0, 80"
  })
  void mapsEveryPlaceByTheHomography(
      int x1, int y1, int x2, int y2, int x3, int y3, int x4, int y4) {
    Picture source =
        Picture.of(60, 40, 3, (x, y, band) -> band == 0 ? 4 * x : band == 1 ? 6 * y : 77);
    Quadrangle corners = quadrangle(x1, y1, x2, y2, x3, y3, x4, y4);

    Decoded warped = source.after(new Perspective(corners, 110, 90));

    // A mesh over the picture: forwards instead of backwards, by straight lines (cross ratios).
    for (double u = 0.1; u < 0.95; u += 0.1) {
      for (double v = 0.1; v < 0.95; v += 0.1) {
        double[] place = forward(corners, u, v);
        int x = (int) Math.floor(place[0]);
        int y = (int) Math.floor(place[1]);
        double[] exact = backward(corners, x + 0.5, y + 0.5);
        assertThat((double) warped.at(x, y, 0)).isCloseTo(4 * (60 * exact[0] - 0.5), within(4.0));
        assertThat((double) warped.at(x, y, 1)).isCloseTo(6 * (40 * exact[1] - 0.5), within(4.0));
        assertThat(warped.at(x, y, 3)).isEqualTo(255);
      }
    }
    assertThat(warped.at(109, 0, 3)).isZero();
    assertThat(warped.at(109, 89, 3)).isZero();
  }

  @Test
  void averagesWhatBecomesSmaller() {
    Picture lines = Picture.of(200, 200, 3, (x, y, band) -> x % 2 * 255);

    Decoded small = lines.after(new Perspective(quadrangle(0, 0, 20, 0, 20, 20, 0, 20), 20, 20));

    for (int x = 2; x < 18; x++) {
      assertThat(small.at(x, 10, 0)).isBetween(120, 136);
    }
  }

  @Test
  void survivesCornersOnOneLine() {
    Decoded flat =
        Picture.noise(13, 20, 20, 3)
            .after(new Perspective(quadrangle(40, 40, 80, 0, 100, 100, 0, 80), 100, 100));

    assertThat(flat.width()).isEqualTo(100);
  }

  @ParameterizedTest
  @CsvSource({"60, 1", "90, 1", "180, 1", "270, 1", "360, 1", "-120, -1"})
  void bendsAlongACircle(double degrees, int up) {
    Picture source =
        Picture.of(100, 30, 3, (x, y, band) -> band == 0 ? 2.5 * x : band == 1 ? 8 * y : 50);
    double angle = Math.toRadians(Math.abs(degrees));
    double outer = 100 / angle + 15;
    double inner = Math.max(0, outer - 30);
    double half = angle / 2;
    double boxWidth = 2 * (half > Math.PI / 2 ? outer : outer * Math.sin(half));
    double boxHeight = outer - Math.cos(half) * (half > Math.PI / 2 ? outer : inner);
    int width = (int) Math.ceil(boxWidth);
    int height = (int) Math.ceil(boxHeight);

    Decoded bent = source.after(new Arc(degrees, width, height));

    assertThat(bent.bands()).isEqualTo(4);
    double centerX = width / 2.0;
    double centerY = outer;
    for (int column = 10; column < 100; column += 10) {
      for (int row = 3; row < 28; row += 6) {
        double turn = (column + 0.5 - 50) / 100 * angle;
        double radius = outer - (up > 0 ? row + 0.5 : 29.5 - row);
        int x = (int) Math.floor(centerX + radius * Math.sin(turn));
        int y = (int) Math.floor(centerY - radius * Math.cos(turn));
        double exactTurn = Math.atan2(x + 0.5 - centerX, centerY - y - 0.5);
        double exactRadius = Math.hypot(x + 0.5 - centerX, y + 0.5 - centerY);
        double u = 50 + exactTurn / angle * 100 - 0.5;
        double v = up > 0 ? outer - exactRadius - 0.5 : 30 - (outer - exactRadius) - 0.5;
        int seen = up > 0 ? y : height - 1 - y;
        if (u > 2 && u < 97 && v > 2 && v < 27) {
          assertThat((double) bent.at(x, seen, 0)).isCloseTo(2.5 * u, within(4.0));
          assertThat((double) bent.at(x, seen, 1)).isCloseTo(8 * v, within(4.0));
          assertThat(bent.at(x, seen, 3)).isEqualTo(255);
        }
      }
    }
    assertThat(bent.at(0, up > 0 ? 0 : height - 1, 3)).isZero();
  }

  private static Quadrangle quadrangle(
      int x1, int y1, int x2, int y2, int x3, int y3, int x4, int y4) {
    return new Quadrangle(
        new Point(x1, y1), new Point(x2, y2), new Point(x3, y3), new Point(x4, y4));
  }

  /** Solves the eight equations of the four corners by elimination. */
  private static double[] coefficients(Quadrangle corners) {
    Point[] points = {
      corners.topLeft(), corners.topRight(), corners.bottomRight(), corners.bottomLeft()
    };
    double[][] unit = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};
    double[][] rows = new double[8][];
    for (int i = 0; i < 4; i++) {
      double u = unit[i][0];
      double v = unit[i][1];
      double x = points[i].x();
      double y = points[i].y();
      rows[2 * i] = new double[] {u, v, 1, 0, 0, 0, -u * x, -v * x, x};
      rows[2 * i + 1] = new double[] {0, 0, 0, u, v, 1, -u * y, -v * y, y};
    }
    return solved(rows);
  }

  private static double[] forward(Quadrangle corners, double u, double v) {
    double[] c = coefficients(corners);
    double w = c[6] * u + c[7] * v + 1;
    return new double[] {(c[0] * u + c[1] * v + c[2]) / w, (c[3] * u + c[4] * v + c[5]) / w};
  }

  /** Where in the unit square a place was: two linear equations. */
  private static double[] backward(Quadrangle corners, double x, double y) {
    double[] c = coefficients(corners);
    double[][] rows = {
      {c[0] - c[6] * x, c[1] - c[7] * x, x - c[2]}, {c[3] - c[6] * y, c[4] - c[7] * y, y - c[5]}
    };
    return solved(rows);
  }

  private static double[] solved(double[][] rows) {
    int n = rows.length;
    for (int column = 0; column < n; column++) {
      int pivot = column;
      for (int row = column; row < n; row++) {
        if (Math.abs(rows[row][column]) > Math.abs(rows[pivot][column])) {
          pivot = row;
        }
      }
      double[] swapped = rows[pivot];
      rows[pivot] = rows[column];
      rows[column] = swapped;
      for (int row = 0; row < n; row++) {
        double factor = row == column ? 0 : rows[row][column] / rows[column][column];
        for (int k = 0; k <= n; k++) {
          rows[row][k] -= factor * rows[column][k];
        }
      }
    }
    double[] solution = new double[n];
    for (int row = 0; row < n; row++) {
      solution[row] = rows[row][n] / rows[row][row];
    }
    return solution;
  }
}
