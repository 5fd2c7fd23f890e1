package io.tintype.render;

import io.tintype.model.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the most frequent colours: pixels are sorted into bins of 16 levels a channel; the mean of
 * a bin is its colour. Pixels that are rather transparent do not count.
 */
final class ColorCount {
  private static final int BINS_BITS = 4;
  private static final int DROPPED_BITS = Byte.SIZE - BINS_BITS;
  private static final int BINS = 1 << (3 * BINS_BITS);

  /** Alpha from which a pixel counts. */
  private static final int VISIBLE = 128;

  private final int[] counts = new int[BINS];
  private final long[] reds = new long[BINS];
  private final long[] greens = new long[BINS];
  private final long[] blues = new long[BINS];

  /**
   * Counts pixels.
   *
   * @param pixels sRGB, bands side by side
   * @param bands 3, or 4 with alpha
   */
  void add(byte[] pixels, int bands) {
    for (int at = 0; at + bands <= pixels.length; at += bands) {
      if (bands == 3 || Byte.toUnsignedInt(pixels[at + 3]) >= VISIBLE) {
        add(
            Byte.toUnsignedInt(pixels[at]),
            Byte.toUnsignedInt(pixels[at + 1]),
            Byte.toUnsignedInt(pixels[at + 2]));
      }
    }
  }

  /** The most frequent colours, the first most of all; fewer if there are not as many. */
  List<Color> most(int wanted) {
    List<Integer> bins = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      if (counts[bin] > 0) {
        bins.add(bin);
      }
    }
    return bins.stream()
        .sorted(Comparator.comparingInt((Integer bin) -> -counts[bin]))
        .limit(wanted)
        .map(this::mean)
        .toList();
  }

  private void add(int red, int green, int blue) {
    int bin =
        (red >> DROPPED_BITS << (2 * BINS_BITS))
            | (green >> DROPPED_BITS << BINS_BITS)
            | (blue >> DROPPED_BITS);
    counts[bin]++;
    reds[bin] += red;
    greens[bin] += green;
    blues[bin] += blue;
  }

  private Color mean(int bin) {
    return Color.opaque(
        mean(reds[bin], counts[bin]),
        mean(greens[bin], counts[bin]),
        mean(blues[bin], counts[bin]));
  }

  private static int mean(long sum, int count) {
    return Math.toIntExact(Math.round((double) sum / count));
  }
}
