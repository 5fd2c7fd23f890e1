package io.tintype.render;

import io.tintype.model.Adjustment;
import io.tintype.model.Color;
import io.tintype.vips.ColorSpace;
import io.tintype.vips.Samples;
import io.tintype.vips.VipsImage;

/**
 * Draws lines along the edge between opaque and clear. How far a pixel is from the edge follows
 * from a blurred alpha channel: across a straight edge it is the normal distribution of that
 * distance.
 */
final class Outlines {
  private static final double OPAQUE = 255;

  /** Share of the normal distribution below minus its deviation, and its density there. */
  private static final double SHARE = 0.158655;

  private static final double DENSITY = 0.241971;
  private static final double LEAST_AMPLITUDE = 0.01;
  private static final double HALF = 0.5;

  private Outlines() {}

  static VipsImage drawn(VipsImage settled, Adjustment.Outline wish, Darkroom darkroom) {
    VipsImage picture = settled.toColorSpace(ColorSpace.RGB);
    if (!picture.hasAlpha()) {
      return picture;
    }
    Samples opaque = Samples.of(picture.alpha()).times(1 / OPAQUE);
    VipsImage result = picture;
    if (wish.outer()) {
      result = behind(picture, opaque, line(opaque, wish, darkroom), wish.color());
    }
    if (wish.inner()) {
      Samples clear = opaque.linear(new double[] {-1}, 1);
      Samples line = line(clear, wish, darkroom).times(opaque);
      result = Compositing.over(veil(line, wish.color()), result);
    }
    return result;
  }

  /** How much of a pixel is within the line's width from where the shape is, 0 to 1. */
  private static Samples line(Samples shape, Adjustment.Outline wish, Darkroom darkroom) {
    Samples spread = blurred(shape, wish.width(), darkroom);
    Samples line =
        spread
            .linear(new double[] {wish.width() / DENSITY}, HALF - SHARE * wish.width() / DENSITY)
            .clipped();
    return wish.blur() < LEAST_SIGMA ? line : blurred(line, wish.blur(), darkroom);
  }

  /** What libvips takes as no blur. */
  private static final double LEAST_SIGMA = 0.2;

  private static Samples blurred(Samples samples, double sigma, Darkroom darkroom) {
    return Samples.of(
        darkroom
            .develop(samples.image())
            .operation("gaussblur")
            .number("sigma", sigma)
            .number("min_ampl", LEAST_AMPLITUDE)
            .choice("precision", "float")
            .toImage());
  }

  private static Samples veil(Samples line, Color color) {
    double alpha = color.alpha();
    return line.linear(
        new double[] {color.red() * alpha, color.green() * alpha, color.blue() * alpha, alpha},
        0,
        0,
        0,
        0);
  }

  /** The picture over the line. */
  private static VipsImage behind(VipsImage picture, Samples opaque, Samples line, Color color) {
    Samples lower = line.times(color.alpha());
    Samples seen = lower.minus(lower.times(opaque));
    Samples alpha = opaque.plus(seen);
    Samples paint = seen.linear(new double[] {color.red(), color.green(), color.blue()}, 0, 0, 0);
    Samples colors = Samples.of(picture.colors()).times(opaque).plus(paint).over(alpha);
    return Samples.join(colors, alpha.times(OPAQUE)).toPicture();
  }
}
