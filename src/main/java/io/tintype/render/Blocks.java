package io.tintype.render;

import io.tintype.vips.VipsImage;

/** Makes squares of one colour. */
final class Blocks {
  private Blocks() {}

  /** Every square has its mean colour; those at the right and bottom continue the edge. */
  static VipsImage pixelated(VipsImage settled, int side) {
    int block = Math.min(side, Math.max(settled.width(), settled.height()));
    if (block == 1) {
      return settled;
    }
    return settled.hasAlpha()
        ? blocks(settled.premultiply(), block).unpremultiply()
        : blocks(settled, block);
  }

  private static VipsImage blocks(VipsImage image, int block) {
    VipsImage whole =
        image
            .operation("embed")
            .integer("x", 0)
            .integer("y", 0)
            .integer("width", Math.ceilDiv(image.width(), block) * block)
            .integer("height", Math.ceilDiv(image.height(), block) * block)
            .choice("extend", "copy")
            .toImage();
    VipsImage small =
        whole.operation("shrink").number("hshrink", block).number("vshrink", block).toImage();
    return small
        .scope()
        .operation("zoom")
        .image("input", small)
        .integer("xfac", block)
        .integer("yfac", block)
        .toImage()
        .extract(0, 0, image.width(), image.height());
  }
}
