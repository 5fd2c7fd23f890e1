package io.tintype.sandbox;

/** How a helper's work on a document ended; sent as its number. */
enum Verdict {
  /** It went well. */
  FINE(0),
  /** The document is no SVG, or cannot be drawn. */
  DAMAGED(1),
  /** A packed document is larger than allowed when it is unpacked. */
  TOO_LONG(2),
  /** It can be read and not be drawn: almost always for want of memory. */
  TOO_MUCH(3);

  private final int code;

  Verdict(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  /** The verdict with a number; nonsense is the other side's. */
  static Verdict of(int code) throws NonsenseException {
    return switch (code) {
      case 0 -> FINE;
      case 1 -> DAMAGED;
      case 2 -> TOO_LONG;
      case 3 -> TOO_MUCH;
      default -> throw new NonsenseException("verdict " + code);
    };
  }
}
