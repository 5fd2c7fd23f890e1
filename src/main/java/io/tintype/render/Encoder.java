package io.tintype.render;

import io.tintype.bytes.ImageBytes;
import io.tintype.model.ImageFormat;
import io.tintype.model.Medium;
import io.tintype.plan.PlannedStep;
import io.tintype.plan.RenderPlan;
import io.tintype.vips.VipsImage;
import org.jspecify.annotations.Nullable;

/** Encodes the result of one job, in every format its plan asks for, and picks the smallest. */
final class Encoder {
  private final FormatWriter formats;
  private final RenderJob job;
  private final RenderPlan plan;
  private @Nullable ImageBytes smallest;
  private ImageFormat format = ImageFormat.PNG;

  Encoder(FormatWriter formats, RenderJob job, RenderPlan plan) {
    this.formats = formats;
    this.job = job;
    this.plan = plan;
  }

  /**
   * Encodes.
   *
   * @param picture in memory, marked as what it is
   */
  Encoded encode(VipsImage picture, RenderPlan.Encode how) {
    VipsImage image = ResultHeader.of(picture, how.writing());
    try {
      for (ImageFormat candidate : how.formats()) {
        job.checkpoint().check();
        offer(candidate, written(image, candidate, how));
      }
      return new Encoded(taken(), new Medium.Picture(format));
    } finally {
      if (smallest != null) {
        smallest.close();
      }
    }
  }

  private ImageBytes written(VipsImage image, ImageFormat candidate, RenderPlan.Encode how) {
    ImageBytes written = formats.write(image, candidate, how.writing(), reusesPalette());
    boolean mayStay = how.originalWillDo() && candidate == job.source().format();
    return mayStay ? Original.orSmaller(job.source(), how.writing(), written) : written;
  }

  private void offer(ImageFormat candidate, ImageBytes written) {
    if (smallest == null) {
      smallest = written;
      format = candidate;
    } else if (written.size() < smallest.size()) {
      smallest.close();
      smallest = written;
      format = candidate;
    } else {
      written.close();
    }
  }

  private ImageBytes taken() {
    ImageBytes taken = smallest;
    if (taken == null) {
      throw new IllegalStateException("a plan has at least one format");
    }
    smallest = null;
    return taken;
  }

  /** The palette of the source serves again, unless a step may have brought in another colour. */
  private boolean reusesPalette() {
    return job.source().format() == ImageFormat.GIF
        && plan.steps().stream().allMatch(PlannedStep.Rearrangement.class::isInstance);
  }
}
