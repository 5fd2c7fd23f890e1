package io.tintype.render;

import io.tintype.fault.FaultException;
import io.tintype.model.ImageFormat;
import io.tintype.model.Metadata;
import io.tintype.plan.EncodingPace;
import io.tintype.plan.Probe;
import io.tintype.plan.RenderPlan;
import io.tintype.plan.SourceHeader;
import io.tintype.vips.Vips;
import io.tintype.vips.VipsException;
import io.tintype.vips.VipsImage;
import io.tintype.vips.VipsScope;
import java.util.EnumSet;
import java.util.Set;

/** Renders jobs with libvips. Blocks; for worker threads only, any number of them. */
public final class Renderer {
  private final Vips vips;
  private final SourceOpener opener;
  private final FormatWriter formats;

  public Renderer(Vips vips) {
    this.vips = vips;
    this.opener = new SourceOpener(vips);
    this.formats = new FormatWriter(vips);
  }

  /**
   * Renders one picture: header, plan, decoding, colours, steps, encoding.
   *
   * @throws FaultException with {@code CorruptSource} if the source cannot be decoded, and with
   *     whatever the job's planning and checkpoint have against it
   * @throws VipsException if libvips fails although the source is sound, or was killed
   */
  public RenderedImage render(RenderJob job) {
    long start = System.nanoTime();
    try (VipsScope scope = vips.openScope()) {
      Probe probe = new PixelProbe();
      SourceHeader header = opener.header(scope, job);
      RenderPlan plan = job.planning().plan(header, probe);
      job.checkpoint().check();
      try {
        VipsImage picture = transform(scope, job, plan);
        long transformed = System.nanoTime();
        job.checkpoint().check();
        Encoded encoded = encode(picture, job, plan);
        return new RenderedImage(
            encoded.bytes(),
            encoded.medium(),
            plan,
            picture.width(),
            picture.height() / plan.frames(),
            transformed - start,
            System.nanoTime() - transformed);
      } finally {
        job.brake().killSwitch().disarm();
      }
    }
  }

  /** What this build of libvips writes, found out by trying: it may lack a codec. */
  public Set<ImageFormat> writableFormats() {
    Set<ImageFormat> writable = EnumSet.noneOf(ImageFormat.class);
    for (ImageFormat format : ImageFormat.values()) {
      if (format.encodable() && formats.canWrite(format)) {
        writable.add(format);
      }
    }
    return writable;
  }

  /** How long encoders take, as far as this renderer has learned. */
  public EncodingPace pace() {
    return formats.pace();
  }

  /** Frees what libvips keeps for the calling thread, which must not render any more. */
  public void endThread() {
    vips.shutdownThread();
  }

  /**
   * Computes the result's pixels. Order matters: shrinking while decoding saves most of the work;
   * colours are converted while the profile is still there, before any step that brings in a
   * colour; the frames of an animation go one after the other, so that only one is in memory.
   */
  private VipsImage transform(VipsScope scope, RenderJob job, RenderPlan plan) {
    try {
      VipsImage loaded = opener.open(scope, job, plan);
      Animation animation = Animation.of(loaded, plan.frames());
      VipsImage stepped =
          animation.moves()
              ? animation.each(
                  ColorConversion.toWebColors(loaded, kept(plan)),
                  frame -> computed(job, StepRunner.ofColored(frame, job).run(plan.steps())))
              : StepRunner.of(loaded, kept(plan), job).run(plan.steps());
      return animation.mark(computed(job, stepped));
    } catch (VipsException failure) {
      throw blamed(job, plan, failure);
    }
  }

  private Encoded encode(VipsImage picture, RenderJob job, RenderPlan plan) {
    job.brake().killSwitch().arm(picture);
    try {
      return switch (plan.product()) {
        case RenderPlan.Encode encode -> new Encoder(formats, job, plan).encode(picture, encode);
        case RenderPlan.Placeholder(var kind) -> PlaceholderText.of(picture, kind);
      };
    } catch (VipsException failure) {
      job.checkpoint().check();
      throw failure;
    }
  }

  private static Metadata kept(RenderPlan plan) {
    return plan.product() instanceof RenderPlan.Encode encode
        ? encode.writing().metadata()
        : Metadata.NONE;
  }

  private static VipsImage computed(RenderJob job, VipsImage image) {
    job.checkpoint().check();
    job.brake().killSwitch().arm(image);
    return image.inMemory();
  }

  /**
   * Finds out whose fault a failure is. libvips is lazy: a damaged source may fail long after it
   * was opened, and the error text says nothing reliable. So the source is decoded once more,
   * alone.
   */
  private RuntimeException blamed(RenderJob job, RenderPlan plan, VipsException failure) {
    job.checkpoint().check();
    if (job.brake().isPulled()) {
      return failure;
    }
    try (VipsScope scope = vips.openScope()) {
      VipsImage alone = opener.open(scope, job, plan);
      job.brake().killSwitch().arm(alone);
      alone.checkPixels();
      return failure;
    } catch (VipsException again) {
      return Damage.of(again);
    } finally {
      job.brake().killSwitch().disarm();
    }
  }
}
