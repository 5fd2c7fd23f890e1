package io.tintype.bench.report;

import java.util.Arrays;
import java.util.List;

/** The arithmetic of measurements. An empty series has no figures: NaN. */
public final class Statistics {
  private Statistics() {}

  /** The middle, or the mean of the two in the middle. */
  public static double median(double... series) {
    if (series.length == 0) {
      return Double.NaN;
    }
    double[] sorted = series.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  public static double median(List<Double> series) {
    return median(series.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /**
   * The smallest value that this share of the series does not exceed (nearest rank).
   *
   * @param share above 0, at most 1
   * @param sorted ascending
   */
  public static double percentile(double share, double... sorted) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("share " + share);
    }
    if (sorted.length == 0) {
      return Double.NaN;
    }
    return sorted[(int) Math.ceil(share * sorted.length) - 1];
  }

  /** Of positive figures. */
  public static double geometricMean(List<Double> figures) {
    return Math.exp(
        figures.stream()
            .mapToDouble(Double::doubleValue)
            .map(Math::log)
            .average()
            .orElse(Double.NaN));
  }

  /** How much y grows with one of x, by least squares. */
  public static double slope(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(x.length + " and " + y.length + " figures");
    }
    double meanX = Arrays.stream(x).average().orElse(Double.NaN);
    double meanY = Arrays.stream(y).average().orElse(Double.NaN);
    double products = 0;
    double squares = 0;
    for (int i = 0; i < x.length; i++) {
      products += (x[i] - meanX) * (y[i] - meanY);
      squares += (x[i] - meanX) * (x[i] - meanX);
    }
    return products / squares;
  }
}
