package io.tintype.render;

import io.tintype.model.Layer.Blend;
import io.tintype.vips.Samples;
import io.tintype.vips.VipsImage;

/** Colours of a layer as the picture below changes them (W3C, "Compositing and Blending", 9.1). */
final class Blending {
  private static final double OPAQUE = 255;
  private static final double HALF = 0.5;

  private Blending() {}

  /**
   * The layer in its new colours, and as opaque as it was. Where the picture is clear the colours
   * stay as they are.
   *
   * @param below 8-bit sRGB
   * @param above 8-bit sRGB of the same size
   * @param blend {@link Blend#SCREEN} or {@link Blend#OVERLAY}
   */
  static VipsImage blended(VipsImage below, VipsImage above, Blend blend) {
    Samples back = shares(below.colors());
    Samples front = shares(above.colors());
    Samples lit = blend == Blend.SCREEN ? screened(back, front) : overlaid(back, front);
    Samples seen =
        below.hasAlpha() ? front.plus(lit.minus(front).times(shares(below.alpha()))) : lit;
    Samples colors = seen.times(OPAQUE);
    return above.hasAlpha()
        ? Samples.join(colors, Samples.of(above.alpha())).toPicture()
        : colors.toPicture();
  }

  private static Samples screened(Samples back, Samples front) {
    return back.plus(front).minus(back.times(front));
  }

  private static Samples overlaid(Samples back, Samples front) {
    Samples product = back.times(front).times(2);
    Samples light = screened(back, front).times(2).plus(-1);
    return product.plus(light.minus(product).times(back.atLeast(HALF)));
  }

  private static Samples shares(VipsImage image) {
    return Samples.of(image).times(1 / OPAQUE);
  }
}
