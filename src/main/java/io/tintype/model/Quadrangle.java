package io.tintype.model;

import java.util.Optional;

/** Four corners in pixels, clockwise from the top left; left stays left, and top stays top. */
public record Quadrangle(Point topLeft, Point topRight, Point bottomRight, Point bottomLeft) {
  public Quadrangle {
    if (!isOrdered(topLeft, topRight, bottomRight, bottomLeft)) {
      throw new IllegalArgumentException(
          "corners " + topLeft + topRight + bottomRight + bottomLeft);
    }
  }

  /** The corners, unless left would not stay left, or top not stay top. */
  public static Optional<Quadrangle> of(
      Point topLeft, Point topRight, Point bottomRight, Point bottomLeft) {
    return isOrdered(topLeft, topRight, bottomRight, bottomLeft)
        ? Optional.of(new Quadrangle(topLeft, topRight, bottomRight, bottomLeft))
        : Optional.empty();
  }

  private static boolean isOrdered(
      Point topLeft, Point topRight, Point bottomRight, Point bottomLeft) {
    return Math.max(topLeft.x, bottomLeft.x) < Math.min(topRight.x, bottomRight.x)
        && Math.max(topLeft.y, topRight.y) < Math.min(bottomLeft.y, bottomRight.y);
  }

  /** A place in a picture. */
  public record Point(int x, int y) {}
}
