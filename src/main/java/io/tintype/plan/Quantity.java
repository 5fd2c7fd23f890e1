package io.tintype.plan;

import io.tintype.model.Output;

/** What the result of a sum has to be so that a step can use it; bounds are included. */
enum Quantity {
  /** A place: any whole number of pixels. */
  COORDINATE(Integer.MIN_VALUE, Integer.MAX_VALUE, "a number"),
  /** A side of a picture, in whole pixels. */
  SIDE(1, Wish.LARGEST_SIDE, "1 to 65535"),
  /** A length that must be seen, in whole pixels; limits of their own bound it. */
  LENGTH(1, Integer.MAX_VALUE, "1 or more"),
  /** Empty space, in whole pixels; limits of their own bound it. */
  SPACE(0, Integer.MAX_VALUE, "0 or more"),
  /** Width divided by height: no side is longer than the longest one. */
  RATIO(1.0 / Wish.LARGEST_SIDE, Wish.LARGEST_SIDE, "a ratio from 1/65535 to 65535"),
  /** A device pixel ratio (ImageKit, "DPR"). */
  DENSITY(0.1, 5, "0.1 to 5"),
  /** Whole dots per inch. */
  RESOLUTION(Output.LEAST_DENSITY, Output.MOST_DENSITY, "1 to 1200"),
  /** Where a gradient ends: a share up to 1, else pixels. */
  STOP(Double.MIN_VALUE, Double.MAX_VALUE, "a number above 0");

  private final double least;
  private final double most;
  private final String words;

  Quantity(double least, double most, String words) {
    this.least = least;
    this.most = most;
    this.words = words;
  }

  boolean takes(double value) {
    return value >= least && value <= most;
  }

  /** What is taken, in words that follow «gives». */
  String words() {
    return words;
  }
}
