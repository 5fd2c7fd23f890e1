package io.tintype.render;

/**
 * Where a picture lies that is bent upwards along a circle. The middle row keeps its length: the
 * radius of the upper edge is {@code width / angle + height / 2}, that of the lower edge {@code
 * height} less, at least 0. The canvas is the bounding box; all lengths are in pixels.
 *
 * @param outer radius of the upper edge
 * @param left how far the box reaches to the left of the centre, and to the right
 * @param bottom how far the box reaches below the centre; negative if it ends above
 */
record ArcGeometry(double outer, double left, double bottom) {
  private static final double QUARTER = Math.PI / 2;

  /**
   * Of the picture's size and the arc.
   *
   * @param degrees above 0 to 360
   */
  static ArcGeometry of(int width, int height, double degrees) {
    double angle = Math.toRadians(degrees);
    double outer = width / angle + height / 2.0;
    double inner = Math.max(0, outer - height);
    double half = angle / 2;
    double left = half >= QUARTER ? outer : outer * Math.sin(half);
    double bottom = -(half > QUARTER ? outer : inner) * Math.cos(half);
    return new ArcGeometry(outer, left, bottom);
  }

  /** Where on a canvas of this width the centre is, if the box is in its middle. */
  double centerX(int canvasWidth) {
    return canvasWidth / 2.0;
  }

  /** Where on a canvas of this height the centre is, if the box is in its middle. */
  double centerY(int canvasHeight) {
    return (canvasHeight - (outer + bottom)) / 2 + outer;
  }
}
