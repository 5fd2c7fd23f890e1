package io.tintype.render;

/**
 * Structural similarity of two pictures of equal size: SSIM (Wang et al. 2004) of luma over windows
 * of 8 by 8 pixels, one every 4 pixels, where each window weighs {@code (v + 0.16) / (v + 16)}, v
 * being the variance of the first picture in it. So a product counts, and the white around it does
 * not; where there is nothing but white, every window counts alike. 1 = equal.
 *
 * <p>Weighting by content follows Wang and Li, "Information content weighting for perceptual image
 * quality assessment", 2011.
 */
final class Similarity {
  /** Half a window: every window is made of four blocks of this side. */
  private static final int BLOCK = 4;

  private static final double PIXELS = 4.0 * BLOCK * BLOCK;

  /** (0.01 · 255)² and (0.03 · 255)², by the definition of SSIM. */
  private static final double C1 = 6.5025;

  private static final double C2 = 58.5225;

  /** Variance at which a window weighs half: four levels up and down. */
  private static final double TEXTURE = 16;

  /** So that a flat window weighs a hundredth of a busy one. */
  private static final double FLOOR = 0.16;

  private final Luma original;
  private final int across;
  private final int down;
  private final Sums own;

  /**
   * Compares with this one.
   *
   * @param original at least 8 pixels wide and high
   */
  Similarity(Luma original) {
    this.original = original;
    this.across = original.width() / BLOCK;
    this.down = original.height() / BLOCK;
    this.own = sums(original);
  }

  /** Whether a picture is large enough to be compared. */
  static boolean covers(int width, int height) {
    return Math.min(width, height) >= 2 * BLOCK;
  }

  /** How similar another one is, about 0 to 1. */
  double to(Luma other) {
    Sums its = sums(other);
    double sum = 0;
    double weights = 0;
    for (int y = 0; y + 1 < down; y++) {
      for (int x = 0; x + 1 < across; x++) {
        int block = y * across + x;
        double mean = window(own.plain, block) / PIXELS;
        double itsMean = window(its.plain, block) / PIXELS;
        double variance = window(own.squares, block) / PIXELS - mean * mean;
        double itsVariance = window(its.squares, block) / PIXELS - itsMean * itsMean;
        double shared = window(its.products, block) / PIXELS - mean * itsMean;
        double weight = (variance + FLOOR) / (variance + TEXTURE);
        weights += weight;
        sum +=
            weight
                * ((2 * mean * itsMean + C1) * (2 * shared + C2))
                / ((mean * mean + itsMean * itsMean + C1) * (variance + itsVariance + C2));
      }
    }
    return sum / weights;
  }

  private long window(int[] blocks, int at) {
    return (long) blocks[at] + blocks[at + 1] + blocks[at + across] + blocks[at + across + 1];
  }

  private Sums sums(Luma luma) {
    Sums sums = new Sums(across * down);
    for (int y = 0; y < down * BLOCK; y++) {
      for (int x = 0; x < across * BLOCK; x++) {
        int at = y * luma.width() + x;
        sums.add(y / BLOCK * across + x / BLOCK, luma.at(at), original.at(at));
      }
    }
    return sums;
  }

  /** Of each block: its samples, their squares, and their products with the original's. */
  private static final class Sums {
    private final int[] plain;
    private final int[] squares;
    private final int[] products;

    Sums(int blocks) {
      plain = new int[blocks];
      squares = new int[blocks];
      products = new int[blocks];
    }

    void add(int block, int sample, int originals) {
      plain[block] += sample;
      squares[block] += sample * sample;
      products[block] += sample * originals;
    }
  }
}
