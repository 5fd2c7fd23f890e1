package io.tintype.render;

import io.tintype.fault.FaultException;
import io.tintype.font.FontLibrary;
import io.tintype.model.ImageFormat;
import io.tintype.model.PictureFacts;
import io.tintype.plan.EncodingPace;
import io.tintype.plan.RenderPlan;
import io.tintype.plan.SourceHeader;
import io.tintype.sandbox.Sandbox;
import io.tintype.vips.Vips;
import io.tintype.vips.VipsException;
import io.tintype.vips.VipsImage;
import io.tintype.vips.VipsScope;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Renders jobs with libvips. Blocks; for worker threads only, any number of them. */
public final class Renderer {
  private final Vips vips;
  private final SourceOpener opener;
  private final FormatWriter formats;
  private final FontLibrary fonts;
  private final Optional<Detector> detector;
  private final PixelCache pixels;

  /** Without fonts, so that no words can be written, and with nothing that finds things. */
  public Renderer(Vips vips) {
    this(vips, FontLibrary.none(), Optional.empty());
  }

  /** That shares no pixels between jobs. */
  public Renderer(Vips vips, FontLibrary fonts, Optional<Detector> detector) {
    this(vips, fonts, detector, PixelCache.off());
  }

  /**
   * With everything.
   *
   * @param detector finds things in pictures, if there is anything that can
   * @param pixels what jobs of the same source share
   */
  public Renderer(Vips vips, FontLibrary fonts, Optional<Detector> detector, PixelCache pixels) {
    this(vips, fonts, detector, pixels, Optional.empty());
  }

  /**
   * A renderer with everything.
   *
   * @param sandbox where SVG is drawn; empty = it is refused
   */
  public Renderer(
      Vips vips,
      FontLibrary fonts,
      Optional<Detector> detector,
      PixelCache pixels,
      Optional<Sandbox> sandbox) {
    this.vips = vips;
    this.fonts = fonts;
    this.detector = detector;
    this.pixels = pixels;
    this.opener = new SourceOpener(vips, sandbox);
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
      TextPainter painter = new TextPainter(scope, fonts, job.larder());
      Workbench bench = new Workbench(scope, job, opener, painter, pixels);
      try {
        SourceHeader header = opener.header(scope, job.source(), job.checkpoint());
        RenderPlan plan = plan(bench, new PixelProbe(bench, painter, detector), header);
        job.checkpoint().check();
        VipsImage picture = transform(bench, plan);
        job.relatives().developed();
        long transformed = System.nanoTime();
        job.checkpoint().check();
        Encoded encoded = encode(picture, job, plan);
        return new RenderedImage(
            encoded.bytes(),
            encoded.medium(),
            new PictureFacts(
                header.format(), header.width(), header.height(), job.source().bytes().size()),
            plan,
            Stream.concat(plan.unmet().stream(), painter.unmet().stream()).toList(),
            picture.width(),
            picture.height() / plan.frames(),
            encoded.quality(),
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

  /** Lets threads that serve requests go first; to be called on each thread that renders. */
  public void giveWay() {
    vips.giveWay();
  }

  /** Frees what libvips keeps for the calling thread, which must not render any more. */
  public void endThread() {
    vips.shutdownThread();
  }

  private RenderPlan plan(Workbench bench, PixelProbe probe, SourceHeader header) {
    try {
      return bench.job().planning().plan(header, probe);
    } catch (VipsException failure) {
      throw blamed(bench, failure);
    }
  }

  private VipsImage transform(Workbench bench, RenderPlan plan) {
    try {
      Animation animation =
          plan.frames() == 1 ? Animation.STILL : Animation.of(bench.source(plan), plan.frames());
      return animation.mark(bench.finish(plan));
    } catch (VipsException failure) {
      throw blamed(bench, failure);
    }
  }

  private Encoded encode(VipsImage picture, RenderJob job, RenderPlan plan) {
    job.brake().killSwitch().arm(picture);
    try {
      return switch (plan.product()) {
        case RenderPlan.Encode encode ->
            new Encoder(vips, formats, job, plan).encode(picture, encode);
        case RenderPlan.Placeholder(var kind) -> PlaceholderText.of(picture, kind);
      };
    } catch (VipsException failure) {
      job.checkpoint().check();
      throw failure;
    }
  }

  /**
   * Finds out whose fault a failure is. libvips is lazy: a damaged source may fail long after it
   * was opened, and the error text says nothing reliable. So everything that was opened is decoded
   * once more, alone.
   */
  private RuntimeException blamed(Workbench bench, VipsException failure) {
    RenderJob job = bench.job();
    job.checkpoint().check();
    if (job.brake().isPulled()) {
      return failure;
    }
    for (SourcePixels.Opening opening : bench.openings()) {
      if (opening.source().format() == ImageFormat.SVG) {
        continue; // Drawn whole, or refused, when it was opened.
      }
      try (VipsScope scope = vips.openScope()) {
        VipsImage alone =
            opener.open(
                scope, opening.source(), opening.shrink(), opening.frames(), job.checkpoint());
        job.brake().killSwitch().arm(alone);
        alone.checkPixels();
      } catch (VipsException again) {
        return Damage.of(again);
      } finally {
        job.brake().killSwitch().disarm();
      }
    }
    return failure;
  }
}
