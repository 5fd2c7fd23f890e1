package io.tintype.render;

import io.tintype.bytes.ImageBytes;
import io.tintype.model.ImageFormat;
import io.tintype.model.Medium;
import io.tintype.plan.AutomaticQuality;
import io.tintype.plan.PlannedStep;
import io.tintype.plan.RenderPlan;
import io.tintype.plan.SettledQuality;
import io.tintype.plan.Writing;
import io.tintype.vips.ColorSpace;
import io.tintype.vips.Vips;
import io.tintype.vips.VipsImage;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Encodes the result of one job, in every format its plan asks for, and picks the smallest. */
final class Encoder {
  private static final double OPAQUE = 255;

  private final Vips vips;
  private final FormatWriter formats;
  private final RenderJob job;
  private final RenderPlan plan;
  private @Nullable ImageBytes smallest;
  private ImageFormat format = ImageFormat.PNG;
  private Optional<SettledQuality> quality = Optional.empty();

  Encoder(Vips vips, FormatWriter formats, RenderJob job, RenderPlan plan) {
    this.vips = vips;
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
    QualitySearch search = new QualitySearch(vips, formats, job.checkpoint(), image);
    try {
      for (ImageFormat candidate : how.formats()) {
        Optional<SettledQuality> settled = settled(search, candidate, how);
        Writing writing =
            settled.map(found -> how.writing().of(found.percent())).orElse(how.writing());
        job.checkpoint().check();
        offer(candidate, written(image, candidate, how, writing), settled);
      }
      refine(image, how);
      return new Encoded(taken(), new Medium.Picture(format), quality);
    } finally {
      if (smallest != null) {
        smallest.close();
      }
    }
  }

  private static Optional<SettledQuality> settled(
      QualitySearch search, ImageFormat candidate, RenderPlan.Encode how) {
    Writing writing = how.writing();
    if (QualityScale.of(candidate).isEmpty() || writing.lossless()) {
      return Optional.empty();
    }
    return how.aim()
        .map(
            aim -> {
              OptionalInt found = search.find(candidate, writing, aim);
              return found.isPresent()
                  ? new SettledQuality(aim.level(), AutomaticQuality.MEASURED, found.getAsInt())
                  : new SettledQuality(aim.level(), AutomaticQuality.TABLE, writing.quality());
            });
  }

  private ImageBytes written(
      VipsImage image, ImageFormat candidate, RenderPlan.Encode how, Writing writing) {
    if (candidate == ImageFormat.PNG && plan.frames() > 1) {
      return movingPng(image, writing);
    }
    ImageBytes written = formats.write(image, candidate, writing, reusesPalette());
    boolean mayStay = how.originalWillDo() && candidate == job.source().format();
    return mayStay ? Original.orSmaller(job.source(), writing, written) : written;
  }

  /** One frame after the other: libvips writes no animated PNGs. */
  private ImageBytes movingPng(VipsImage image, Writing writing) {
    Animation animation = Animation.of(image, plan.frames());
    int height = image.height() / animation.frames();
    VipsImage colors = opaqueIfItCan(image.toColorSpace(ColorSpace.RGB));
    int mark = image.scope().mark();
    try (MovingPng png = new MovingPng(animation)) {
      for (int frame = 0; frame < animation.frames(); frame++) {
        job.checkpoint().check();
        VipsImage one = colors.extract(0, frame * height, image.width(), height);
        png.add(formats.frame(one, writing, frame == 0));
        image.scope().release(mark, image);
      }
      return png.finish();
    }
  }

  private static VipsImage opaqueIfItCan(VipsImage image) {
    boolean opaque = image.hasAlpha() && image.alpha().operation("min").toNumber() >= OPAQUE;
    return opaque ? image.colors() : image;
  }

  private void offer(ImageFormat candidate, ImageBytes written, Optional<SettledQuality> settled) {
    if (smallest != null && written.size() >= smallest.size()) {
      written.close();
      return;
    }
    if (smallest != null) {
      smallest.close();
    }
    smallest = written;
    format = candidate;
    quality = settled;
  }

  private void refine(VipsImage image, RenderPlan.Encode how) {
    ImageBytes usual = smallest;
    if (usual == null || !how.writing().encoders().patient() || plan.frames() > 1) {
      return;
    }
    Writing writing = quality.map(found -> how.writing().of(found.percent())).orElse(how.writing());
    new Refiner(vips, formats, job.checkpoint(), image)
        .better(format, writing, usual)
        .ifPresent(
            better -> {
              usual.close();
              smallest = better;
            });
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
