package io.tintype.render;

import io.tintype.plan.PlannedStep;
import io.tintype.vips.VipsImage;

/** Turns and mirrors. All but mirroring left and right reads pixels in another order. */
final class Turning {
  private Turning() {}

  /** EXIF 2.32, 4.6.5.1.6: what has to be done to see the picture upright. */
  static VipsImage upright(VipsImage image, int orientation) {
    return switch (orientation) {
      case 2 -> mirrored(image);
      case 3 -> turned(image, 2);
      case 4 -> turnedOver(image);
      case 5 -> mirrored(turned(image, 1));
      case 6 -> turned(image, 1);
      case 7 -> mirrored(turned(image, 3));
      case 8 -> turned(image, 3);
      default -> image;
    };
  }

  /** Turns clockwise by 1, 2 or 3 quarters. */
  static VipsImage turned(VipsImage image, int quarters) {
    String angle =
        switch (quarters) {
          case 1 -> "d90";
          case 2 -> "d180";
          case 3 -> "d270";
          default -> throw new IllegalArgumentException("quarters " + quarters);
        };
    return image.operation("rot").choice("angle", angle).toImage();
  }

  /** Mirrors left and right. */
  static VipsImage mirrored(VipsImage image) {
    return image.operation("flip").choice("direction", "horizontal").toImage();
  }

  /** Mirrors top and bottom. */
  static VipsImage turnedOver(VipsImage image) {
    return image.operation("flip").choice("direction", "vertical").toImage();
  }

  /**
   * Turns by any angle. The bounding box of libvips may differ from the planned one by a pixel of
   * rounding.
   *
   * @param picture sRGB, with alpha if the background is translucent
   */
  static VipsImage spun(VipsImage picture, PlannedStep.Spin spin) {
    double[] background = Canvases.samples(spin.background(), picture);
    if (!picture.hasAlpha()) {
      return fitted(spun(picture, spin.degrees(), background), spin, background);
    }
    double[] premultiplied = background.clone();
    for (int band = 0; band < premultiplied.length - 1; band++) {
      premultiplied[band] *= spin.background().alpha();
    }
    VipsImage spun = spun(picture.premultiply(), spin.degrees(), premultiplied);
    return fitted(spun.unpremultiply(), spin, background);
  }

  private static VipsImage spun(VipsImage picture, double degrees, double... background) {
    return picture
        .operation("rotate")
        .number("angle", degrees)
        .numbers("background", background)
        .toImage();
  }

  private static VipsImage fitted(VipsImage spun, PlannedStep.Spin spin, double... background) {
    if (spun.width() == spin.width() && spun.height() == spin.height()) {
      return spun;
    }
    return spun.embed(
        Math.floorDiv(spin.width() - spun.width(), 2),
        Math.floorDiv(spin.height() - spun.height(), 2),
        spin.width(),
        spin.height(),
        background);
  }
}
