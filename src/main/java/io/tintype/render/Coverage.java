package io.tintype.render;

import io.tintype.model.Corners;
import io.tintype.vips.Samples;
import io.tintype.vips.VipsImage;
import io.tintype.vips.VipsScope;

/** Makes parts of pictures transparent; the edges in between are smooth. */
final class Coverage {
  private static final double OPAQUE = 255;

  /** Keeps a distance from dividing by 0, far below what can be seen. */
  private static final double TINY = 1e-9;

  private Coverage() {}

  /** Multiplies alpha. */
  static VipsImage faded(VipsImage image, double opacity) {
    VipsImage alpha = image.hasAlpha() ? image.alpha() : image.addAlpha().alpha();
    return image.colors().join(Samples.of(alpha).times(opacity).toPicture());
  }

  /** Keeps the largest ellipse only. */
  static VipsImage elliptic(VipsImage image) {
    double halfWidth = image.width() / 2.0;
    double halfHeight = image.height() / 2.0;
    Samples places =
        Samples.centers(image.scope(), image.width(), image.height()).plus(-halfWidth, -halfHeight);
    return masked(image, ellipse(places, halfWidth, halfHeight).toPicture());
  }

  /** Makes corners round. */
  static VipsImage rounded(VipsImage image, Corners radii) {
    int width = image.width();
    int height = image.height();
    VipsImage mask =
        image
            .scope()
            .operation("black")
            .integer("width", width)
            .integer("height", height)
            .toImage()
            .operation("invert")
            .toImage();
    mask = cornered(mask, radii.topLeft(), 0, 0);
    mask = cornered(mask, radii.topRight(), width - radii.topRight(), 0);
    mask =
        cornered(
            mask, radii.bottomRight(), width - radii.bottomRight(), height - radii.bottomRight());
    mask = cornered(mask, radii.bottomLeft(), 0, height - radii.bottomLeft());
    return masked(image, mask);
  }

  /** Draws a quarter of a circle, whose centre is in the corner that points inwards. */
  private static VipsImage cornered(VipsImage mask, int radius, int left, int top) {
    if (radius == 0) {
      return mask;
    }
    double centerX = left == 0 ? radius : 0;
    double centerY = top == 0 ? radius : 0;
    VipsScope scope = mask.scope();
    Samples places = Samples.centers(scope, radius, radius).plus(-centerX, -centerY);
    return Compositing.inserted(ellipse(places, radius, radius).toPicture(), mask, left, top);
  }

  /**
   * How much of each pixel lies in an ellipse around the origin, 0 to 255, by the distance of its
   * centre from the edge: to first order, the value of the ellipse's equation by its slope.
   */
  private static Samples ellipse(Samples places, double halfWidth, double halfHeight) {
    Samples unit = places.times(1 / halfWidth, 1 / halfHeight);
    Samples slope = unit.times(1 / halfWidth, 1 / halfHeight).length().times(2).plus(TINY);
    Samples value = unit.length();
    Samples distance = value.times(value).plus(-1).over(slope);
    return distance.linear(new double[] {-OPAQUE}, OPAQUE / 2);
  }

  private static VipsImage masked(VipsImage image, VipsImage mask) {
    if (!image.hasAlpha()) {
      return image.join(mask);
    }
    Samples alpha = Samples.of(image.alpha()).times(Samples.of(mask)).times(1 / OPAQUE);
    return image.colors().join(alpha.toPicture());
  }
}
