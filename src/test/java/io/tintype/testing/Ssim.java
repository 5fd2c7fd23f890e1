package io.tintype.testing;

import io.tintype.vips.Decoded;

/**
 * Structural similarity of the luma of two pictures of equal size (Wang et al. 2004), over windows
 * of 8x8 pixels at every second place; 1 = equal.
 */
public final class Ssim {
  private static final int WINDOW = 8;
  private static final int STEP = 2;
  private static final double C1 = Math.pow(0.01 * 255, 2);
  private static final double C2 = Math.pow(0.03 * 255, 2);

  private Ssim() {}

  public static double of(Decoded one, Decoded other) {
    return of(one.luma(), other.luma(), one.width());
  }

  /** Of luma from 0 to 255, row by row. */
  public static double of(double[] a, double[] b, int width) {
    double sum = 0;
    int windows = 0;
    for (int y = 0; y + WINDOW <= a.length / width; y += STEP) {
      for (int x = 0; x + WINDOW <= width; x += STEP) {
        sum += window(a, b, y * width + x, width);
        windows++;
      }
    }
    return sum / windows;
  }

  private static double window(double[] a, double[] b, int from, int stride) {
    double sumA = 0;
    double sumB = 0;
    double squaresA = 0;
    double squaresB = 0;
    double products = 0;
    for (int row = 0; row < WINDOW; row++) {
      for (int i = from + row * stride; i < from + row * stride + WINDOW; i++) {
        sumA += a[i];
        sumB += b[i];
        squaresA += a[i] * a[i];
        squaresB += b[i] * b[i];
        products += a[i] * b[i];
      }
    }
    double n = WINDOW * WINDOW;
    double meanA = sumA / n;
    double meanB = sumB / n;
    double varianceA = squaresA / n - meanA * meanA;
    double varianceB = squaresB / n - meanB * meanB;
    double covariance = products / n - meanA * meanB;
    return (2 * meanA * meanB + C1)
        * (2 * covariance + C2)
        / ((meanA * meanA + meanB * meanB + C1) * (varianceA + varianceB + C2));
  }
}
