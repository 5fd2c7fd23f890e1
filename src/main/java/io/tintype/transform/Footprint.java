package io.tintype.transform;

import io.tintype.plan.Material;
import io.tintype.plan.PlannedLayer;
import io.tintype.plan.PlannedStep;
import io.tintype.plan.RenderPlan;
import io.tintype.sniff.JobPrice;
import io.tintype.transform.BlindProbe.LayerPicture;
import java.util.List;
import java.util.Map;

/**
 * What a plan keeps in memory as a whole, beside the decoder of its source.
 *
 * @param pictures of its layers
 */
record Footprint(Map<Material.Picture, LayerPicture> pictures) {
  private static final long BYTES_PER_PIXEL = 4;

  /** The result, and a copy of it that a turn may need. */
  private static final long RESULTS = 2;

  /**
   * Adds up.
   *
   * @param sourcePixels pixels of one frame of the source
   * @param looksAtSource whether the source is decoded before the plan is made
   * @return bytes
   */
  long bytes(RenderPlan plan, long sourcePixels, boolean looksAtSource) {
    long result = (long) plan.width() * plan.height() * plan.frames();
    long kept = looksAtSource || keepsPicture(plan.steps()) ? sourcePixels : 0;
    return BYTES_PER_PIXEL * (RESULTS * Math.max(result, largest(plan.steps())) + kept)
        + layers(plan.steps());
  }

  private long layers(List<PlannedStep> steps) {
    long bytes = 0;
    for (PlannedStep step : steps) {
      if (step instanceof PlannedStep.Overlay(var layer)) {
        bytes += layer(layer);
      }
    }
    return bytes;
  }

  private long layer(PlannedLayer layer) {
    long size = (long) layer.width() * layer.height();
    long own = BYTES_PER_PIXEL * RESULTS * Math.max(size, largest(layer.steps()));
    return own + material(layer.material()) + layers(layer.steps());
  }

  private long material(Material material) {
    return switch (material) {
      case Material.Picture picture -> {
        LayerPicture layer = pictures.get(picture);
        yield layer == null
            ? 0
            : JobPrice.bytes(layer.preview(), layer.bytes())
                + BYTES_PER_PIXEL * layer.preview().pixels();
      }
      case Material.Block(var width, var height, _) -> BYTES_PER_PIXEL * width * height;
      case Material.Words _, Material.Source _ -> 0;
    };
  }

  /** Turning reads pixels in another order; an orientation behind a scaling turns the result. */
  private static boolean keepsPicture(List<PlannedStep> steps) {
    return (!steps.isEmpty() && !(steps.getFirst() instanceof PlannedStep.Scale))
        || steps.stream()
            .anyMatch(step -> step instanceof PlannedStep.Turn || step instanceof PlannedStep.Spin);
  }

  private static long largest(List<PlannedStep> steps) {
    return steps.stream().mapToLong(Footprint::pixels).max().orElse(0);
  }

  /** Of a step that may enlarge; 0 for the others. */
  private static long pixels(PlannedStep step) {
    return switch (step) {
      case PlannedStep.Scale(var width, var height) -> (long) width * height;
      case PlannedStep.Canvas canvas -> (long) canvas.width() * canvas.height();
      case PlannedStep.DominantCanvas canvas -> (long) canvas.width() * canvas.height();
      case PlannedStep.BlurredCanvas canvas -> pixels(canvas.cover()) + pixels(canvas.fit());
      case PlannedStep.Spin spin -> (long) spin.width() * spin.height();
      case PlannedStep.Perspective moved -> (long) moved.width() * moved.height();
      case PlannedStep.Arc arc -> (long) arc.width() * arc.height();
      case PlannedStep.Orient _,
          PlannedStep.Cut _,
          PlannedStep.Turn _,
          PlannedStep.Flip _,
          PlannedStep.Tone _,
          PlannedStep.Gradient _,
          PlannedStep.Shadow _,
          PlannedStep.Overlay _,
          PlannedStep.RoundCorners _,
          PlannedStep.Ellipse _,
          PlannedStep.Fade _,
          PlannedStep.Fill _ ->
          0;
    };
  }
}
