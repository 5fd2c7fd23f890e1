package io.tintype.render;

import io.tintype.vips.VipsImage;
import io.tintype.vips.VipsScope;

/**
 * Blurs with a {@link GaussianKernel}, first along lines, then across. What is blurred widely has
 * no fine detail left: it is computed from a smaller picture, in which the kernel is as many times
 * narrower.
 */
final class KernelBlur {
  private KernelBlur() {}

  /**
   * Blurs; beyond its edges the picture continues as it ends.
   *
   * @param settled in memory
   * @param kernel of more than one weight
   * @return of as many bands, in floating point
   */
  static VipsImage blurred(VipsImage settled, GaussianKernel kernel, Darkroom darkroom) {
    int reduction = kernel.reduction();
    if (reduction == 1) {
      return convolved(settled, kernel.weights(), darkroom);
    }
    double[] weights = kernel.reducedWeights();
    int margin = weights.length / 2 * reduction;
    int width = Math.ceilDiv(settled.width() + 2 * margin, reduction) * reduction;
    int height = Math.ceilDiv(settled.height() + 2 * margin, reduction) * reduction;
    VipsImage small = reduced(settled, margin, width, height, reduction);
    return enlarged(convolved(darkroom.develop(small), weights, darkroom), reduction)
        .extract(margin, margin, settled.width(), settled.height());
  }

  /** By cubic splines between the centres of pixels; {@code resize} would be off by half of one. */
  private static VipsImage enlarged(VipsImage small, int times) {
    double middle = 0.5 - 0.5 / times;
    return small
        .operation("affine")
        .numbers("matrix", times, 0, 0, times)
        .choice("interpolate", "bicubic")
        .choice("extend", "copy")
        .number("idx", middle)
        .number("idy", middle)
        .flag("premultiplied", true)
        .toImage();
  }

  /** Averages of squares, on a canvas that is a multiple of them. */
  private static VipsImage reduced(
      VipsImage settled, int margin, int width, int height, int reduction) {
    return settled
        .operation("embed")
        .integer("x", margin)
        .integer("y", margin)
        .integer("width", width)
        .integer("height", height)
        .choice("extend", "copy")
        .toImage()
        .operation("cast")
        .choice("format", "float")
        .toImage()
        .operation("shrink")
        .number("hshrink", reduction)
        .number("vshrink", reduction)
        .toImage();
  }

  /** In memory afterwards, and in between, or pixels would be blurred repeatedly. */
  private static VipsImage convolved(VipsImage image, double[] weights, Darkroom darkroom) {
    VipsScope scope = image.scope();
    VipsImage along = convolved(image, scope.matrix(weights.length, 1, 1, weights));
    return darkroom.develop(
        convolved(darkroom.develop(along), scope.matrix(1, weights.length, 1, weights)));
  }

  private static VipsImage convolved(VipsImage image, VipsImage mask) {
    return image.operation("conv").image("mask", mask).choice("precision", "float").toImage();
  }
}
