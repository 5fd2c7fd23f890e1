package io.tintype.plan;

import io.tintype.model.ImageFormat;

/**
 * How large a picture an encoder takes.
 *
 * @param side longest side in pixels
 * @param pixels most pixels
 */
record EncoderReach(int side, long pixels) {
  /** 14 bits (WebP container specification, "Extended file format" and VP8). */
  private static final int WEBP_SIDE = 16_383;

  /** What libvips lets through to its AVIF encoder ({@code heifsave}). */
  private static final int AVIF_SIDE = 16_384;

  /** 16 bits (GIF89a, "Logical screen descriptor"). */
  private static final int GIF_SIDE = 65_535;

  /** 16 bits in the standard, and a little less in libjpeg: {@code JPEG_MAX_DIMENSION}. */
  private static final int JPEG_SIDE = 65_500;

  /**
   * Places in the file have 32 bits (TIFF 6.0, "Image file header"); so much for RGBA, and more.
   */
  private static final long TIFF_PIXELS = 1L << 29;

  static EncoderReach of(ImageFormat format, long avifMaxPixels) {
    return switch (format) {
      case WEBP -> new EncoderReach(WEBP_SIDE, Long.MAX_VALUE);
      case AVIF -> new EncoderReach(AVIF_SIDE, avifMaxPixels);
      case GIF -> new EncoderReach(GIF_SIDE, Long.MAX_VALUE);
      case JPEG -> new EncoderReach(JPEG_SIDE, Long.MAX_VALUE);
      case PNG -> new EncoderReach(Integer.MAX_VALUE, Long.MAX_VALUE);
      case TIFF -> new EncoderReach(Integer.MAX_VALUE, TIFF_PIXELS);
      case SVG, HEIC, JXL, PSD, BMP, ICO -> new EncoderReach(0, 0);
    };
  }

  boolean holds(Size picture) {
    return !picture.exceeds(side) && picture.pixels() <= pixels;
  }
}
