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

  /** What libvips takes as no blur. */
  private static final double LEAST_SIGMA = 0.2;

  /** Side of a square that reaches two pixels in each direction. */
  private static final int SOFT_EDGE = 5;

  private Outlines() {}

  static VipsImage drawn(VipsImage settled, Adjustment.Outline wish, Darkroom darkroom) {
    VipsImage picture = settled.toColorSpace(ColorSpace.RGB);
    if (!picture.hasAlpha()) {
      return picture;
    }
    Samples opaque = Samples.of(picture.alpha()).times(1 / OPAQUE);
    return switch (wish.mode()) {
      case OUTER -> behind(picture, opaque, line(opaque, wish, darkroom), wish.color());
      case INNER -> {
        Samples clear = opaque.linear(new double[] {-1}, 1);
        Samples line = line(clear, wish, darkroom).times(opaque);
        yield Compositing.over(veil(line, wish.color()), picture);
      }
      case INNER_FILL ->
          behind(picture, opaque, soft(enclosed(picture, darkroom), wish, darkroom), wish.color());
      case FILL -> {
        Samples line = line(opaque, wish, darkroom);
        Samples inside = soft(enclosed(picture, darkroom), wish, darkroom);
        yield behind(picture, opaque, line.plus(inside).minus(line.times(inside)), wish.color());
      }
    };
  }

  /** How much of a pixel is within the line's width from where the shape is, 0 to 1. */
  private static Samples line(Samples shape, Adjustment.Outline wish, Darkroom darkroom) {
    Samples spread = blurred(shape, wish.width(), darkroom);
    Samples line =
        spread
            .linear(new double[] {wish.width() / DENSITY}, HALF - SHARE * wish.width() / DENSITY)
            .clipped();
    return soft(line, wish, darkroom);
  }

  private static Samples soft(Samples line, Adjustment.Outline wish, Darkroom darkroom) {
    return wish.blur() < LEAST_SIGMA ? line : blurred(line, wish.blur(), darkroom);
  }

  /** 1 where clear pixels are shut in by the shape and two pixels on, below its soft edges. */
  private static Samples enclosed(VipsImage picture, Darkroom darkroom) {
    int width = picture.width();
    int height = picture.height();
    VipsImage clear = compared(picture.alpha(), "less", OPAQUE * HALF);
    VipsImage framed = darkroom.develop(clear.embed(1, 1, width + 2, height + 2, OPAQUE));
    VipsImage regions = darkroom.watched(framed).operation("labelregions").toImage("mask");
    double outside = regions.extract(0, 0, 1, 1).operation("avg").toNumber();
    VipsImage others = compared(regions, "noteq", outside).extract(1, 1, width, height);
    VipsImage holes =
        darkroom.develop(
            clear
                .scope()
                .operation("boolean")
                .image("left", clear)
                .image("right", others)
                .choice("boolean", "and")
                .toImage());
    VipsImage grown = RankFilter.of(holes, SOFT_EDGE, SOFT_EDGE, SOFT_EDGE * SOFT_EDGE - 1);
    return Samples.of(grown).times(1 / OPAQUE);
  }

  /** 255 where it is so, else 0. */
  private static VipsImage compared(VipsImage image, String relation, double number) {
    return image
        .operation("relational_const")
        .choice("relational", relation)
        .numbers("c", number)
        .toImage();
  }

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
