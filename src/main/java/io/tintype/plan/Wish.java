package io.tintype.plan;

import io.tintype.model.Box;
import io.tintype.model.Expression;
import io.tintype.model.Extent;

/**
 * A wished-for box in pixels of a step's input; 0 stands for a side that was not given. Fractions,
 * aspect ratio and density are resolved, in this order, each to whole pixels.
 */
record Wish(long width, long height) {
  /** Larger sides than this are taken as not given (ImageKit, "Limits"). */
  static final int LARGEST_SIDE = 65_535;

  /** A density that leads out of 1 to this many pixels is dropped (ImageKit, "DPR"). */
  static final int LARGEST_DENSE_SIDE = 5_000;

  /**
   * Resolves a box.
   *
   * @param input size of the picture as it reaches the step
   */
  static Wish of(Box box, Size input, Figures figures) {
    Wish sides =
        new Wish(
            pixels("w", box.width(), input.width(), figures),
            pixels("h", box.height(), input.height(), figures));
    boolean halfGiven = sides.hasWidth() != sides.hasHeight();
    Wish plain = halfGiven ? sides.completedBy(ratio(box, figures)) : sides;
    double density = density(box.density(), figures);
    if (plain.bears(density)) {
      return plain.times(density);
    }
    figures.shortfall().report("dpr-" + Spelling.of(box.density()));
    return plain;
  }

  /**
   * One side: 0 if it is not given, or given as something that cannot be.
   *
   * @param parameter as the URL would name it
   */
  static long pixels(String parameter, Extent extent, long full, Figures figures) {
    return switch (extent) {
      case Extent.Auto() -> 0;
      case Extent.Pixels(var value) -> bounded(value);
      case Extent.OfSource(var fraction) -> Rounding.of(full * fraction);
      case Extent.Computed(var expression) ->
          figures.pixels(parameter, expression, Quantity.SIDE).orElse(0);
    };
  }

  /** Width divided by height; 0 if it is not given, or given as something that cannot be. */
  static double ratio(Box box, Figures figures) {
    return box.aspectRatio() instanceof Expression.Constant(var written)
        ? written
        : figures.number("ar", box.aspectRatio(), Quantity.RATIO).orElse(0);
  }

  boolean hasWidth() {
    return width > 0;
  }

  boolean hasHeight() {
    return height > 0;
  }

  boolean isNone() {
    return !hasWidth() && !hasHeight();
  }

  boolean isComplete() {
    return hasWidth() && hasHeight();
  }

  /** The wish as a size; a side not given is that of the other size. */
  Size or(Size other) {
    return new Size(hasWidth() ? width : other.width(), hasHeight() ? height : other.height());
  }

  private static long bounded(long side) {
    return side > LARGEST_SIDE ? 0 : side;
  }

  private static double density(Expression expression, Figures figures) {
    return expression instanceof Expression.Constant(var written)
        ? written
        : figures.number("dpr", expression, Quantity.DENSITY).orElse(1);
  }

  private Wish completedBy(double aspectRatio) {
    if (aspectRatio == 0) {
      return this;
    }
    return hasWidth()
        ? new Wish(width, Rounding.of(width / aspectRatio))
        : new Wish(Rounding.of(height * aspectRatio), height);
  }

  private boolean bears(double density) {
    return density == 1 || (bears(width, density) && bears(height, density));
  }

  private Wish times(double density) {
    return density == 1 ? this : new Wish(dense(width, density), dense(height, density));
  }

  private static boolean bears(long side, double density) {
    double dense = side * density;
    return side == 0 || (dense >= 1 && dense <= LARGEST_DENSE_SIDE);
  }

  private static long dense(long side, double density) {
    return side == 0 ? 0 : Rounding.of(side * density);
  }
}
