package io.tintype.render;

import io.tintype.model.Color;
import io.tintype.vips.ColorSpace;
import io.tintype.vips.Samples;
import io.tintype.vips.VipsImage;
import java.util.Optional;

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
    return withAlphaOf(image, image.colors().toColorSpace(ColorSpace.GREY));
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
   * The L* of the darkest and of the lightest per cent of a picture's pixels.
   *
   * @param black 0 to 100, below white by more than 1
   * @param white 0 to 100
   */
  record Range(int black, int white) {}

  /**
   * Measures in whole steps of L*, with the percentiles that libvips finds in coarse histograms, as
   * sharp's {@code normalise()} does; empty for a picture of one lightness.
   */
  static Optional<Range> range(VipsImage settled, Darkroom darkroom) {
    VipsImage lab = settled.colors().toColorSpace(ColorSpace.LAB);
    VipsImage wholeSteps =
        darkroom.develop(lab.bands(0, 1).operation("cast").choice("format", "ushort").toImage());
    int black = percentile(wholeSteps, BLACK_PERCENT);
    int white = percentile(wholeSteps, WHITE_PERCENT);
    return white - black <= 1 ? Optional.empty() : Optional.of(new Range(black, white));
  }

  /** Stretches L* so that a range of it becomes that from black to white. */
  static VipsImage stretched(VipsImage image, Range range) {
    double factor = LIGHTEST / (range.white() - range.black());
    VipsImage lab = image.colors().toColorSpace(ColorSpace.LAB);
    return relit(image, lab, factor, -range.black() * factor);
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
