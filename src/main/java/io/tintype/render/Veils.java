package io.tintype.render;

import io.tintype.model.Adjustment;
import io.tintype.vips.ColorSpace;
import io.tintype.vips.Samples;
import io.tintype.vips.VipsImage;

/** Makes parts of a picture darker or clear. */
final class Veils {
  private static final double OPAQUE = 255;

  /** Beyond the tolerance, colours become opaque over this share of it. */
  private static final double SOFT_SHARE = 0.2;

  /** And over at least this distance in CIE Lab, which is what an eye just notices. */
  private static final double SOFT_LEAST = 1;

  private Veils() {}

  /** Darker with the square of the distance from the middle, most in the corners. */
  static VipsImage vignette(VipsImage image, double strength) {
    int width = image.width();
    int height = image.height();
    double corner = Math.sqrt(2);
    Samples distance =
        Samples.centers(image.scope(), width, height)
            .plus(-width / 2.0, -height / 2.0)
            .times(corner / width, corner / height)
            .length();
    Samples light = distance.times(distance).linear(new double[] {-strength}, 1);
    VipsImage colors = Samples.of(image.colors()).times(light).toPicture();
    return Tones.withAlphaOf(image, colors);
  }

  /** Opaque from a distance from the edges on. */
  static VipsImage faded(VipsImage image, Adjustment.FadeEdges wish) {
    Samples place =
        Samples.centers(image.scope(), image.width(), image.height()).band(wish.vertical() ? 1 : 0);
    int side = wish.vertical() ? image.height() : image.width();
    Samples share = place.linear(new double[] {0}, 1);
    if (wish.near()) {
      share = share.times(risen(place, wish));
    }
    if (wish.far()) {
      share = share.times(risen(place.linear(new double[] {-1}, side), wish));
    }
    return masked(image, share);
  }

  /** Clear where a colour is close to the wish's. */
  static VipsImage cleared(VipsImage image, Adjustment.ClearColor wish) {
    VipsImage colors = image.toColorSpace(ColorSpace.RGB).colors();
    double[] key = Lab.of(wish.color());
    Samples distance =
        Samples.of(colors.toColorSpace(ColorSpace.LAB)).plus(-key[0], -key[1], -key[2]).length();
    double soft = Math.max(SOFT_LEAST, wish.tolerance() * SOFT_SHARE);
    return masked(
        image, distance.linear(new double[] {1 / soft}, -wish.tolerance() / soft).clipped());
  }

  /** Clear where the picture is less opaque. */
  static VipsImage clearedBelow(VipsImage image, double opacity) {
    if (!image.hasAlpha()) {
      return image;
    }
    return masked(image, Samples.of(image.alpha()).atLeast(opacity * OPAQUE));
  }

  private static Samples risen(Samples fromEdge, Adjustment.FadeEdges wish) {
    return fromEdge.times(1 / wish.pixels()).clipped().power(wish.exponent());
  }

  /** Alpha times a share from 0 to 1. */
  private static VipsImage masked(VipsImage image, Samples share) {
    Samples alpha = image.hasAlpha() ? Samples.of(image.alpha()).times(share) : share.times(OPAQUE);
    return image.colors().join(alpha.toPicture());
  }
}
