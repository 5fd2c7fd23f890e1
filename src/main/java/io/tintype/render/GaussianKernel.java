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

  /**
   * How far a kernel must reach in a reduced picture, in its pixels: with fewer, the result would
   * be off by more than half a step of 8 bits.
   */
  private static final int REDUCED_REACH = 8;

  /** Averaging over n pixels, and that twice, adds (n² - 1) / 6 to the variance. */
  private static final double ADDED_VARIANCE = 6;

  private final double sigma;

  /** Pixels on each side of the middle. */
  private final int reach;

  private GaussianKernel(double sigma, int reach) {
    this.sigma = sigma;
    this.reach = reach;
  }

  /**
   * Of this size.
   *
   * @param radius pixels on each side of the middle; 0 = as many as matter, never more
   * @param sigma in pixels; 0 or less = nothing is blurred
   */
  static GaussianKernel of(double radius, double sigma) {
    if (!(sigma > 0)) {
      return new GaussianKernel(1, 0);
    }
    double bounded = Math.min(sigma, LARGEST_SIGMA);
    int needed = neededReach(bounded);
    int reach = radius > 0 ? (int) Math.min(Math.ceil(radius), needed) : needed;
    return new GaussianKernel(bounded, reach);
  }

  /** Whether it leaves everything as it is. */
  boolean isIdentity() {
    return reach == 0;
  }

  /** Weights that sum up to 1; their number is odd. */
  double[] weights() {
    return reach == 0 ? new double[] {1} : normalized(sampled(reach, sigma));
  }

  /**
   * How many times smaller a picture may be that is blurred instead; odd. A kernel that ends before
   * the Gaussian does has edges of its own, which a smaller picture would not show.
   */
  int reduction() {
    int times = reach < neededReach(sigma) ? 1 : reach / REDUCED_REACH;
    return times % 2 == 0 ? Math.max(1, times - 1) : times;
  }

  /** The same blur for a picture that is {@link #reduction} times smaller, and enlarged again. */
  double[] reducedWeights() {
    int times = reduction();
    double added = ((double) times * times - 1) / ADDED_VARIANCE;
    double[] fine = sampled(reach, Math.sqrt(sigma * sigma - added));
    int side = Math.ceilDiv(reach - times / 2, times);
    double[] weights = new double[2 * side + 1];
    for (int i = 0; i < fine.length; i++) {
      weights[Math.floorDiv(i - reach + times / 2, times) + side] += fine[i];
    }
    return normalized(weights);
  }

  private static double[] sampled(int reach, double sigma) {
    int width = 2 * reach + 1;
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
