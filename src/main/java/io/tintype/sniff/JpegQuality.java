package io.tintype.sniff;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Estimates the quality a JPEG was written with: the one whose tables, computed as libjpeg computes
 * them (IJG, {@code jcparam.c}), are nearest to those in the file.
 */
final class JpegQuality {
  private static final int COEFFICIENTS = 64;
  private static final int LARGEST_8_BIT = 255;

  /** How far a guess may be off because of rounding and clipping. */
  private static final int NEIGHBOURS = 5;

  /** ITU-T T.81, table K.1, in the zigzag order in which files store it. */
  private static final int[] LUMINANCE = {
    16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40,
    26, 24, 22, 22, 24, 49, 35, 37, 29, 40, 58, 51, 61, 60, 57, 51,
    56, 55, 64, 72, 92, 78, 64, 68, 87, 69, 55, 56, 80, 109, 81, 87,
    95, 98, 103, 104, 103, 62, 77, 113, 121, 112, 100, 120, 92, 101, 103, 99
  };

  private int @Nullable [] luminance;

  /** A copy of the table all others are scaled from. */
  static int[] standardTable() {
    return LUMINANCE.clone();
  }

  /** Reads a DQT segment; the first table of number 0 counts. */
  void readTables(View view, long start, long end) {
    long at = start;
    while (at < end) {
      int head = view.u8(at);
      int width = head >> 4 == 0 ? 1 : 2;
      if ((head & 15) == 0 && luminance == null) {
        luminance = table(view, at + 1, width);
      }
      at += 1 + (long) COEFFICIENTS * width;
    }
  }

  /** 1 to 100; empty if there was no table. */
  OptionalInt estimate() {
    int[] table = luminance;
    if (table == null) {
      return OptionalInt.empty();
    }
    int guess = guess(table);
    int best = guess;
    long least = Long.MAX_VALUE;
    for (int quality = guess - NEIGHBOURS; quality <= guess + NEIGHBOURS; quality++) {
      long distance = quality < 1 || quality > 100 ? Long.MAX_VALUE : distance(table, quality);
      if (distance < least) {
        least = distance;
        best = quality;
      }
    }
    return OptionalInt.of(best);
  }

  /** From the mean scale of those entries that were not clipped. */
  private static int guess(int[] table) {
    long sum = 0;
    long standard = 0;
    for (int i = 0; i < COEFFICIENTS; i++) {
      if (table[i] > 1 && table[i] < LARGEST_8_BIT) {
        sum += table[i];
        standard += LUMINANCE[i];
      }
    }
    if (sum == 0) {
      return table[0] <= 1 ? 100 : 1;
    }
    double percent = 100.0 * sum / standard;
    double quality = percent < 100 ? (200 - percent) / 2 : 5000 / percent;
    return Math.clamp(Math.round(quality), 1, 100);
  }

  private static int[] table(View view, long at, int width) {
    int[] table = new int[COEFFICIENTS];
    for (int i = 0; i < COEFFICIENTS; i++) {
      table[i] = width == 1 ? view.u8(at + i) : view.u16(at + 2L * i);
    }
    return table;
  }

  private static long distance(int[] table, int quality) {
    int percent = quality < 50 ? 5000 / quality : 200 - 2 * quality;
    long distance = 0;
    for (int i = 0; i < COEFFICIENTS; i++) {
      int expected = Math.clamp((LUMINANCE[i] * percent + 50) / 100, 1, LARGEST_8_BIT);
      distance += Math.abs(table[i] - expected);
    }
    return distance;
  }
}
