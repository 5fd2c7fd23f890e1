package io.tintype.render;

import io.tintype.model.Color;
import io.tintype.plan.PlannedStep;
import io.tintype.plan.PlannedStep.DominantCanvas;
import io.tintype.plan.PlannedStep.ReplaceColor;
import io.tintype.plan.PlannedStep.StretchContrast;
import io.tintype.vips.VipsImage;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Steps that look at colours before they change any. Of an animation they look at all frames
 * together and then do the same to each: measured frame by frame, what does not move would flicker.
 */
final class Exposure {
  private final VipsImage settled;
  private final int frames;
  private final Darkroom darkroom;

  /**
   * For frames one below the other.
   *
   * @param settled in memory
   */
  Exposure(VipsImage settled, int frames, Darkroom darkroom) {
    this.settled = settled;
    this.frames = frames;
    this.darkroom = darkroom;
  }

  /** What a step does to one frame that is in memory. */
  UnaryOperator<VipsImage> treatment(PlannedStep.Measuring step) {
    return switch (step) {
      case StretchContrast _ -> contrast();
      case DominantCanvas canvas -> canvas(canvas);
      case ReplaceColor wish -> replacement(wish);
      case PlannedStep.Adjust(var adjustment) ->
          Adjustments.treatment(adjustment, settled, darkroom);
    };
  }

  private UnaryOperator<VipsImage> contrast() {
    Optional<Tones.Range> range = Tones.range(settled, darkroom);
    return frame -> range.map(found -> Tones.stretched(frame, found)).orElse(frame);
  }

  private UnaryOperator<VipsImage> canvas(DominantCanvas canvas) {
    List<Color> corners = CanvasColors.corners(DominantColors.of(settled, frames), canvas);
    return frame -> Backdrops.dominant(frame, canvas, corners);
  }

  private UnaryOperator<VipsImage> replacement(ReplaceColor wish) {
    Optional<Color> from = wish.from().or(() -> DominantColors.of(settled, frames).everywhere());
    return frame -> from.map(color -> ColorReplacement.replaced(frame, color, wish)).orElse(frame);
  }
}
