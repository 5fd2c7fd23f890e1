package io.tintype.model;

/** One wished-for side of a picture. */
public sealed interface Extent {
  /** Not given: follows from the other side. */
  record Auto() implements Extent {}

  /** A number of pixels, at least 1. */
  record Pixels(int value) implements Extent {
    public Pixels {
      if (value < 1) {
        throw new IllegalArgumentException("pixels " + value);
      }
    }
  }

  /** A share of the same side of the step's input, greater than 0; 1 is the whole side. */
  record OfSource(double fraction) implements Extent {
    public OfSource {
      if (!(fraction > 0 && fraction <= 1)) {
        throw new IllegalArgumentException("fraction " + fraction);
      }
    }
  }

  /** A number of pixels that follows from the sizes of pictures; if not above 0, not given. */
  record Computed(Expression expression) implements Extent {}

  Extent AUTO = new Auto();
}
