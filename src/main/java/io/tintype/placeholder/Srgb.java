package io.tintype.placeholder;

/** The transfer function of sRGB (IEC 61966-2-1). */
final class Srgb {
  private static final int BYTE_MAX = 255;
  private static final double LINEAR_END = 0.0031308;
  private static final double ENCODED_END = 0.04045;
  private static final double SLOPE = 12.92;
  private static final double OFFSET = 0.055;
  private static final double GAMMA = 2.4;
  private static final double[] LINEAR = new double[BYTE_MAX + 1];

  static {
    for (int i = 0; i <= BYTE_MAX; i++) {
      double encoded = (double) i / BYTE_MAX;
      LINEAR[i] =
          encoded <= ENCODED_END
              ? encoded / SLOPE
              : Math.pow((encoded + OFFSET) / (1 + OFFSET), GAMMA);
    }
  }

  private Srgb() {}

  /** Light of a sample of 0 to 255, 0 to 1. */
  static double toLinear(int sample) {
    return LINEAR[sample];
  }

  /** Sample of an amount of light, 0 to 255; what is beyond 0…1 is clipped. */
  static int ofLinear(double light) {
    double clipped = Math.clamp(light, 0.0, 1.0);
    double encoded =
        clipped <= LINEAR_END
            ? clipped * SLOPE
            : (1 + OFFSET) * Math.pow(clipped, 1 / GAMMA) - OFFSET;
    return (int) (encoded * BYTE_MAX + 0.5);
  }
}
