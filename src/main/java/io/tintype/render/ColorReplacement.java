package io.tintype.render;

import io.tintype.model.Color;
import io.tintype.plan.PlannedStep;
import io.tintype.vips.ColorSpace;
import io.tintype.vips.Samples;
import io.tintype.vips.VipsImage;

/**
 * Replaces one colour by another in CIE Lab: it becomes exactly the other one, and its shades keep
 * how much lighter, more colourful and differently hued than it they are.
 */
final class ColorReplacement {
  /** Colours beyond the tolerance are replaced ever less over this share of it more. */
  private static final double SOFT_SHARE = 0.2;

  /** And over at least this distance, which is what an eye just notices. */
  private static final double SOFT_LEAST = 1;

  /**
   * Chroma below which a colour counts as ever more grey. Shades of a grey differ in hue by chance:
   * they get the hue of the new colour instead of being turned along with it.
   */
  private static final double GREYISH = 10;

  private ColorReplacement() {}

  /**
   * Replaces a colour.
   *
   * @param from the wish's colour, or the picture's most frequent one
   */
  static VipsImage replaced(VipsImage settled, Color from, PlannedStep.ReplaceColor wish) {
    VipsImage picture = settled.toColorSpace(ColorSpace.RGB);
    Samples lab = Samples.of(picture.colors().toColorSpace(ColorSpace.LAB));
    double[] old = Lab.of(from);
    Samples difference = lab.plus(-old[0], -old[1], -old[2]);
    double soft = Math.max(SOFT_LEAST, wish.tolerance() * SOFT_SHARE);
    Samples share =
        difference.length().linear(new double[] {-1 / soft}, 1 + wish.tolerance() / soft).clipped();
    Samples shifted = shifted(difference, old, Lab.of(wish.to()));
    Samples original = Samples.of(picture.colors());
    Samples fresh = Samples.of(shifted.image().toColorSpace(ColorSpace.RGB).colors());
    Samples mixed = original.plus(fresh.minus(original).times(share).times(wish.to().alpha()));
    return Tones.withAlphaOf(picture, mixed.toPicture());
  }

  /** Turns and stretches differences of hue and chroma as the new colour is to the old one. */
  private static Samples shifted(Samples difference, double[] old, double[] fresh) {
    double square = old[1] * old[1] + old[2] * old[2] + GREYISH * GREYISH;
    double along = (fresh[1] * old[1] + fresh[2] * old[2]) / square;
    double across = (fresh[2] * old[1] - fresh[1] * old[2]) / square;
    return difference
        .mixed(
            new double[] {1, 0, 0},
            new double[] {0, along, -across},
            new double[] {0, across, along})
        .plus(fresh);
  }
}
