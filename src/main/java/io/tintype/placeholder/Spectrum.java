package io.tintype.placeholder;

/** The low frequencies of one channel of a ThumbHash. */
final class Spectrum {
  private static final double MIDDLE_OF_PIXEL = 0.5;

  private final double mean;
  private final double[] waves;
  private final double scale;

  private Spectrum(double mean, double[] waves, double scale) {
    this.mean = mean;
    this.waves = waves;
    this.scale = scale;
  }

  /**
   * Analyses a channel. Of the frequencies only those above the diagonal count, so that fine detail
   * is not described in both directions at once.
   *
   * @param samples row by row
   * @param across frequencies in width, the constant included
   * @param down frequencies in height, the constant included
   */
  static Spectrum of(double[] samples, int width, int across, int down) {
    int height = samples.length / width;
    double mean = 0;
    double scale = 0;
    double[] amounts = new double[across * down];
    int count = 0;
    for (int v = 0; v < down; v++) {
      double[] vertical = Cosines.wave(v, MIDDLE_OF_PIXEL, height);
      for (int h = 0; h * down < across * (down - v); h++) {
        double[] horizontal = Cosines.wave(h, MIDDLE_OF_PIXEL, width);
        double amount = Cosines.amount(samples, horizontal, vertical);
        if (h == 0 && v == 0) {
          mean = amount;
        } else {
          amounts[count++] = amount;
          scale = Math.max(scale, Math.abs(amount));
        }
      }
    }
    return new Spectrum(mean, normalised(amounts, count, scale), scale);
  }

  /** Mean of the channel. */
  double mean() {
    return mean;
  }

  /** The other amounts, each mapped from -scale…scale to 0…1; those of one row first. */
  double[] waves() {
    return waves;
  }

  /** Largest amount of all waves. */
  double scale() {
    return scale;
  }

  private static double[] normalised(double[] amounts, int count, double scale) {
    double[] waves = new double[count];
    for (int i = 0; i < count && scale > 0; i++) {
      waves[i] = 0.5 + 0.5 / scale * amounts[i];
    }
    return waves;
  }
}
