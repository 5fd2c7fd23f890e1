package io.tintype.render;

import io.tintype.model.Metadata;
import io.tintype.vips.ColorSpace;
import io.tintype.vips.VipsException;
import io.tintype.vips.VipsImage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes every source 8-bit sRGB, or 8-bit grey if it is grey and carries no profile. It comes
 * before resampling, as sharp has it, and uses the profile before the metadata are dropped. Where
 * the profile is to be kept, an RGB picture keeps its numbers; any other is brought to sRGB all the
 * same, and has that profile from then on.
 */
final class ColorConversion {
  private static final Logger LOG = LoggerFactory.getLogger(ColorConversion.class);
  static final String PROFILE = "icc-profile-data";

  /** With transparency. */
  private static final int RGB_BANDS = 4;

  private static final int GREY_BANDS = 2;

  private ColorConversion() {}

  /**
   * Whether the picture may be resampled before its conversion, which then has fewer pixels to
   * convert: all the profile does is tell one RGB from another.
   */
  static boolean canWait(VipsImage image) {
    return image.isEightBit() && image.colorSpace() == ColorSpace.RGB && image.bands() <= RGB_BANDS;
  }

  static VipsImage toWebColors(VipsImage image, Metadata kept) {
    ColorSpace space = image.colorSpace();
    boolean staysAsItIs =
        kept != Metadata.NONE && (space == ColorSpace.RGB || space == ColorSpace.RGB_16);
    VipsImage converted = staysAsItIs ? image : byProfile(image, space);
    return withoutSurplus(
        switch (converted.colorSpace()) {
          case RGB, GREY -> converted.toEightBit();
          case GREY_16 -> converted.toColorSpace(ColorSpace.GREY);
          case CMYK -> converted.toSrgbFromCmyk();
          case RGB_16, LAB, LAB_SHORT, OTHER -> converted.toColorSpace(ColorSpace.RGB).toEightBit();
        });
  }

  /** Colours and one band of transparency: more of them mean nothing on the web. */
  private static VipsImage withoutSurplus(VipsImage image) {
    int most = image.colorSpace() == ColorSpace.GREY ? GREY_BANDS : RGB_BANDS;
    return image.bands() > most ? image.bands(0, most) : image;
  }

  /** Profiles do not apply to the 16-bit grey and Lab that libvips reads (as sharp has it). */
  private static VipsImage byProfile(VipsImage image, ColorSpace space) {
    if (!image.fields().has(PROFILE)
        || space == ColorSpace.GREY_16
        || space == ColorSpace.LAB_SHORT) {
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
