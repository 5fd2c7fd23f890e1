package io.tintype.placeholder;

/**
 * A picture as the channels of a ThumbHash: one for light, two for colours that exclude each other,
 * one for opacity. What lies behind clear pixels is the picture's mean colour.
 */
final class Opponents {
  private static final int BANDS = 4;
  private static final double BYTE_MAX = 255;

  private final double[] light;
  private final double[] yellowBlue;
  private final double[] redGreen;
  private final double[] alpha;
  private final boolean clear;

  private Opponents(int pixels, boolean clear) {
    this.light = new double[pixels];
    this.yellowBlue = new double[pixels];
    this.redGreen = new double[pixels];
    this.alpha = new double[pixels];
    this.clear = clear;
  }

  /** Splits a picture of four bytes a pixel, alpha last and not premultiplied. */
  static Opponents of(byte[] rgba) {
    int pixels = rgba.length / BANDS;
    double[] mean = mean(rgba);
    Opponents split = new Opponents(pixels, mean[3] < pixels);
    for (int i = 0; i < pixels; i++) {
      double alpha = sample(rgba, i, 3);
      double red = mean[0] * (1 - alpha) + alpha * sample(rgba, i, 0);
      double green = mean[1] * (1 - alpha) + alpha * sample(rgba, i, 1);
      double blue = mean[2] * (1 - alpha) + alpha * sample(rgba, i, 2);
      split.light[i] = (red + green + blue) / 3;
      split.yellowBlue[i] = (red + green) / 2 - blue;
      split.redGreen[i] = red - green;
      split.alpha[i] = alpha;
    }
    return split;
  }

  /** Means of red, green and blue, 0 to 1. */
  double[] light() {
    return light;
  }

  /** From -1 (blue) to 1 (yellow). */
  double[] yellowBlue() {
    return yellowBlue;
  }

  /** From -1 (green) to 1 (red). */
  double[] redGreen() {
    return redGreen;
  }

  /** From 0 (clear) to 1 (opaque). */
  double[] alpha() {
    return alpha;
  }

  /** Whether any pixel is less than opaque. */
  boolean isClear() {
    return clear;
  }

  /** Mean red, green and blue, weighted by opacity; and the sum of all opacities. */
  private static double[] mean(byte[] rgba) {
    double[] sum = new double[BANDS];
    for (int i = 0; i < rgba.length / BANDS; i++) {
      double alpha = sample(rgba, i, 3);
      for (int band = 0; band < 3; band++) {
        sum[band] += alpha * sample(rgba, i, band);
      }
      sum[3] += alpha;
    }
    for (int band = 0; band < 3 && sum[3] > 0; band++) {
      sum[band] /= sum[3];
    }
    return sum;
  }

  private static double sample(byte[] rgba, int pixel, int band) {
    return Byte.toUnsignedInt(rgba[pixel * BANDS + band]) / BYTE_MAX;
  }
}
