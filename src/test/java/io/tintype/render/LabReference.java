package io.tintype.render;

/** CIE Lab by its textbook formulas, there and back. */
public final class LabReference {
  private static final double[] WHITE = {0.95047, 1, 1.08883};

  private LabReference() {}

  public static double[] of(double red, double green, double blue) {
    double r = linear(red);
    double g = linear(green);
    double b = linear(blue);
    double x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / WHITE[0]);
    double y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
    double z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / WHITE[2]);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  /** Red, green and blue, 0 to 255; clipped. */
  public static double[] toRgb(double light, double a, double b) {
    double y = (light + 16) / 116;
    double x = WHITE[0] * back(y + a / 500);
    double z = WHITE[2] * back(y - b / 200);
    y = back(y);
    return new double[] {
      coded(3.2406 * x - 1.5372 * y - 0.4986 * z),
      coded(-0.9689 * x + 1.8758 * y + 0.0415 * z),
      coded(0.0557 * x - 0.2040 * y + 1.0570 * z)
    };
  }

  /** Luminance of a colour, coded as sRGB, 0 to 255. */
  public static double grey(double red, double green, double blue) {
    return coded(0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue));
  }

  private static double linear(double level) {
    double value = level / 255;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  private static double coded(double light) {
    double clipped = Math.clamp(light, 0, 1);
    return 255
        * (clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * Math.pow(clipped, 1 / 2.4) - 0.055);
  }

  private static double f(double t) {
    return t > Math.pow(6.0 / 29, 3) ? Math.cbrt(t) : t * Math.pow(29.0 / 6, 2) / 3 + 4.0 / 29;
  }

  private static double back(double t) {
    return t > 6.0 / 29 ? t * t * t : 3 * Math.pow(6.0 / 29, 2) * (t - 4.0 / 29);
  }
}
