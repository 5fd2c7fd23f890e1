package io.tintype.plan;

import io.tintype.model.FocusArea;
import io.tintype.model.ImageFormat;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the header of a source says, before anything is decoded.
 *
 * @param format the real format, by its first bytes
 * @param width stored width of one frame in pixels, before orientation
 * @param height stored height of one frame in pixels, before orientation
 * @param frames number of frames of an animation; 1 for a still picture
 * @param alpha whether the decoded picture has an alpha channel
 * @param orientation EXIF orientation, 1 to 8
 * @param quality estimated quality of a JPEG source, 1 to 100
 * @param density dots per inch, greater than 0; {@link #USUAL_DENSITY} if the source states none
 * @param focus what its origin has stored with it
 */
public record SourceHeader(
    ImageFormat format,
    int width,
    int height,
    int frames,
    boolean alpha,
    int orientation,
    OptionalInt quality,
    double density,
    Optional<FocusArea> focus) {
  /** Dots per inch of a source that does not state any. */
  public static final double USUAL_DENSITY = 72;

  /** Of what has lost nothing, as far as we know. */
  static final int BEST_QUALITY = 100;

  private static final int UPRIGHT = 1;

  /** Of a source that does not state its density, and with which nothing is stored. */
  public SourceHeader(
      ImageFormat format,
      int width,
      int height,
      int frames,
      boolean alpha,
      int orientation,
      OptionalInt quality) {
    this(
        format,
        width,
        height,
        frames,
        alpha,
        orientation,
        quality,
        USUAL_DENSITY,
        Optional.empty());
  }

  /** The same source, with what is stored with it. */
  public SourceHeader withFocus(Optional<FocusArea> stored) {
    return new SourceHeader(
        format, width, height, frames, alpha, orientation, quality, density, stored);
  }

  /** The same source, seen as it is stored. */
  SourceHeader asStored() {
    return new SourceHeader(format, width, height, frames, alpha, UPRIGHT, quality, density, focus);
  }

  /** Estimated quality of a JPEG, 1 to 100; 100 of anything else. */
  int jpegQuality() {
    return format == ImageFormat.JPEG ? quality.orElse(BEST_QUALITY) : BEST_QUALITY;
  }

  /** Whether orientation exchanges width and height. */
  public boolean lyingDown() {
    return orientation >= 5;
  }

  /** Width of one frame as it is meant to be seen. */
  public int orientedWidth() {
    return lyingDown() ? height : width;
  }

  /** Height of one frame as it is meant to be seen. */
  public int orientedHeight() {
    return lyingDown() ? width : height;
  }
}
