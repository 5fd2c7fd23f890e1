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

  /** Densities that may be written; those computed beyond are dropped, too (ImageKit, "DPR"). */
  private static final double LEAST_DENSITY = 0.1;

  private static final double LARGEST_DENSITY = 5;

  /**
   * Resolves a box.
   *
   * @param input size of the picture as it reaches the step
   */
  static Wish of(Box box, Size input, Evaluator evaluator) {
    return new Wish(
            pixels(box.width(), input.width(), evaluator),
            pixels(box.height(), input.height(), evaluator))
        .completedBy(evaluator.positive(box.aspectRatio()).orElse(0))
        .times(density(box.density(), evaluator));
  }

  /** One side: 0 if it is not given, or given as something that cannot be. */
  static long pixels(Extent extent, long full, Evaluator evaluator) {
    return switch (extent) {
      case Extent.Auto() -> 0;
      case Extent.Pixels(var value) -> bounded(value);
      case Extent.OfSource(var fraction) -> Rounding.of(full * fraction);
      case Extent.Computed(var expression) -> bounded(evaluator.length(expression).orElse(0));
    };
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

  private static double density(Expression expression, Evaluator evaluator) {
    if (expression instanceof Expression.Constant(var written)) {
      return written;
    }
    double density = evaluator.value(expression).orElse(1);
    return density >= LEAST_DENSITY && density <= LARGEST_DENSITY ? density : 1;
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
