package io.tintype.testing;

/**
 * The similarity that {@code docs/output.md} defines, computed the plain way: SSIM of luma over
 * windows of 8 by 8 pixels, one every 4 pixels, each with the weight (v + 0.16) / (v + 16), v being
 * the variance of the first picture in it.
 */
public final class WeightedSsim {
  private static final int WINDOW = 8;
  private static final int STEP = 4;
  private static final double C1 = Math.pow(0.01 * 255, 2);
  private static final double C2 = Math.pow(0.03 * 255, 2);

  private WeightedSsim() {}

  /** Of luma from 0 to 255, row by row. */
  public static double of(double[] a, double[] b, int width) {
    double sum = 0;
    double weights = 0;
    for (int y = 0; y + WINDOW <= a.length / width; y += STEP) {
      for (int x = 0; x + WINDOW <= width; x += STEP) {
        double meanA = moment(a, a, 0, 0, y * width + x, width, true);
        double meanB = moment(b, b, 0, 0, y * width + x, width, true);
        double variance = moment(a, a, meanA, meanA, y * width + x, width, false);
        double varianceB = moment(b, b, meanB, meanB, y * width + x, width, false);
        double covariance = moment(a, b, meanA, meanB, y * width + x, width, false);
        double ssim =
            (2 * meanA * meanB + C1)
                * (2 * covariance + C2)
                / ((meanA * meanA + meanB * meanB + C1) * (variance + varianceB + C2));
        double weight = (variance + 0.16) / (variance + 16);
        sum += weight * ssim;
        weights += weight;
      }
    }
    return sum / weights;
  }

  /** The mean of the first over a window, or of the product of both deviations. */
  private static double moment(
      double[] a, double[] b, double meanA, double meanB, int from, int stride, boolean first) {
    double sum = 0;
    for (int i = 0; i < WINDOW * WINDOW; i++) {
      int at = from + i / WINDOW * stride + i % WINDOW;
      sum += first ? a[at] : (a[at] - meanA) * (b[at] - meanB);
    }
    return sum / (WINDOW * WINDOW);
  }
}
