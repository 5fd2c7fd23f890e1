package io.tintype.render;

/**
 * The part of a ring that a picture becomes when it is bent upwards: see {@link
 * io.tintype.plan.PlannedStep.Arc}. The centre of the ring is in the middle of the canvas's width,
 * and {@code outer} below its top.
 *
 * @param outer radius of the upper edge in pixels; the middle row keeps its length
 * @param columnsPerDegree how many columns of the picture a degree shows
 */
record ArcGeometry(double outer, double columnsPerDegree) {
  /**
   * Of a picture of this size.
   *
   * @param degrees of the arc, above 0 to 360
   */
  static ArcGeometry of(int width, int height, double degrees) {
    return new ArcGeometry(width / Math.toRadians(degrees) + height / 2.0, width / degrees);
  }
}
