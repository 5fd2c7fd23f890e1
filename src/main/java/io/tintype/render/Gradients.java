package io.tintype.render;

import io.tintype.model.Color;
import io.tintype.plan.PlannedStep;
import io.tintype.vips.ColorSpace;
import io.tintype.vips.Samples;
import io.tintype.vips.VipsImage;

/** Draws linear gradients over pictures. */
final class Gradients {
  /** Shortest way from one colour to the other, in pixels. */
  private static final double SHORTEST = 0.001;

  private Gradients() {}

  /** The line of CSS Images 3, section 3.1; between its ends the colours mix premultiplied. */
  static VipsImage drawn(VipsImage image, PlannedStep.Gradient wish) {
    VipsImage picture = image.toColorSpace(ColorSpace.RGB);
    double[] from = premultiplied(wish.from());
    double[] to = premultiplied(wish.to());
    double[] way = new double[from.length];
    for (int band = 0; band < way.length; band++) {
      way[band] = to[band] - from[band];
    }
    Samples veil = progress(picture, wish).linear(way, from);
    return Compositing.over(veil, picture);
  }

  /** How far each pixel is between the two colours, 0 to 1. */
  private static Samples progress(VipsImage picture, PlannedStep.Gradient wish) {
    double radians = Math.toRadians(wish.degrees());
    double right = Math.sin(radians);
    double down = -Math.cos(radians);
    double width = picture.width();
    double height = picture.height();
    double line = Math.abs(width * right) + Math.abs(height * down);
    double length = Math.max(SHORTEST, wish.length());
    double start = (line - width * right - height * down) / 2;
    return Samples.centers(picture.scope(), picture.width(), picture.height())
        .mixed(new double[] {right / length, down / length})
        .plus(start / length)
        .clipped();
  }

  /** Colours from 0 to 255 as they can be seen, then opacity from 0 to 1. */
  private static double[] premultiplied(Color color) {
    double alpha = color.alpha();
    return new double[] {color.red() * alpha, color.green() * alpha, color.blue() * alpha, alpha};
  }
}
