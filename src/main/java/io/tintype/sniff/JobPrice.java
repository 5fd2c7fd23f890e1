package io.tintype.sniff;

/**
 * What a job will take of native memory, foretold from the first look at its source. Rules of thumb
 * about what libvips and its decoders hold at once, on the safe side for a result smaller than the
 * source; what a result itself takes is limited by the plan. An animation is charged whole: some of
 * its frames are kept together, in full size, while they are scaled.
 */
public final class JobPrice {
  /** Line buffers of the pipeline, the encoder's state, and a result of ordinary size. */
  private static final long PIPELINE = 8L << 20;

  /**
   * Lines a streaming decoder and the resampler hold at once, however few the picture has: one of
   * 11 lines of nine million pixels was seen to take 160 of them.
   */
  private static final long LINES = 256;

  /** libjpeg keeps the 16-bit coefficients of a picture of several scans until the last one. */
  private static final long BYTES_PER_COEFFICIENT = 2;

  /** What they take at least; a grey picture of 98 megapixels was seen to take 3.8. */
  private static final long LEAST_COEFFICIENTS = 6;

  /** Baseline JPEGs are decoded so many times as fast as others, also because they are shrunk. */
  private static final long JPEG_PACE = 4;

  private static final double DRAWN_COPIES = 2;

  private JobPrice() {}

  /**
   * Foretells. What is drawn takes its pixels in the size it is {@linkplain #drawn drawn in}.
   *
   * @param sourceBytes size of the encoded source, which stays in memory while it is decoded
   * @return bytes; never negative
   */
  public static long bytes(Preview source, int sourceBytes) {
    return PIPELINE + sourceBytes + decoder(source);
  }

  /**
   * What drawing takes besides: the pixels as they come, and as libvips has them.
   *
   * @param shrink factor by which it is drawn smaller, greater than 0
   * @return bytes; 0 for what is decoded
   */
  public static long drawn(Preview source, double shrink) {
    if (!Sniffer.drawable(source.format())) {
      return 0;
    }
    double pixels = source.pixels() / (shrink * shrink);
    return (long) Math.min(Long.MAX_VALUE / 4.0, DRAWN_COPIES * pixels * source.bytesPerPixel());
  }

  private static long decoder(Preview source) {
    long lines = LINES * source.width() * source.bytesPerPixel();
    long picture = source.pixels() * source.bytesPerPixel();
    return switch (source.format()) {
      case JPEG -> source.interlaced() ? lines + coefficients(source) : lines;
      case PNG -> source.interlaced() ? Math.max(lines, picture) : lines;
      case WEBP, GIF -> whole(picture, source.frames());
      case AVIF -> picture * 2;
      case TIFF -> Math.max(lines, picture);
      case SVG -> 0;
      case HEIC, JXL, PSD, BMP, ICO -> picture;
    };
  }

  private static long coefficients(Preview source) {
    long perPixel = BYTES_PER_COEFFICIENT * source.bytesPerPixel();
    return source.pixels() * Math.max(LEAST_COEFFICIENTS, perPixel);
  }

  /**
   * Foretells how long a decoder works, as the bytes it has to make: some 3 to 6 nanoseconds each.
   *
   * @return bytes; never negative
   */
  public static long work(Preview source) {
    long picture = source.pixels() * source.bytesPerPixel();
    return switch (source.format()) {
      case JPEG -> source.interlaced() ? picture : picture / JPEG_PACE;
      case PNG, AVIF, TIFF -> picture;
      case WEBP, GIF -> whole(picture, source.frames());
      case SVG, HEIC, JXL, PSD, BMP, ICO -> 0;
    };
  }

  private static long whole(long picture, int frames) {
    return picture > Long.MAX_VALUE / 4 / frames ? Long.MAX_VALUE / 4 : picture * frames;
  }
}
