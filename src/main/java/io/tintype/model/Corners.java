package io.tintype.model;

/**
 * Radii of rounded corners, in pixels; none can be larger than half the shorter side, which is what
 * {@link #MAX} stands for.
 */
public record Corners(int topLeft, int topRight, int bottomRight, int bottomLeft) {
  /** As round as can be: half of each side, so that all four corners make an ellipse. */
  public static final int MAX = Integer.MAX_VALUE;

  public Corners {
    if (topLeft < 0 || topRight < 0 || bottomRight < 0 || bottomLeft < 0) {
      throw new IllegalArgumentException(
          "radii %d,%d,%d,%d".formatted(topLeft, topRight, bottomRight, bottomLeft));
    }
  }

  /** The same radius everywhere. */
  public static Corners all(int radius) {
    return new Corners(radius, radius, radius, radius);
  }

  /** Whether no corner is rounded. */
  public boolean areSharp() {
    return topLeft == 0 && topRight == 0 && bottomRight == 0 && bottomLeft == 0;
  }
}
