package io.tintype.model;

/** Four corners in pixels, clockwise from the top left; left stays left, and top stays top. */
public record Quadrangle(Point topLeft, Point topRight, Point bottomRight, Point bottomLeft) {
  public Quadrangle {
    boolean ordered =
        Math.max(topLeft.x, bottomLeft.x) < Math.min(topRight.x, bottomRight.x)
            && Math.max(topLeft.y, topRight.y) < Math.min(bottomLeft.y, bottomRight.y);
    if (!ordered) {
      throw new IllegalArgumentException(
          "corners " + topLeft + topRight + bottomRight + bottomLeft);
    }
  }

  /** A place in a picture. */
  public record Point(int x, int y) {}
}
