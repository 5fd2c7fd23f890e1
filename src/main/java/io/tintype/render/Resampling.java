package io.tintype.render;

import io.tintype.vips.VipsImage;

/** Resamples with what transparency needs: colours count as much as they can be seen. */
final class Resampling {
  private Resampling() {}

  /** Scales to exactly this size. */
  static VipsImage scaled(VipsImage image, int width, int height) {
    if (image.width() == width && image.height() == height) {
      return image;
    }
    return image.hasAlpha()
        ? image.premultiply().resize(width, height).unpremultiply()
        : image.resize(width, height);
  }

  /**
   * Takes every pixel from somewhere else, interpolated by cubic splines; clear where that is
   * outside.
   *
   * @param image in memory, with alpha
   * @param places where to take it from: two bands, counted in pixels from the edges
   */
  static VipsImage taken(VipsImage image, VipsImage places) {
    return image
        .premultiply()
        .operation("mapim")
        .image("index", places)
        .choice("interpolate", "bicubic")
        .choice("extend", "background")
        .flag("premultiplied", true)
        .toImage()
        .unpremultiply();
  }
}
