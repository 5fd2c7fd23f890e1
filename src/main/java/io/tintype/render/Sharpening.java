package io.tintype.render;

import io.tintype.plan.PlannedStep;
import io.tintype.vips.ColorSpace;
import io.tintype.vips.Samples;
import io.tintype.vips.VipsImage;
import java.util.OptionalDouble;

/** Makes edges stand out. Pictures must be in memory: their pixels are read again and again. */
final class Sharpening {
  /** The mask of sharp's {@code sharpen()}: a pixel against its neighbours. */
  private static final double[] MILD_MASK = {-1, -1, -1, -1, 32, -1, -1, -1, -1};

  private static final double MILD_SCALE = 24;
  private static final int MILD_SIDE = 3;

  /** Of libvips' {@code sharpen}, in pixels. */
  private static final double SIGMA = 1;

  /** Slopes of sharp's {@code sharpen({sigma: 1})}: how much flat and jagged areas gain. */
  private static final double FLAT_SLOPE = 1;

  private static final double JAGGED_SLOPE = 2;

  private static final double OPAQUE = 255;

  /** Beyond this every edge gains as much L* as libvips lets it. */
  private static final double MOST = 10;

  private Sharpening() {}

  /** Sharpens; the amount counts up to {@value #MOST}, and 0 changes nothing. */
  static VipsImage sharpened(VipsImage settled, OptionalDouble amount, Darkroom darkroom) {
    double strength = Math.clamp(amount.orElse(1), 0, MOST);
    if (strength == 0) {
      return settled;
    }
    VipsImage visible = settled.hasAlpha() ? settled.premultiply() : settled;
    VipsImage sharp = amount.isPresent() ? inLab(visible, strength, darkroom) : mildly(visible);
    return settled.hasAlpha() ? sharp.unpremultiply() : sharp;
  }

  /**
   * Adds to every channel what a blur takes away, as ImageMagick's {@code -unsharp} does: where
   * twice the difference reaches the threshold. Transparency stays as it is.
   */
  static VipsImage unsharp(VipsImage settled, PlannedStep.UnsharpMask wish, Darkroom darkroom) {
    GaussianKernel kernel = GaussianKernel.of(wish.radius(), wish.sigma());
    if (kernel.isIdentity()) {
      return settled;
    }
    Samples colors = Samples.of(settled.colors());
    Samples gone = colors.minus(smooth(settled, kernel, darkroom));
    double least = Math.max(0, wish.threshold()) * OPAQUE / 2;
    Samples masked = least == 0 ? gone : gone.times(gone.times(gone).atLeast(least * least));
    return Tones.withAlphaOf(settled, colors.plus(masked.times(wish.amount())).toPicture());
  }

  /** The colours, blurred; what is transparent does not bleed its own. */
  private static Samples smooth(VipsImage settled, GaussianKernel kernel, Darkroom darkroom) {
    if (!settled.hasAlpha()) {
      return Samples.of(KernelBlur.blurred(settled, kernel, darkroom));
    }
    VipsImage visible = darkroom.develop(settled.operation("premultiply").toImage());
    VipsImage blurred = KernelBlur.blurred(visible, kernel, darkroom);
    return Samples.of(blurred.operation("unpremultiply").toImage().colors());
  }

  private static VipsImage mildly(VipsImage image) {
    VipsImage mask = image.scope().matrix(MILD_SIDE, MILD_SIDE, MILD_SCALE, MILD_MASK);
    return image.operation("conv").image("mask", mask).choice("precision", "integer").toImage();
  }

  /**
   * Transparency waits beside: libvips would pass it through every step of the conversions, and
   * compute all before it twice each time. And Lab is read three times over.
   */
  private static VipsImage inLab(VipsImage image, double strength, Darkroom darkroom) {
    VipsImage lab = darkroom.develop(image.colors().toColorSpace(ColorSpace.LAB_SHORT));
    VipsImage sharp =
        lab.operation("sharpen")
            .number("sigma", SIGMA)
            .number("m1", FLAT_SLOPE * strength)
            .number("m2", JAGGED_SLOPE * strength)
            .toImage()
            .toColorSpace(image.colorSpace())
            .toEightBit();
    return Tones.withAlphaOf(image, sharp);
  }
}
