package io.tintype.placeholder;

/** The cosine waves both hashes describe a picture with. */
final class Cosines {
  private Cosines() {}

  /**
   * One wave.
   *
   * @param halves how many half periods fit on the side; 0 = constant
   * @param shift where in a pixel it is read: 0 = at its edge, 0.5 = in its middle
   * @param length pixels of the side
   */
  static double[] wave(int halves, double shift, int length) {
    double[] values = new double[length];
    for (int i = 0; i < length; i++) {
      values[i] = Math.cos(Math.PI * halves * (i + shift) / length);
    }
    return values;
  }

  /**
   * How much of the product of two waves is in a picture: the mean over its pixels.
   *
   * @param samples row by row
   */
  static double amount(double[] samples, double[] across, double[] down) {
    double sum = 0;
    for (int y = 0; y < down.length; y++) {
      double row = 0;
      for (int x = 0; x < across.length; x++) {
        row += samples[y * across.length + x] * across[x];
      }
      sum += row * down[y];
    }
    return sum / samples.length;
  }
}
