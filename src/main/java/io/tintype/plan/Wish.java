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

  static Wish of(Box box, Size input) {
    return new Wish(pixels(box.width(), input.width()), pixels(box.height(), input.height()))
        .completedBy(number(box.aspectRatio()))
        .times(number(box.density()));
  }

  private static double number(Expression expression) {
    return expression instanceof Expression.Constant(var value) ? value : 0;
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

  private static long pixels(Extent extent, long full) {
    return switch (extent) {
      case Extent.Auto() -> 0;
      case Extent.Pixels(var value) -> value > LARGEST_SIDE ? 0 : value;
      case Extent.OfSource(var fraction) -> Rounding.of(full * fraction);
      case Extent.Computed _ -> throw new UnsupportedOperationException();
    };
  }

  private Wish completedBy(double aspectRatio) {
    if (aspectRatio == 0 || isNone() || isComplete()) {
      return this;
    }
    return hasWidth()
        ? new Wish(width, Rounding.of(width / aspectRatio))
        : new Wish(Rounding.of(height * aspectRatio), height);
  }

  private Wish times(double density) {
    if (density == 1 || !bears(width, density) || !bears(height, density)) {
      return this;
    }
    return new Wish(dense(width, density), dense(height, density));
  }

  private static boolean bears(long side, double density) {
    double dense = side * density;
    return side == 0 || (dense >= 1 && dense <= LARGEST_DENSE_SIDE);
  }

  private static long dense(long side, double density) {
    return side == 0 ? 0 : Rounding.of(side * density);
  }
}
