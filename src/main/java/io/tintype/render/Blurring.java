package io.tintype.render;

import io.tintype.vips.VipsImage;

/** Blurs with libvips' Gaussian, which ends where its amplitude falls below a fifth. */
final class Blurring {
  /** {@code min_ampl} of {@code gaussblur}, its default; the mask is then integer as well. */
  private static final double LEAST_AMPLITUDE = 0.2;

  private Blurring() {}

  /**
   * Blurs; what is transparent does not bleed its colour.
   *
   * @param settled in memory
   * @param sigma in pixels; 0 = not at all
   */
  static VipsImage blurred(VipsImage settled, double sigma) {
    if (sigma == 0) {
      return settled;
    }
    return settled.hasAlpha()
        ? smooth(settled.premultiply(), sigma).unpremultiply()
        : smooth(settled, sigma);
  }

  /** How far a pixel spreads, in whole pixels. */
  static int reach(double sigma) {
    return (int) Math.ceil(sigma * Math.sqrt(-2 * Math.log(LEAST_AMPLITUDE))) + 1;
  }

  private static VipsImage smooth(VipsImage image, double sigma) {
    return image
        .operation("gaussblur")
        .number("sigma", sigma)
        .number("min_ampl", LEAST_AMPLITUDE)
        .choice("precision", "integer")
        .toImage();
  }
}
