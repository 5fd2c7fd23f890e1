package io.tintype.plan;

import io.tintype.model.ImageFormat;

/**
 * How far a decoder may shrink while it loads. A decoder that leaves out the higher frequencies, or
 * averages pixels before it converts their colours, is faster than one that computes all pixels to
 * have them averaged away. For JPEG the factor is the largest one of libjpeg's that leaves enough
 * to the resampling, for WebP all of it. SVG is drawn in the size that is wanted, also a larger
 * one. Frames of an animation cover parts of their canvas, which would be rounded apart, so that of
 * them nothing is shrunk.
 *
 * @param reserve by how much at least the resampling has to make a shrunk JPEG smaller, 1 to {@link
 *     #MOST_RESERVE}: what the decoder has averaged alone, next to the resampling's own filter, is
 *     the further off the less is left to that
 */
public record LoadShrink(double reserve) {
  public static final double LEAST_RESERVE = 1;

  /** With as much, a JPEG is decoded with at least twice the pixels per side of the result. */
  public static final double MOST_RESERVE = 8;

  /** As fast as others, and hardly visible: docs/decisions/0018. */
  public static final LoadShrink USUAL = new LoadShrink(1.15);

  /** The factors libjpeg offers, largest first. */
  private static final int[] FACTORS = {8, 4, 2};

  public LoadShrink {
    if (!(reserve >= LEAST_RESERVE && reserve <= MOST_RESERVE)) {
      throw new IllegalArgumentException("reserve " + reserve);
    }
  }

  /**
   * The factor to load with, 1 for none; below 1 for what is drawn larger than it says.
   *
   * @param shrink by how much the less affected axis is to become smaller
   */
  double factor(ImageFormat format, Size picture, double shrink) {
    return switch (format) {
      case JPEG -> jpeg(picture, shrink);
      case WEBP -> Math.max(1, shrink);
      case SVG -> shrink;
      case PNG, AVIF, GIF, TIFF, HEIC, JXL, PSD, BMP, ICO -> 1;
    };
  }

  /** The size a decoder delivers: that of JPEG drops incomplete pixels, those of others round. */
  static Size loaded(ImageFormat format, Size picture, double factor) {
    return format == ImageFormat.WEBP || format == ImageFormat.SVG
        ? new Size(Rounding.of(picture.width() / factor), Rounding.of(picture.height() / factor))
        : new Size((long) (picture.width() / factor), (long) (picture.height() / factor));
  }

  private int jpeg(Size picture, double shrink) {
    for (int factor : FACTORS) {
      if (shrink >= factor * reserve && leavesEnough(picture, factor, shrink)) {
        return factor;
      }
    }
    return 1;
  }

  /** Incomplete pixels are dropped: what is loaded must not have to be enlarged again. */
  private static boolean leavesEnough(Size picture, int factor, double shrink) {
    Size loaded = loaded(ImageFormat.JPEG, picture, factor);
    return loaded.width() >= Math.max(1, Math.ceil(picture.width() / shrink))
        && loaded.height() >= Math.max(1, Math.ceil(picture.height() / shrink));
  }
}
