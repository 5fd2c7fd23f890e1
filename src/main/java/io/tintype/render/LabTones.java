package io.tintype.render;

import io.tintype.model.Adjustment;
import io.tintype.vips.ColorSpace;
import io.tintype.vips.Samples;
import io.tintype.vips.VipsImage;

/** Changes lightness and chroma in CIE Lab; alpha stays. */
final class LabTones {
  /** C* from which a colour counts as vivid. */
  private static final double VIVID = 100;

  private static final int LIGHTNESS = 1;
  private static final int CHROMA = 2;

  private LabTones() {}

  static VipsImage scaled(VipsImage image, Adjustment.LabScale wish) {
    return finished(
        image, lab(image).times(wish.lightness(), wish.chroma(), wish.chroma()).image());
  }

  /** Multiplies chroma by up to 1 plus the amount: by that for grey, by 1 for vivid colours. */
  static VipsImage enlivened(VipsImage image, double amount) {
    Samples lab = lab(image);
    Samples chroma = Samples.of(lab.image().bands(LIGHTNESS, CHROMA)).length();
    Samples dullness = chroma.linear(new double[] {-1 / VIVID}, 1).clipped();
    Samples factors = dullness.linear(new double[] {0, amount, amount}, 1, 1, 1);
    return finished(image, lab.times(factors).image());
  }

  private static Samples lab(VipsImage image) {
    return Samples.of(image.toColorSpace(ColorSpace.RGB).colors().toColorSpace(ColorSpace.LAB));
  }

  private static VipsImage finished(VipsImage image, VipsImage lab) {
    return Tones.withAlphaOf(image, lab.toColorSpace(ColorSpace.RGB).toEightBit());
  }
}
