package io.tintype.plan;

/**
 * A width and a height in pixels, at least 1 each. Wider than {@code int}, so that a size can be
 * compared with the limits before anything overflows.
 */
record Size(long width, long height) {
  /** In pixels that fit into an int: limits have been checked. */
  Dimensions dimensions() {
    return new Dimensions((int) width, (int) height);
  }

  /** By how much the less affected axis becomes smaller on the way to another size. */
  double shrinkTo(Size other) {
    return Math.min((double) width / other.width, (double) height / other.height);
  }

  Size turned() {
    return new Size(/* width= */ height, /* height= */ width);
  }

  Size atMost(Size other) {
    return new Size(Math.min(width, other.width), Math.min(height, other.height));
  }

  Size atLeast(Size other) {
    return new Size(Math.max(width, other.width), Math.max(height, other.height));
  }

  /** Whether a side lies beyond what a format or a library can hold. */
  boolean exceeds(long side) {
    return width > side || height > side;
  }

  /** Saturates instead of overflowing. */
  long pixels() {
    long high = Math.multiplyHigh(width, height);
    long low = width * height;
    return high != 0 || low < 0 ? Long.MAX_VALUE : low;
  }
}
