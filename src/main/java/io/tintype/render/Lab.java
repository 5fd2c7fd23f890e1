package io.tintype.render;

import io.tintype.model.Color;

/** CIE Lab of sRGB colours for the white of D65, as libvips has it. */
final class Lab {
  /** White of D65, Y = 100. */
  private static final double[] WHITE = {95.047, 100, 108.8827};

  /** IEC 61966-2-1. */
  private static final double[][] TO_XYZ = {
    {0.4124, 0.3576, 0.1805}, {0.2126, 0.7152, 0.0722}, {0.0193, 0.1192, 0.9505}
  };

  private static final double BYTE_MAX = 255;

  private Lab() {}

  /** L* from 0 to 100, a*, b*. */
  static double[] of(Color color) {
    double[] light = {linear(color.red()), linear(color.green()), linear(color.blue())};
    double[] scaled = new double[light.length];
    for (int row = 0; row < light.length; row++) {
      double sum = 0;
      for (int band = 0; band < light.length; band++) {
        sum += TO_XYZ[row][band] * light[band];
      }
      scaled[row] = root(100 * sum / WHITE[row]);
    }
    return new double[] {
      116 * scaled[1] - 16, 500 * (scaled[0] - scaled[1]), 200 * (scaled[1] - scaled[2])
    };
  }

  /** CIE 1976. */
  static double distance(Color one, Color other) {
    double[] here = of(one);
    double[] there = of(other);
    double lightness = here[0] - there[0];
    return Math.hypot(lightness, Math.hypot(here[1] - there[1], here[2] - there[2]));
  }

  private static double linear(int level) {
    double value = level / BYTE_MAX;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  /** CIE 15:2004, 8.2.1.1. */
  private static double root(double share) {
    return share > 216.0 / 24389 ? Math.cbrt(share) : (24389.0 / 27 * share + 16) / 116;
  }
}
