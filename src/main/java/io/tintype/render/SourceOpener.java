package io.tintype.render;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.ImageFormat;
import io.tintype.plan.RenderPlan;
import io.tintype.plan.SourceHeader;
import io.tintype.vips.Operation;
import io.tintype.vips.Vips;
import io.tintype.vips.VipsException;
import io.tintype.vips.VipsImage;
import io.tintype.vips.VipsScope;

/** Opens sources: only by the loader of the format their first bytes say. */
final class SourceOpener {
  static final String PAGES = "n-pages";

  /**
   * What makes a loader fail: truncated files, and errors behind which the rest of the picture is
   * lost or made up. Not warnings: photographs with a stray byte between two markers are common,
   * and every browser shows them.
   */
  private static final String FAIL_ON = "error";

  private final Vips vips;

  SourceOpener(Vips vips) {
    this.vips = vips;
  }

  /** Reads the header only: of an animation, that of the first frame. */
  SourceHeader header(VipsScope scope, RenderJob job) {
    VipsImage first = run(loader(scope, job));
    int frames =
        job.source().format().animates() ? Math.max(1, first.integerField(PAGES).orElse(1)) : 1;
    return new SourceHeader(
        job.source().format(),
        first.width(),
        first.height(),
        frames,
        first.hasAlpha(),
        first.orientation(),
        job.source().quality());
  }

  /** Opens the source as planned; it can be read once, from top to bottom. */
  VipsImage open(VipsScope scope, RenderJob job, RenderPlan plan) {
    Operation loader = loader(scope, job);
    if (plan.shrink() > 1) {
      shrink(loader, job.source().format(), plan.shrink());
    }
    if (plan.frames() > 1) {
      loader.integer("n", plan.frames());
    }
    return run(loader);
  }

  private static void shrink(Operation loader, ImageFormat format, double factor) {
    if (format == ImageFormat.JPEG) {
      loader.integer("shrink", (int) factor);
    } else {
      loader.number("scale", 1 / factor);
    }
  }

  private Operation loader(VipsScope scope, RenderJob job) {
    String nickname = nickname(job.source().format());
    if (nickname.isEmpty() || !vips.has(nickname)) {
      throw new FaultException(
          new Fault.UnsupportedSource(
              "The source is of type %s, which is not decoded."
                  .formatted(job.source().format().mediaType())));
    }
    return scope
        .operation(nickname)
        .bytes("buffer", job.source().bytes())
        .choice("access", "sequential")
        .choice("fail_on", FAIL_ON);
  }

  private static String nickname(ImageFormat format) {
    return switch (format) {
      case JPEG -> "jpegload_buffer";
      case PNG -> "pngload_buffer";
      case WEBP -> "webpload_buffer";
      case AVIF -> "heifload_buffer";
      case GIF -> "gifload_buffer";
      case TIFF -> "tiffload_buffer";
      case SVG, HEIC, JXL, PSD, BMP, ICO -> "";
    };
  }

  private static VipsImage run(Operation loader) {
    try {
      return loader.toImage();
    } catch (VipsException unreadable) {
      throw Damage.of(unreadable);
    }
  }
}
