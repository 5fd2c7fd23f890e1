package io.tintype.info;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The colour most of a picture has: colours are sorted into 16 by 16 by 16 equal boxes, and the
 * mean of the fullest box is the answer. Pixels count as much as they are opaque.
 */
final class DominantColor {
  private static final int BANDS = 4;

  /** Bits by which a sample is coarsened: 16 steps remain. */
  private static final int COARSER = 4;

  private static final int STEPS = 16;

  private DominantColor() {}

  /**
   * Finds the colour.
   *
   * @param rgba four bytes a pixel, opacity last
   * @return {@code #rrggbb}; empty if every pixel is clear
   */
  static Optional<String> of(ByteBuffer rgba) {
    long[] weights = new long[STEPS * STEPS * STEPS];
    int fullest = 0;
    for (int at = 0; at < rgba.limit(); at += BANDS) {
      int box = box(rgba, at);
      weights[box] += band(rgba, at + 3);
      fullest = weights[box] > weights[fullest] ? box : fullest;
    }
    return weights[fullest] == 0
        ? Optional.empty()
        : Optional.of(mean(rgba, fullest, weights[fullest]));
  }

  private static String mean(ByteBuffer rgba, int box, long weight) {
    long[] sums = new long[BANDS - 1];
    for (int at = 0; at < rgba.limit(); at += BANDS) {
      if (box(rgba, at) == box) {
        for (int band = 0; band < sums.length; band++) {
          sums[band] += (long) band(rgba, at + band) * band(rgba, at + 3);
        }
      }
    }
    return "#%02x%02x%02x"
        .formatted(rounded(sums[0], weight), rounded(sums[1], weight), rounded(sums[2], weight));
  }

  private static long rounded(long sum, long weight) {
    return (sum + weight / 2) / weight;
  }

  private static int box(ByteBuffer rgba, int at) {
    return ((band(rgba, at) >> COARSER) * STEPS + (band(rgba, at + 1) >> COARSER)) * STEPS
        + (band(rgba, at + 2) >> COARSER);
  }

  private static int band(ByteBuffer rgba, int at) {
    return Byte.toUnsignedInt(rgba.get(at));
  }
}
