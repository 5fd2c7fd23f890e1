package io.tintype.render;

import io.tintype.bytes.ImageBytes;
import io.tintype.model.Medium;
import io.tintype.model.PictureFacts;
import io.tintype.plan.RenderPlan;
import io.tintype.plan.SettledQuality;
import java.util.List;
import java.util.Optional;

/**
 * The encoded result of a job.
 *
 * @param bytes owned by the caller
 * @param medium what they are
 * @param source what it was made from
 * @param plan what was done
 * @param unmet wishes that were not met, as the URL would name them: those of the plan, then fonts
 * @param width pixels
 * @param height pixels of one frame
 * @param quality what automatic quality came to, if it was asked for and the format is lossy
 * @param transformNanos time until every pixel of the result was computed
 * @param encodeNanos time for encoding them
 */
public record RenderedImage(
    ImageBytes bytes,
    Medium medium,
    PictureFacts source,
    RenderPlan plan,
    List<String> unmet,
    int width,
    int height,
    Optional<SettledQuality> quality,
    long transformNanos,
    long encodeNanos) {
  public RenderedImage {
    unmet = List.copyOf(unmet);
  }
}
