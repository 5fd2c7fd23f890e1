package io.tintype.sandbox;

/** How a helper's work on a document ended; sent as its place in this list. */
enum Verdict {
  /** It went well. */
  FINE,
  /** The document is no SVG, or cannot be drawn. */
  DAMAGED,
  /** A packed document is larger than allowed when it is unpacked. */
  TOO_LONG,
  /** It can be read and not be drawn: almost always for want of memory. */
  TOO_MUCH;

  private static final Verdict[] ALL = values();

  /** The verdict with a number; nonsense is the other side's. */
  static Verdict of(int number) throws NonsenseException {
    if (number < 0 || number >= ALL.length) {
      throw new NonsenseException("verdict " + number);
    }
    return ALL[number];
  }
}
