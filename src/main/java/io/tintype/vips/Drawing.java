package io.tintype.vips;

import io.tintype.bytes.ImageBytes;

/**
 * An SVG that can be drawn in any size; only in a process whose libvips was {@linkplain
 * Vips#openToDraw opened for that}. Nothing outside the document is read: it has no address.
 */
public final class Drawing {
  /** Lengths in inches and points are those of CSS (CSS Values 4, "Absolute lengths"). */
  private static final double DOTS_PER_INCH = 96;

  /** libvips enlarges all lengths by the resolution over 72, also those that are in pixels. */
  private static final double UNENLARGED = 72 / DOTS_PER_INCH;

  private final VipsScope scope;
  private final ImageBytes document;
  private final VipsImage natural;

  private Drawing(VipsScope scope, ImageBytes document, VipsImage natural) {
    this.scope = scope;
    this.document = document;
    this.natural = natural;
  }

  /**
   * Reads a document.
   *
   * @throws VipsException if it is no SVG, or damaged
   */
  public static Drawing open(VipsScope scope, ImageBytes document) {
    return new Drawing(scope, document, load(scope, document, 1));
  }

  /** Width in pixels that the document asks for itself. */
  public int width() {
    return natural.width();
  }

  public int height() {
    return natural.height();
  }

  /**
   * The picture in a size of about the same proportions; computed lazily, RGBA.
   *
   * @param width exact width of the result
   * @param height exact height of the result
   */
  public VipsImage at(int width, int height) {
    if (width == natural.width() && height == natural.height()) {
      return natural;
    }
    double scale = Math.max((double) width / width(), (double) height / height());
    VipsImage drawn = load(scope, document, scale);
    if (drawn.width() != width || drawn.height() != height) {
      // A natural size that is no whole number of pixels; the scale counted from the rounded one.
      double more = Math.max((double) width / drawn.width(), (double) height / drawn.height());
      drawn = load(scope, document, scale * more);
    }
    return drawn.width() == width && drawn.height() == height
        ? drawn
        : drawn.premultiply().resize(width, height).unpremultiply();
  }

  private static VipsImage load(VipsScope scope, ImageBytes document, double scale) {
    return scope
        .operation("svgload_buffer")
        .bytes("buffer", document)
        .number("scale", scale * UNENLARGED)
        .number("dpi", DOTS_PER_INCH)
        .toImage();
  }
}
