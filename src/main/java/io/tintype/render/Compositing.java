package io.tintype.render;

import io.tintype.vips.ColorSpace;
import io.tintype.vips.Samples;
import io.tintype.vips.VipsImage;

/** Puts one thing over another (source-over of Porter and Duff), without rounding in between. */
final class Compositing {
  private static final double OPAQUE = 255;
  private static final int COLORS = 3;

  private Compositing() {}

  /**
   * Draws a veil over a picture, which stays without transparency if it has none.
   *
   * @param veil premultiplied colours from 0 to 255 in three bands, then opacity from 0 to 1
   * @param picture 8-bit sRGB of the same size
   */
  static VipsImage over(Samples veil, VipsImage picture) {
    Samples colors = Samples.of(veil.image().bands(0, COLORS));
    Samples shining = veil.band(COLORS).linear(new double[] {-1}, 1);
    Samples behind = Samples.of(picture.colors());
    if (!picture.hasAlpha()) {
      return behind.times(shining).plus(colors).toPicture();
    }
    Samples below = Samples.of(picture.alpha()).times(1 / OPAQUE).times(shining);
    Samples alpha = veil.band(COLORS).plus(below);
    Samples mixed = behind.times(below).plus(colors).over(alpha);
    return Samples.join(mixed, alpha.times(OPAQUE)).toPicture();
  }

  /**
   * Puts a picture on another, at a place where it lies inside.
   *
   * @param front 8-bit
   * @param back 8-bit
   */
  static VipsImage placed(VipsImage front, VipsImage back, int left, int top) {
    VipsImage below = back.toColorSpace(ColorSpace.RGB);
    VipsImage above = front.toColorSpace(ColorSpace.RGB);
    if (!above.hasAlpha()) {
      VipsImage fitting = below.hasAlpha() ? above.addAlpha() : above;
      return inserted(fitting, below, left, top);
    }
    VipsImage window = below.extract(left, top, above.width(), above.height());
    Samples alpha = Samples.of(above.alpha()).times(1 / OPAQUE);
    Samples veil = Samples.join(Samples.of(above.colors()).times(alpha), alpha);
    return inserted(over(veil, window), below, left, top);
  }

  /** Replaces a part of a picture by another picture of as many bands. */
  static VipsImage inserted(VipsImage part, VipsImage whole, int left, int top) {
    return whole
        .scope()
        .operation("insert")
        .image("main", whole)
        .image("sub", part)
        .integer("x", left)
        .integer("y", top)
        .toImage();
  }
}
