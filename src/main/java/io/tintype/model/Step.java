package io.tintype.model;

/**
 * One operation of a transformation. Steps run in list order; each sees the result of the one
 * before.
 */
public sealed interface Step {
  /** Scale, and for the covering fits cut. */
  record Resize(Fit fit, Box box, Gravity gravity) implements Step {}

  /** Put the picture on a canvas of exactly the box. */
  record Pad(Padding padding, Box box, Gravity gravity, Color background) implements Step {}

  /** Cut out a region without scaling. */
  record Crop(Box box, Gravity gravity) implements Step {}

  /**
   * Turn clockwise.
   *
   * @param degrees any finite angle; multiples of 90 keep every pixel, others enlarge the canvas to
   *     the bounding box
   * @param background what fills the corners
   */
  record Rotate(double degrees, Color background) implements Step {
    public Rotate {
      if (!Double.isFinite(degrees)) {
        throw new IllegalArgumentException("degrees " + degrees);
      }
    }
  }

  /** Put a colour behind whatever is transparent. */
  record Flatten(Color background) implements Step {}
}
