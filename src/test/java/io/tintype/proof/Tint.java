package io.tintype.proof;

/** A colour of a reference; each from 0 to 255. */
record Tint(double red, double green, double blue, double alpha) {
  private static final int HEX = 16;
  private static final int OPAQUE_LENGTH = 6;

  /** Reads {@code RRGGBB} or {@code RRGGBBAA}, AA being per cent. */
  static Tint of(String text) {
    double alpha =
        text.length() == OPAQUE_LENGTH
            ? Sheet.FULL
            : Integer.parseInt(text.substring(OPAQUE_LENGTH)) * Sheet.FULL / 100;
    return new Tint(hex(text, 0), hex(text, 2), hex(text, 4), alpha);
  }

  double at(int band) {
    return switch (band) {
      case 0 -> red;
      case 1 -> green;
      case 2 -> blue;
      default -> alpha;
    };
  }

  /** Multiplied by its opacity. */
  double covered(int band) {
    return band == Sheet.ALPHA ? alpha : at(band) * alpha / Sheet.FULL;
  }

  private static int hex(String text, int from) {
    return Integer.parseInt(text.substring(from, from + 2), HEX);
  }
}
