package io.tintype.render;

import io.tintype.fault.FaultException;
import io.tintype.font.FontLibrary;
import io.tintype.model.Metadata;
import io.tintype.plan.RenderPlan;
import io.tintype.plan.SourceHeader;
import io.tintype.sandbox.Sandbox;
import io.tintype.vips.ColorSpace;
import io.tintype.vips.Vips;
import io.tintype.vips.VipsException;
import io.tintype.vips.VipsImage;
import io.tintype.vips.VipsScope;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Looks at pictures: what their header says, and their pixels after a plan for a small still copy.
 * Blocks; for worker threads only, any number of them.
 */
public final class Inspector {
  private static final String EXIF = "exif-data";

  /** A segment of a JPEG holds no more; other formats have no reason to. */
  private static final int MOST_EXIF = 1 << 16;

  private final Vips vips;
  private final SourceOpener opener;
  private final PixelCache alone = PixelCache.off();

  /** Looks at everything that is decoded here. */
  public Inspector(Vips vips) {
    this(vips, Optional.empty());
  }

  /**
   * Looks at SVG as well.
   *
   * @param sandbox where it is drawn; empty = it is refused
   */
  public Inspector(Vips vips, Optional<Sandbox> sandbox) {
    this.vips = vips;
    this.opener = new SourceOpener(vips, sandbox);
  }

  /**
   * Looks at one picture.
   *
   * @param job whose plan has one frame
   * @throws FaultException with {@code CorruptSource} if the source cannot be decoded, and with
   *     whatever the job's planning and checkpoint have against it
   * @throws VipsException if it was killed
   */
  public Inspection inspect(RenderJob job) {
    try (VipsScope scope = vips.openScope()) {
      TextPainter painter = new TextPainter(scope, FontLibrary.none(), job.larder());
      Workbench bench = new Workbench(scope, job, opener, painter, alone);
      SourceHeader header = opener.header(scope, job.source(), job.checkpoint());
      PixelProbe probe = new PixelProbe(bench, painter, Optional.empty());
      RenderPlan plan = job.planning().plan(header, probe);
      job.checkpoint().check();
      try {
        return look(bench, header, plan);
      } catch (VipsException failure) {
        job.checkpoint().check();
        throw job.brake().isPulled() ? failure : Damage.of(failure);
      } finally {
        job.brake().killSwitch().disarm();
      }
    }
  }

  private static Inspection look(Workbench bench, SourceHeader header, RenderPlan plan) {
    VipsImage loaded = bench.source(plan);
    VipsImage small = StepRunner.of(loaded, Metadata.NONE, bench).run(plan.steps());
    VipsImage rgb =
        small.colorSpace() == ColorSpace.RGB ? small : small.toColorSpace(ColorSpace.RGB);
    VipsImage pixels = rgb.hasAlpha() ? rgb : rgb.addAlpha();
    bench.job().brake().killSwitch().arm(pixels);
    return new Inspection(
        header,
        loaded.fields().has(ColorConversion.PROFILE),
        SourceOpener.density(loaded),
        ByteBuffer.wrap(pixels.toPixels()).asReadOnlyBuffer(),
        ByteBuffer.wrap(loaded.fields().bytes(EXIF, MOST_EXIF)).asReadOnlyBuffer());
  }
}
