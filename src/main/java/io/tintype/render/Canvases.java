package io.tintype.render;

import io.tintype.model.Color;
import io.tintype.plan.PlannedStep;
import io.tintype.vips.ColorSpace;
import io.tintype.vips.VipsImage;

/** Puts pictures on plain colours. */
final class Canvases {
  private static final double OPAQUE = 255;

  private Canvases() {}

  /** On a larger canvas. */
  static VipsImage padded(VipsImage image, PlannedStep.Canvas canvas) {
    VipsImage picture = ready(image, canvas.background());
    return picture.embed(
        canvas.left(),
        canvas.top(),
        canvas.width(),
        canvas.height(),
        samples(canvas.background(), picture));
  }

  /** Again and again, all over a canvas. */
  static VipsImage tiled(VipsImage image, PlannedStep.Tile tile) {
    int left = (image.width() - tile.left()) % image.width();
    int top = (image.height() - tile.top()) % image.height();
    return image
        .operation("replicate")
        .integer("across", Math.ceilDiv(left + tile.width(), image.width()))
        .integer("down", Math.ceilDiv(top + tile.height(), image.height()))
        .toImage()
        .extract(left, top, tile.width(), tile.height());
  }

  /** On a colour that shows wherever the picture is transparent, as much as it is opaque. */
  static VipsImage backed(VipsImage settled, Color background) {
    VipsImage swatch = Swatch.of(settled.scope(), settled.width(), settled.height(), background);
    return Compositing.placed(settled, swatch, 0, 0);
  }

  /** On a colour that shows wherever the picture is transparent; opaque, whatever its alpha. */
  static VipsImage filled(VipsImage image, Color background) {
    return image.hasAlpha()
        ? image
            .toColorSpace(ColorSpace.RGB)
            .flatten(background.red(), background.green(), background.blue())
        : image;
  }

  /** The picture in bands that can hold a colour. */
  static VipsImage ready(VipsImage image, Color background) {
    VipsImage rgb = image.toColorSpace(ColorSpace.RGB);
    return background.isOpaque() || rgb.hasAlpha() ? rgb : rgb.addAlpha();
  }

  /** A colour as the samples of an sRGB picture. */
  static double[] samples(Color color, VipsImage picture) {
    return picture.hasAlpha()
        ? new double[] {color.red(), color.green(), color.blue(), color.alpha() * OPAQUE}
        : new double[] {color.red(), color.green(), color.blue()};
  }
}
