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
public record Box(Extent width, Extent height, Expression aspectRatio, Expression density) {
  private static final double DENSEST = 100;

  public Box {
    if (aspectRatio instanceof Expression.Constant ratio) {
      Range.check("aspect ratio", ratio.value(), 0, Double.MAX_VALUE);
    }
    if (density instanceof Expression.Constant factor) {
      Range.check("density", factor.value(), Double.MIN_VALUE, DENSEST);
    }
  }

  /** With ratio and density written out. */
  public Box(Extent width, Extent height, double aspectRatio, double density) {
    this(width, height, Expression.of(aspectRatio), Expression.of(density));
  }

  /** A box of plain pixels. */
  public static Box of(int width, int height) {
    return new Box(new Extent.Pixels(width), new Extent.Pixels(height), 0, 1);
  }
}
