package io.tintype.render;

import io.tintype.vips.ColorSpace;
import io.tintype.vips.VipsException;
import io.tintype.vips.VipsImage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes every source 8-bit sRGB, or 8-bit grey if it is grey and carries no profile. It comes
 * before resampling, as sharp has it, and uses the profile before the metadata are dropped.
 */
final class ColorConversion {
  private static final Logger LOG = LoggerFactory.getLogger(ColorConversion.class);
  static final String PROFILE = "icc-profile-data";

  private ColorConversion() {}

  /**
   * Whether the picture may be resampled before its conversion, which then has fewer pixels to
   * convert: all the profile does is tell one RGB from another.
   */
  static boolean canWait(VipsImage image) {
    return image.isEightBit() && image.colorSpace() == ColorSpace.RGB;
  }

  static VipsImage toWebColors(VipsImage image) {
    ColorSpace space = image.colorSpace();
    VipsImage converted = byProfile(image, space);
    return switch (converted.colorSpace()) {
      case RGB, GREY -> converted.toEightBit();
      case GREY_16 -> converted.toColorSpace(ColorSpace.GREY);
      case CMYK -> converted.toSrgbFromCmyk();
      case RGB_16, LAB, LAB_SHORT, OTHER -> converted.toColorSpace(ColorSpace.RGB).toEightBit();
    };
  }

  /** Profiles do not apply to the 16-bit grey and Lab that libvips reads (as sharp has it). */
  private static VipsImage byProfile(VipsImage image, ColorSpace space) {
    if (!image.hasField(PROFILE) || space == ColorSpace.GREY_16 || space == ColorSpace.LAB_SHORT) {
      return image;
    }
    try {
      return image.toSrgbByProfile();
    } catch (VipsException unusable) {
      LOG.atDebug()
          .addKeyValue("text", unusable.logText())
          .log("an embedded profile cannot be used");
      return image;
    }
  }
}
