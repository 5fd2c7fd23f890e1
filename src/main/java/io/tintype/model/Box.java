package io.tintype.model;

/**
 * The size a step wishes for.
 *
 * @param width the wished-for width
 * @param height the wished-for height
 * @param aspectRatio width divided by height, completes the side that is {@link Extent.Auto} when
 *     exactly one is; 0 means none
 * @param density device pixel ratio both sides are multiplied with; 1 means as given. A density
 *     that would make a side smaller than 1 or larger than 5000 pixels is dropped by the planner.
 */
public record Box(Extent width, Extent height, double aspectRatio, double density) {
  public Box {
    if (!(aspectRatio >= 0 && Double.isFinite(aspectRatio))) {
      throw new IllegalArgumentException("aspect ratio " + aspectRatio);
    }
    if (!(density > 0 && density <= 100)) {
      throw new IllegalArgumentException("density " + density);
    }
  }

  /** A box of plain pixels. */
  public static Box of(int width, int height) {
    return new Box(new Extent.Pixels(width), new Extent.Pixels(height), 0, 1);
  }
}
