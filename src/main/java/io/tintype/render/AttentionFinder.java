package io.tintype.render;

import io.tintype.plan.Dimensions;
import io.tintype.plan.Region;
import io.tintype.vips.VipsImage;

/**
 * Finds where a picture draws most attention, by libvips: edges, saturated colours, and the colour
 * of skin. Computes at once; to be able to stop it, arm the picture before.
 */
final class AttentionFinder {
  private AttentionFinder() {}

  /**
   * The window of this size.
   *
   * @param picture 8-bit, one frame, at least as large as the window
   */
  static Region region(VipsImage picture, Dimensions size) {
    VipsImage settled = picture.inMemory();
    VipsImage window =
        settled
            .scope()
            .operation("smartcrop")
            .image("input", settled)
            .integer("width", size.width())
            .integer("height", size.height())
            .choice("interesting", "attention")
            .toImage();
    return new Region(window.cutLeft(), window.cutTop(), size.width(), size.height());
  }
}
