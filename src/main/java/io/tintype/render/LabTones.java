package io.tintype.render;

import io.tintype.model.Adjustment;
import io.tintype.vips.ColorSpace;
import io.tintype.vips.Samples;
import io.tintype.vips.VipsImage;

/** Changes lightness and chroma in CIE Lab; alpha stays. */
final class LabTones {
  /** C* from which a colour counts as vivid. */
  private static final double VIVID = 100;

  /** Absolute a* from which a colour is all red or all green. */
  private static final double VIVID_RED = 50;

  /** Pixels from one stripe to the next. */
  private static final int PERIOD = 8;

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

  /** Stripes fall on reds and rise on greens; the stronger the colour, the darker they are. */
  static VipsImage striped(VipsImage image, double strength) {
    Samples lab = lab(image);
    Samples redness = lab.band(LIGHTNESS).times(1 / VIVID_RED);
    Samples falling = redness.clipped().times(stripes(image, true));
    Samples rising = redness.times(-1).clipped().times(stripes(image, false));
    Samples light = falling.plus(rising).linear(new double[] {-strength}, 1);
    Samples kept = Samples.of(lab.image().bands(LIGHTNESS, CHROMA));
    return finished(image, Samples.join(lab.band(0).times(light), kept).image());
  }

  /** 1 on stripes, else 0. */
  private static Samples stripes(VipsImage image, boolean falling) {
    byte[] tile = new byte[PERIOD * PERIOD];
    for (int y = 0; y < PERIOD; y++) {
      for (int x = 0; x < PERIOD; x++) {
        boolean striped = Math.floorMod(falling ? x - y : x + y, PERIOD) < PERIOD / 2;
        tile[y * PERIOD + x] = (byte) (striped ? 1 : 0);
      }
    }
    VipsImage pattern = image.scope().picture(PERIOD, PERIOD, 1, tile);
    return Samples.of(Dithering.tiled(pattern, image.width(), image.height()));
  }

  private static Samples lab(VipsImage image) {
    return Samples.of(image.toColorSpace(ColorSpace.RGB).colors().toColorSpace(ColorSpace.LAB));
  }

  private static VipsImage finished(VipsImage image, VipsImage lab) {
    return Tones.withAlphaOf(image, lab.toColorSpace(ColorSpace.RGB).toEightBit());
  }
}
