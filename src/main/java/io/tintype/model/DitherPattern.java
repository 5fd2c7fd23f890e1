package io.tintype.model;

/** Patterns of thresholds. */
public enum DitherPattern {
  HALF,
  CHECKS,
  BAYER_2,
  ORDERED_3,
  BAYER_4,
  BAYER_8
}
