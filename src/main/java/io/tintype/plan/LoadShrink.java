package io.tintype.plan;

import io.tintype.model.ImageFormat;

/**
 * How far a decoder may shrink while it loads. A decoder that leaves out the higher frequencies, or
 * averages pixels before it converts their colours, is faster than one that computes all pixels to
 * have them averaged away.
 *
 * <p>The factors are sharp's ({@code pipeline.cc}, {@code fastShrinkOnLoad}), so that results can
 * be compared with it: for JPEG the largest one that leaves the resampling something to do on both
 * axes, for WebP all of it. Only that a JPEG is loaded at half its size from 2.5 on, where sharp
 * waits for 3: between them are the sizes that pages ask for of ordinary photographs, and the
 * decoder would compute four times the pixels. Frames of an animation cover parts of their canvas,
 * which would be rounded apart.
 */
final class LoadShrink {
  /** The factors libjpeg offers, largest first. */
  private static final int[] FACTORS = {8, 4, 2};

  /** What is left to resample is then more than any rounding of a decoder. */
  private static final double ENOUGH_LEFT = 1.25;

  private LoadShrink() {}

  /**
   * The factor to load with, 1 for none.
   *
   * @param shrink by how much the less affected axis is to become smaller
   */
  static double factor(ImageFormat format, Size picture, double shrink) {
    return switch (format) {
      case JPEG -> jpeg(picture, shrink);
      case WEBP -> Math.max(1, shrink);
      case PNG, AVIF, GIF, TIFF, SVG, HEIC, JXL, PSD, BMP, ICO -> 1;
    };
  }

  /** The size a decoder delivers: that of JPEG drops incomplete pixels, that of WebP rounds. */
  static Size loaded(ImageFormat format, Size picture, double factor) {
    return format == ImageFormat.WEBP
        ? new Size(Rounding.of(picture.width() / factor), Rounding.of(picture.height() / factor))
        : new Size((long) (picture.width() / factor), (long) (picture.height() / factor));
  }

  private static int jpeg(Size picture, double shrink) {
    for (int factor : FACTORS) {
      if (shrink >= factor && picture.width() >= factor && picture.height() >= factor) {
        return hardlyMore(shrink, factor) ? factor / 2 : factor;
      }
    }
    return 1;
  }

  /**
   * A decoder's sizes are rounded: with little left to resample they could end up below the target,
   * and the picture would be shrunk and enlarged again.
   */
  private static boolean hardlyMore(double shrink, int factor) {
    return shrink < Math.min(factor + 1, factor * ENOUGH_LEFT);
  }
}
