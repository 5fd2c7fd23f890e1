package io.tintype.info;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A number that is nearly the same for pictures that look nearly the same: the count of bits in
 * which two differ tells how unlike they are (below about 10 the same picture, about 32 any two).
 *
 * <p>The picture is scaled to a small square, its luma transformed by a discrete cosine transform,
 * and of the 8 by 8 lowest frequencies each gives one bit: whether it is above the median of all
 * 64. Rows of frequencies go from the lowest down, the first bit is the highest. The principle is
 * that of <a href="https://www.phash.org/">pHash</a>; numbers of other implementations differ.
 */
final class PerceptualHash {
  private static final int LOW = 8;
  private static final int BANDS = 4;
  private static final int OPAQUE = 255;

  /** A tenth of a level is what rounding and encoders add: an even picture has no hash of noise. */
  private static final double NOISE = 0.1;

  private PerceptualHash() {}

  /**
   * Hashes a square picture.
   *
   * @param side pixels, at least 8
   * @param rgba four bytes a pixel; what is clear counts as white
   * @return 16 hexadecimal digits
   */
  static String of(int side, ByteBuffer rgba) {
    double[] amounts = lowFrequencies(side, luma(rgba));
    double[] sorted = amounts.clone();
    Arrays.sort(sorted);
    double median = (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
    long bits = 0;
    for (double amount : amounts) {
      bits = bits << 1 | (amount > median + NOISE ? 1 : 0);
    }
    return HexFormat.of().toHexDigits(bits);
  }

  private static double[] lowFrequencies(int side, double[] luma) {
    double[][] waves = new double[LOW][side];
    for (int frequency = 0; frequency < LOW; frequency++) {
      for (int i = 0; i < side; i++) {
        waves[frequency][i] = Math.cos(Math.PI * frequency * (i + 0.5) / side);
      }
    }
    double[] amounts = new double[LOW * LOW];
    for (int i = 0; i < amounts.length; i++) {
      amounts[i] = amount(luma, waves[i % LOW], waves[i / LOW]);
    }
    return amounts;
  }

  private static double amount(double[] luma, double[] across, double[] down) {
    double sum = 0;
    for (int i = 0; i < luma.length; i++) {
      sum += luma[i] * across[i % across.length] * down[i / across.length];
    }
    return sum / luma.length;
  }

  /** Brightness of every pixel by ITU-R BT.601, 0 to 255. */
  private static double[] luma(ByteBuffer rgba) {
    double[] luma = new double[rgba.limit() / BANDS];
    for (int i = 0; i < luma.length; i++) {
      int at = i * BANDS;
      double opaque =
          0.299 * band(rgba, at) + 0.587 * band(rgba, at + 1) + 0.114 * band(rgba, at + 2);
      double alpha = (double) band(rgba, at + 3) / OPAQUE;
      luma[i] = opaque * alpha + OPAQUE * (1 - alpha);
    }
    return luma;
  }

  private static int band(ByteBuffer rgba, int at) {
    return Byte.toUnsignedInt(rgba.get(at));
  }
}
