package io.tintype.render;

import io.tintype.plan.PlannedLayer;
import io.tintype.vips.ColorSpace;
import io.tintype.vips.VipsImage;

/**
 * Brings a layer and the picture below together, in sRGB as it is stored and without colours
 * multiplied by alpha. A picture without alpha stays so where the layer adds none.
 */
final class LayerCompositor {
  private static final double OPAQUE = 255;

  /** The sample that moves nothing. */
  private static final double STILL = 128;

  private static final int COLORS = 3;

  private LayerCompositor() {}

  /**
   * Puts them together.
   *
   * @param picture 8-bit; in memory for {@link io.tintype.model.Layer.Blend#DISPLACE}
   * @param drawn the layer after its steps, 8-bit, in memory
   * @param layer how and where
   */
  static VipsImage composed(VipsImage picture, VipsImage drawn, PlannedLayer layer) {
    VipsImage below = picture.toColorSpace(ColorSpace.RGB);
    VipsImage above = drawn.toColorSpace(ColorSpace.RGB);
    return switch (layer.blend()) {
      case OVER -> kept(below, blended(below, above, "over", layer.left(), layer.top()));
      case MULTIPLY -> kept(below, blended(below, above, "multiply", layer.left(), layer.top()));
      case CUTTER -> blended(window(below, above, layer), above, "dest-in", 0, 0);
      case CUTOUT -> blended(below, above, "dest-out", layer.left(), layer.top());
      case DISPLACE -> displaced(below, above, layer.left(), layer.top());
    };
  }

  /** Puts one picture over another; both are 8-bit sRGB with alpha. */
  static VipsImage over(VipsImage below, VipsImage above, int left, int top) {
    return blended(below, above, "over", left, top);
  }

  private static VipsImage blended(
      VipsImage below, VipsImage above, String mode, int left, int top) {
    return below
        .scope()
        .operation("composite2")
        .image("base", below)
        .image("overlay", above)
        .choice("mode", mode)
        .integer("x", left)
        .integer("y", top)
        .choice("compositing_space", "srgb")
        .toImage()
        .toEightBit();
  }

  private static VipsImage kept(VipsImage below, VipsImage blended) {
    return below.hasAlpha() ? blended : blended.colors();
  }

  /** What of the picture lies below the layer; clear where there is none. */
  private static VipsImage window(VipsImage below, VipsImage above, PlannedLayer layer) {
    VipsImage alpha = below.hasAlpha() ? below : below.addAlpha();
    return alpha.embed(-layer.left(), -layer.top(), above.width(), above.height(), 0, 0, 0, 0);
  }

  /**
   * Takes every pixel from somewhere else: as far to the right as the layer's red is above the
   * middle, and as far down as its green is. The layer lies at the top-left corner; where it does
   * not reach, or is clear, nothing moves. Beyond its edges the picture continues as it ends.
   */
  private static VipsImage displaced(VipsImage below, VipsImage above, int right, int down) {
    VipsImage from =
        below
            .scope()
            .operation("add")
            .image("left", coordinates(below))
            .image("right", shifts(below, above, right, down))
            .toImage();
    if (!below.hasAlpha()) {
      return moved(below, from);
    }
    return moved(below.premultiply(), from).unpremultiply();
  }

  private static VipsImage moved(VipsImage image, VipsImage from) {
    return image
        .operation("mapim")
        .image("index", from)
        .choice("extend", "copy")
        .toImage()
        .toEightBit();
  }

  private static VipsImage coordinates(VipsImage image) {
    return image
        .scope()
        .operation("xyz")
        .integer("width", image.width())
        .integer("height", image.height())
        .toImage();
  }

  /** How far each pixel's source is to the right and down: two bands, as large as the picture. */
  private static VipsImage shifts(VipsImage below, VipsImage above, int right, int down) {
    double[] scale = {right / STILL, down / STILL};
    VipsImage wished =
        above
            .bands(0, 2)
            .operation("linear")
            .numbers("a", scale)
            .numbers("b", -right, -down)
            .toImage();
    VipsImage shifts = above.bands() > COLORS ? faded(wished, above.alpha()) : wished;
    return shifts.embed(0, 0, below.width(), below.height(), 0, 0);
  }

  private static VipsImage faded(VipsImage shifts, VipsImage alpha) {
    VipsImage opacity =
        alpha.operation("linear").numbers("a", 1 / OPAQUE).numbers("b", 0).toImage();
    return shifts
        .scope()
        .operation("multiply")
        .image("left", shifts)
        .image("right", opacity)
        .toImage();
  }
}
