package io.tintype.sniff;

import io.tintype.model.ImageFormat;
import java.util.OptionalInt;

/**
 * What the first look at a source says, before any decoder sees it. Numbers are what the file
 * claims; only a decoder knows whether it keeps its word.
 *
 * @param format the real format
 * @param width stored width of a frame in pixels, at least 1
 * @param height stored height of a frame in pixels, at least 1
 * @param frames number of frames, at least 1
 * @param alpha whether the file announces transparency
 * @param interlaced whether it is a JPEG of several scans or an interlaced PNG, which have to be
 *     decoded as a whole
 * @param bytesPerPixel size of a decoded pixel, at least 1
 * @param quality estimated quality of a JPEG on libjpeg's scale, 1 to 100
 */
public record Preview(
    ImageFormat format,
    int width,
    int height,
    int frames,
    boolean alpha,
    boolean interlaced,
    int bytesPerPixel,
    OptionalInt quality) {
  public Preview {
    if (width < 1 || height < 1 || frames < 1 || bytesPerPixel < 1) {
      throw new IllegalArgumentException(
          "preview %dx%d of %d frames".formatted(width, height, frames));
    }
  }

  /** Pixels of one frame. */
  public long pixels() {
    return (long) width * height;
  }
}
