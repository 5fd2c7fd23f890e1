package io.tintype.transform;

import io.tintype.model.ImageFormat;
import io.tintype.plan.Material;
import io.tintype.plan.PlannedLayer;
import io.tintype.plan.PlannedStep;
import io.tintype.plan.RenderPlan;
import io.tintype.sniff.JobPrice;
import io.tintype.sniff.Preview;
import io.tintype.sniff.Sniffer;
import io.tintype.transform.BlindProbe.LayerPicture;
import java.util.List;
import java.util.Map;

/**
 * What a plan keeps in memory as a whole, beside the decoder of its source.
 *
 * @param pictures of its layers
 * @param alpha whether the source has transparency
 */
record Footprint(Map<Material.Picture, LayerPicture> pictures, boolean alpha) {
  private static final long BYTES_PER_PIXEL = 4;

  /** The result, and a copy of it that a turn may need. */
  private static final long RESULTS = 2;

  /**
   * libjpeg keeps 16-bit coefficients to find the best codes; others keep copies in their colours.
   */
  private static final long ENCODER = 8;

  /** Three channels in floating point, blurred along lines, and then across. */
  private static final long MASK = 24;

  /** Four of them, and multiplied by their alpha before. */
  private static final long MASK_WITH_ALPHA = 48;

  /** From this sigma, in pixels, a blur without bounds is made of a picture many times smaller. */
  private static final double WIDE_MASK = 8;

  private static final long WIDE = 4;

  /** 16-bit Lab. */
  private static final long LAB = 8;

  /**
   * Adds up.
   *
   * @param sourcePixels pixels of one frame of the source
   * @param looksAtSource whether the source is decoded before the plan is made
   * @return bytes
   */
  long bytes(RenderPlan plan, long sourcePixels, boolean looksAtSource) {
    long result = (long) plan.width() * plan.height() * plan.frames();
    long frame = Math.max((long) plan.width() * plan.height(), largest(plan.steps()));
    long kept = looksAtSource || keepsPicture(plan.steps()) ? sourcePixels : 0;
    return BYTES_PER_PIXEL * (RESULTS * Math.max(result, largest(plan.steps())) + kept)
        + BYTES_PER_PIXEL * frame * plan.frames() * stacks(plan)
        + ENCODER * frame
        + encoded(plan, result)
        + scratch(plan.steps(), alpha) * frame
        + layers(plan.steps());
  }

  /** The frames of a moving PNG, each a file of its own, and then all in one. */
  private static long encoded(RenderPlan plan, long pixels) {
    boolean assembled =
        plan.frames() > 1
            && plan.product() instanceof RenderPlan.Encode encode
            && encode.formats().contains(ImageFormat.PNG);
    return assembled ? BYTES_PER_PIXEL * RESULTS * pixels : 0;
  }

  /** How often all frames are kept together, because a step measures them. */
  private static long stacks(RenderPlan plan) {
    return plan.frames() == 1
        ? 0
        : plan.steps().stream()
            .filter(step -> step instanceof PlannedStep.Measuring tone && tone.measures())
            .count();
  }

  /** What the most demanding step needs besides its result, in bytes a pixel. */
  private static long scratch(List<PlannedStep> steps, boolean alpha) {
    return steps.stream().mapToLong(step -> scratch(step, alpha)).max().orElse(0);
  }

  private static long scratch(PlannedStep step, boolean alpha) {
    if (step instanceof PlannedStep.UnsharpMask mask) {
      boolean wide = mask.radius() <= 0 && mask.sigma() >= WIDE_MASK;
      if (alpha) {
        return MASK_WITH_ALPHA;
      }
      return wide ? WIDE : MASK;
    }
    return step instanceof PlannedStep.Tone || step instanceof PlannedStep.CastShadow ? LAB : 0;
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
    long most = Math.max(size, largest(layer.steps()));
    long own = (BYTES_PER_PIXEL * RESULTS + scratch(layer.steps(), true)) * most;
    return own + material(layer.material(), layer.shrink()) + layers(layer.steps());
  }

  private long material(Material material, double shrink) {
    return switch (material) {
      case Material.Picture picture -> {
        LayerPicture layer = pictures.get(picture);
        yield layer == null
            ? 0
            : JobPrice.bytes(layer.preview(), layer.bytes()) + picture(layer.preview(), shrink);
      }
      case Material.Block(var width, var height, _) -> BYTES_PER_PIXEL * width * height;
      case Material.Words _, Material.Source _ -> 0;
    };
  }

  private static long picture(Preview picture, double shrink) {
    return Sniffer.drawable(picture.format())
        ? JobPrice.drawn(picture, shrink)
        : BYTES_PER_PIXEL * picture.pixels();
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
      case PlannedStep.Tile tile -> (long) tile.width() * tile.height();
      case PlannedStep.Arc arc -> (long) arc.width() * arc.height();
      case PlannedStep.CastShadow shadow -> (long) shadow.width() * shadow.height();
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
