package io.tintype.model;

/** The second line of defence: grammars have refused what is refused here. */
final class Range {
  private Range() {}

  static void check(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(name + " " + value);
    }
  }

  static void finite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " " + value);
    }
  }
}
