package io.tintype.plan;

import io.tintype.model.ImageFormat;
import java.util.List;
import java.util.OptionalInt;

/**
 * A transformation resolved to integers for one source. Nothing in it needs a decision any more.
 *
 * @param page the only frame that is loaded, from 1; empty = the first, or all of them
 * @param shrink factor by which the decoder shrinks while it loads: 1, 2, 4 or 8 for a JPEG, any
 *     from 1 for a WebP; the steps count on the size as if nothing had been shrunk (the first
 *     {@link PlannedStep.Scale} or {@link PlannedStep.BlurredCanvas} says where to arrive)
 * @param frames how many frames are loaded, transformed and written; 1 for a still picture
 * @param steps in order; the first one to resample comes before every cut of its wish
 * @param encode how to write the result
 * @param width width of the result
 * @param height height of one frame of the result
 * @param unmet wishes that cannot be met for this source, as the URL would name them ({@code
 *     f-gif}, {@code fo-face})
 */
public record RenderPlan(
    OptionalInt page,
    double shrink,
    int frames,
    List<PlannedStep> steps,
    Encode encode,
    int width,
    int height,
    List<String> unmet) {
  public RenderPlan {
    steps = List.copyOf(steps);
    unmet = List.copyOf(unmet);
  }

  /**
   * How to write the result.
   *
   * @param format an {@linkplain ImageFormat#encodable() encodable} format
   * @param quality 1 to 100, for the lossy formats
   */
  public record Encode(ImageFormat format, int quality) {}
}
