package io.tintype.render;

import io.tintype.model.Adjustment;
import io.tintype.vips.VipsImage;
import java.util.function.UnaryOperator;

/** Changes pixels as an {@link Adjustment} says. */
final class Adjustments {
  private Adjustments() {}

  /** What is done without a look at the picture as a whole. */
  static VipsImage adjusted(VipsImage settled, Adjustment wish, Darkroom darkroom) {
    return switch (wish) {
      case Adjustment.Curve curve -> Curves.bent(settled, curve);
      case Adjustment.Measured measured -> treatment(measured, settled, darkroom).apply(settled);
      case Adjustment.Matrix matrix -> ColorMixing.mixed(settled, matrix);
      case Adjustment.LabScale scale -> LabTones.scaled(settled, scale);
      case Adjustment.Vibrance(var amount) -> LabTones.enlivened(settled, amount);
      case Adjustment.Value(var factor) -> Hues.valued(settled, factor);
      case Adjustment.Hue(var degrees) -> Hues.turned(settled, degrees);
      case Adjustment.BlackWhite(var threshold) -> Curves.blackWhite(settled, threshold);
      case Adjustment.Pixelate(var side) -> Blocks.pixelated(settled, side);
      case Adjustment.Vignette(var strength) -> Veils.vignette(settled, strength);
      case Adjustment.FadeEdges edges -> Veils.faded(settled, edges);
      case Adjustment.ClearColor key -> Veils.cleared(settled, key);
      case Adjustment.ClearBelow(var opacity) -> Veils.clearedBelow(settled, opacity);
      case Adjustment.Outline outline -> Outlines.drawn(settled, outline, darkroom);
      case Adjustment.Median(var radius) -> Painting.median(settled, radius);
      case Adjustment.Morphology morphology -> Extremes.changed(settled, morphology, darkroom);
      case Adjustment.Stripes(var strength) -> LabTones.striped(settled, strength);
      case Adjustment.Dither(var pattern) -> Dithering.dithered(settled, pattern);
      case Adjustment.Cartoon cartoon -> Painting.cartoon(settled, cartoon, darkroom);
    };
  }

  /**
   * What is done to each frame.
   *
   * @param all frames, one below the other, in memory
   */
  static UnaryOperator<VipsImage> treatment(Adjustment wish, VipsImage all, Darkroom darkroom) {
    return switch (wish) {
      case Adjustment.AutoLevels(var levels, var share) ->
          AutomaticLevels.treatment(levels, share, all, darkroom);
      case Adjustment.Tint tint -> Tinting.treatment(tint, all);
      default -> frame -> adjusted(frame, wish, darkroom);
    };
  }
}
