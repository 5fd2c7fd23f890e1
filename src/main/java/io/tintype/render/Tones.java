package io.tintype.render;

import io.tintype.model.Color;
import io.tintype.vips.ColorSpace;
import io.tintype.vips.Samples;
import io.tintype.vips.VipsImage;

/** Changes colours pixel by pixel; transparency stays as it is. */
final class Tones {
  private static final double BYTE_MAX = 255;
  private static final int BLACK_PERCENT = 1;
  private static final int WHITE_PERCENT = 99;

  /** L* of white. */
  private static final double LIGHTEST = 100;

  private Tones() {}

  /** Luminance of linear light by ITU-R BT.709, in one band. */
  static VipsImage grayscale(VipsImage image) {
    return image.toColorSpace(ColorSpace.GREY);
  }

  /**
   * Mixes the picture with its luminance times a colour.
   *
   * @param intensity share of the tinted picture, 0 to 1; a translucent colour tints less
   */
  static VipsImage colorize(VipsImage image, Color color, double intensity) {
    double share = intensity * color.alpha();
    double[] tint = {
      share * color.red() / BYTE_MAX,
      share * color.green() / BYTE_MAX,
      share * color.blue() / BYTE_MAX
    };
    VipsImage colors = image.toColorSpace(ColorSpace.RGB).colors();
    Samples tinted = Samples.of(grayscale(colors)).times(tint);
    return withAlphaOf(image, Samples.of(colors).times(1 - share).plus(tinted).toPicture());
  }

  /**
   * Stretches L* so that the darkest and the lightest per cent of the pixels become black and
   * white, as sharp's {@code normalise()} does: in whole steps of L*, with the percentiles that
   * libvips finds in coarse histograms. A picture of one lightness stays as it is.
   */
  static VipsImage stretchContrast(VipsImage settled, Darkroom darkroom) {
    VipsImage lab = settled.colors().toColorSpace(ColorSpace.LAB);
    VipsImage wholeSteps =
        darkroom.develop(lab.bands(0, 1).operation("cast").choice("format", "ushort").toImage());
    int black = percentile(wholeSteps, BLACK_PERCENT);
    int white = percentile(wholeSteps, WHITE_PERCENT);
    if (white - black <= 1) {
      return settled;
    }
    double factor = LIGHTEST / (white - black);
    return relit(settled, lab, factor, -black * factor);
  }

  /** Adds to L*. */
  static VipsImage brighten(VipsImage image, double summand) {
    return relit(image, image.colors().toColorSpace(ColorSpace.LAB), 1, summand);
  }

  /** The colours with the alpha channel of the image, if it has one. */
  static VipsImage withAlphaOf(VipsImage image, VipsImage colors) {
    return image.hasAlpha() ? colors.join(image.alpha()) : colors;
  }

  private static int percentile(VipsImage counted, int percent) {
    return counted.operation("percent").number("percent", percent).toIntegers("threshold")[0];
  }

  private static VipsImage relit(VipsImage image, VipsImage lab, double factor, double summand) {
    VipsImage relit = Samples.of(lab).linear(new double[] {factor, 1, 1}, summand, 0, 0).image();
    return withAlphaOf(image, relit.toColorSpace(image.colorSpace()).toEightBit());
  }
}
