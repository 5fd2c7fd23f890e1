package io.tintype.render;

import io.tintype.model.Adjustment;
import io.tintype.vips.VipsImage;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Changes every colour channel by a table of its 256 levels; alpha stays. */
final class Curves {
  private static final int LEVELS = 256;
  private static final double BYTE_MAX = 255;
  private static final double MIDDLE = 0.5;

  private Curves() {}

  static VipsImage bent(VipsImage image, Adjustment.Curve curve) {
    return mapped(image, List.of(rule(curve)));
  }

  /** White from a level of grey on. */
  static VipsImage blackWhite(VipsImage image, double threshold) {
    VipsImage grey = Tones.grayscale(image);
    return mapped(grey, List.of(level -> level >= threshold ? 1 : 0));
  }

  /**
   * Maps levels from 0 to 1, rounded and clipped.
   *
   * @param rules one for all channels, or one for each of a picture's
   */
  static VipsImage mapped(VipsImage image, List<DoubleUnaryOperator> rules) {
    int bands = rules.size();
    byte[] table = new byte[LEVELS * bands];
    for (int level = 0; level < LEVELS; level++) {
      for (int band = 0; band < bands; band++) {
        double result = rules.get(band).applyAsDouble(level / BYTE_MAX);
        table[level * bands + band] = (byte) Math.round(Math.clamp(result, 0, 1) * BYTE_MAX);
      }
    }
    VipsImage colors =
        image
            .colors()
            .operation("maplut")
            .image("lut", image.scope().picture(LEVELS, 1, bands, table))
            .toImage();
    return Tones.withAlphaOf(image, colors.toPicture());
  }

  private static DoubleUnaryOperator rule(Adjustment.Curve curve) {
    return switch (curve) {
      case Adjustment.Gamma(var exponent) -> level -> Math.pow(level, exponent);
      case Adjustment.Sigmoid(var slope) -> slope > 0 ? steeper(slope) : flatter(-slope);
      case Adjustment.FillLight(var amount, var bias) ->
          level ->
              level + amount * (Math.sqrt(level) - level) * Math.pow(1 - level, Math.pow(2, -bias));
    };
  }

  private static DoubleUnaryOperator steeper(double slope) {
    double lowest = logistic(-slope * MIDDLE);
    double highest = logistic(slope * MIDDLE);
    return level -> (logistic(slope * (level - MIDDLE)) - lowest) / (highest - lowest);
  }

  private static DoubleUnaryOperator flatter(double slope) {
    double lowest = logistic(-slope * MIDDLE);
    double highest = logistic(slope * MIDDLE);
    return level -> {
      double share = lowest + level * (highest - lowest);
      return MIDDLE + Math.log(share / (1 - share)) / slope;
    };
  }

  private static double logistic(double value) {
    return 1 / (1 + Math.exp(-value));
  }
}
