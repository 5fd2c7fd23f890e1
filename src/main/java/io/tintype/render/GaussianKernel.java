package io.tintype.render;

/**
 * One dimension of a Gaussian as ImageMagick samples it: three points a pixel, summed (its {@code
 * AcquireKernelInfo("blur:…")}).
 */
final class GaussianKernel {
  private static final int POINTS = 3;

  /** ImageMagick ends its kernels where a weight is less than a step of 16 bits. */
  private static final double LEAST_WEIGHT = 1.0 / 65_535;

  /** Widest blur there is, in pixels; larger ones count as this. */
  private static final double LARGEST_SIGMA = 100;

  private GaussianKernel() {}

  /**
   * Weights that sum up to 1; their number is odd.
   *
   * @param radius pixels on each side of the middle; 0 = as many as matter, never more
   * @param sigma in pixels; 0 or less = nothing is blurred
   */
  static double[] of(double radius, double sigma) {
    if (!(sigma > 0)) {
      return new double[] {1};
    }
    double bounded = Math.min(sigma, LARGEST_SIGMA);
    int needed = neededReach(bounded);
    int reach = radius > 0 ? (int) Math.min(Math.ceil(radius), needed) : needed;
    return normalized(sampled(2 * reach + 1, bounded));
  }

  private static double[] sampled(int width, double sigma) {
    double fine = sigma * POINTS;
    int outermost = (width * POINTS - 1) / 2;
    double[] weights = new double[width];
    for (int point = -outermost; point <= outermost; point++) {
      weights[(point + outermost) / POINTS] +=
          Math.exp(-(double) point * point / (2 * fine * fine));
    }
    return weights;
  }

  /** ImageMagick's {@code GetOptimalKernelWidth1D}, as pixels on each side. */
  private static int neededReach(double sigma) {
    int reach = 2;
    double sum = 1 + 2 * bell(1, sigma) + 2 * bell(2, sigma);
    while (bell(reach, sigma) / sum >= LEAST_WEIGHT) {
      reach++;
      sum += 2 * bell(reach, sigma);
    }
    return reach - 1;
  }

  private static double bell(int distance, double sigma) {
    return Math.exp(-(double) distance * distance / (2 * sigma * sigma));
  }

  private static double[] normalized(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    return weights;
  }
}
