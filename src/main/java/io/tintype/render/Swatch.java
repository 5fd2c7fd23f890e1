package io.tintype.render;

import io.tintype.model.Color;
import io.tintype.vips.VipsImage;
import io.tintype.vips.VipsScope;
import java.util.Arrays;

/** Pictures of one colour. */
final class Swatch {
  private static final double OPAQUE = 255;

  private Swatch() {}

  /** 8-bit sRGB with an alpha channel. */
  static VipsImage of(VipsScope scope, int width, int height, Color color) {
    return filled(
        scope, width, height, color.red(), color.green(), color.blue(), OPAQUE * color.alpha());
  }

  /** 8-bit sRGB without one. */
  static VipsImage opaque(VipsScope scope, int width, int height, Color color) {
    return filled(scope, width, height, color.red(), color.green(), color.blue());
  }

  private static VipsImage filled(VipsScope scope, int width, int height, double... samples) {
    double[] ones = new double[samples.length];
    Arrays.fill(ones, 1);
    double[] rounded = Arrays.stream(samples).map(Math::rint).toArray();
    return scope
        .operation("black")
        .integer("width", width)
        .integer("height", height)
        .integer("bands", samples.length)
        .toImage()
        .operation("linear")
        .numbers("a", ones)
        .numbers("b", rounded)
        .flag("uchar", true)
        .toImage()
        .toPicture();
  }
}
