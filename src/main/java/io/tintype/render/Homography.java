package io.tintype.render;

import io.tintype.model.Quadrangle;
import io.tintype.model.Quadrangle.Point;

/**
 * A projective map of the plane (Heckbert, "Fundamentals of Texture Mapping and Image Warping",
 * 1989, 2.2.3): {@code x} of a place is the first row applied to {@code (x, y, 1)}, {@code y} the
 * second one, both divided by the third.
 */
final class Homography {
  private final double[][] rows;

  private Homography(double[][] rows) {
    this.rows = rows;
  }

  /** The map of places in a quadrangle to places in a picture of this size, corner to corner. */
  static Homography into(int width, int height, Quadrangle corners) {
    double[][] unit = inverse(ontoQuadrangle(corners));
    return new Homography(
        new double[][] {scaled(unit[0], width), scaled(unit[1], height), unit[2]});
  }

  /** Three weights: of {@code x}, of {@code y}, and of 1. */
  double[] row(int index) {
    return rows[index].clone();
  }

  /** The map of the unit square to the corners, times a common factor. */
  private static double[][] ontoQuadrangle(Quadrangle corners) {
    Point start = corners.topLeft();
    Point across = corners.topRight();
    Point far = corners.bottomRight();
    Point down = corners.bottomLeft();
    double rightX = across.x() - far.x();
    double rightY = across.y() - far.y();
    double leftX = down.x() - far.x();
    double leftY = down.y() - far.y();
    double skewX = (double) start.x() - across.x() + far.x() - down.x();
    double skewY = (double) start.y() - across.y() + far.y() - down.y();
    double whole = rightX * leftY - leftX * rightY;
    double g = skewX * leftY - leftX * skewY;
    double h = rightX * skewY - skewX * rightY;
    return new double[][] {
      {
        whole * (across.x() - start.x()) + g * across.x(),
        whole * (down.x() - start.x()) + h * down.x(),
        whole * start.x()
      },
      {
        whole * (across.y() - start.y()) + g * across.y(),
        whole * (down.y() - start.y()) + h * down.y(),
        whole * start.y()
      },
      {g, h, whole}
    };
  }

  /** The adjugate: of a projective map, factors do not matter. */
  private static double[][] inverse(double[][] m) {
    double[][] adjugate = new double[3][3];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        int a = (column + 1) % 3;
        int b = (column + 2) % 3;
        int c = (row + 1) % 3;
        int d = (row + 2) % 3;
        adjugate[row][column] = m[a][c] * m[b][d] - m[a][d] * m[b][c];
      }
    }
    return adjugate;
  }

  private static double[] scaled(double[] row, double factor) {
    return new double[] {row[0] * factor, row[1] * factor, row[2] * factor};
  }
}
