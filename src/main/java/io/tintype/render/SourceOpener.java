package io.tintype.render;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.ImageFormat;
import io.tintype.plan.SourceHeader;
import io.tintype.sandbox.Sandbox;
import io.tintype.vips.Operation;
import io.tintype.vips.Vips;
import io.tintype.vips.VipsException;
import io.tintype.vips.VipsImage;
import io.tintype.vips.VipsScope;
import java.util.Optional;
import java.util.OptionalInt;

/** Opens sources: only by the loader of the format their first bytes say. */
final class SourceOpener {
  static final String PAGES = "n-pages";

  /**
   * What makes a loader fail: truncated files, and errors behind which the rest of the picture is
   * lost or made up. Not warnings: photographs with a stray byte between two markers are common,
   * and every browser shows them.
   */
  private static final String FAIL_ON = "error";

  private static final double MILLIMETRES_PER_INCH = 25.4;

  private final Vips vips;
  private final Optional<Sandbox> sandbox;

  /**
   * Creates an opener.
   *
   * @param sandbox where SVG is drawn; empty = it is refused
   */
  SourceOpener(Vips vips, Optional<Sandbox> sandbox) {
    this.vips = vips;
    this.sandbox = sandbox;
  }

  /**
   * Reads the header only: of an animation that of the first frame, of a page that of the page.
   *
   * @param checkpoint asked while a document is looked at elsewhere
   * @throws FaultException also if there is no such page
   */
  SourceHeader header(VipsScope scope, RenderSource source, Checkpoint checkpoint) {
    if (source.format() == ImageFormat.SVG) {
      return drawingHeader(source, checkpoint);
    }
    VipsImage first = run(loader(scope, source));
    int pages = Math.max(1, first.fields().integer(PAGES).orElse(1));
    boolean moves = source.format().animates() && source.page().isEmpty();
    VipsImage wanted = first;
    if (source.page().isPresent()) {
      checkPage(source.page().getAsInt(), pages);
      wanted = run(turned(loader(scope, source), source));
    }
    return new SourceHeader(
        source.format(),
        wanted.width(),
        wanted.height(),
        moves ? pages : 1,
        wanted.hasAlpha(),
        wanted.orientation(),
        source.quality(),
        density(wanted).orElse((int) SourceHeader.USUAL_DENSITY),
        source.focus());
  }

  private SourceHeader drawingHeader(RenderSource source, Checkpoint checkpoint) {
    Sandbox.Natural natural = drawing(source).measure(source.bytes(), checkpoint::check);
    source.page().ifPresent(page -> checkPage(page, 1));
    return new SourceHeader(
            source.format(), natural.width(), natural.height(), 1, true, 1, source.quality())
        .withFocus(source.focus());
  }

  private Sandbox drawing(RenderSource source) {
    return sandbox.orElseThrow(() -> unsupported(source));
  }

  /** Dots per inch; libvips takes one pixel per millimetre for a picture that says nothing. */
  static OptionalInt density(VipsImage image) {
    double resolution = image.resolution();
    return resolution > 1
        ? OptionalInt.of((int) Math.round(resolution * MILLIMETRES_PER_INCH))
        : OptionalInt.empty();
  }

  private static void checkPage(int page, int pages) {
    if (page > pages) {
      throw new FaultException(
          new Fault.InvalidArgument(
              "page", Integer.toString(page), "a page from 1 to %d".formatted(pages)));
    }
  }

  /**
   * Opens a source, at its page if it has one; it can be read once, from top to bottom.
   *
   * @param shrink factor by which the decoder shrinks, 1 = not
   * @param frames how many frames are loaded
   * @param checkpoint asked while a document is drawn elsewhere
   */
  VipsImage open(
      VipsScope scope, RenderSource source, double shrink, int frames, Checkpoint checkpoint) {
    if (source.format() == ImageFormat.SVG) {
      return drawing(source).draw(scope, source.bytes(), shrink, checkpoint::check);
    }
    Operation loader = turned(loader(scope, source), source);
    if (shrink > 1) {
      shrink(loader, source.format(), shrink);
    }
    if (frames > 1) {
      loader.integer("n", frames);
    }
    return run(loader);
  }

  /** The first page is what every loader loads, also one that knows of no pages. */
  private static Operation turned(Operation loader, RenderSource source) {
    int page = source.page().orElse(1);
    return page > 1 ? loader.integer("page", page - 1) : loader;
  }

  private static void shrink(Operation loader, ImageFormat format, double factor) {
    if (format == ImageFormat.JPEG) {
      loader.integer("shrink", (int) factor);
    } else {
      loader.number("scale", 1 / factor);
    }
  }

  private Operation loader(VipsScope scope, RenderSource source) {
    String nickname = nickname(source.format());
    if (nickname.isEmpty() || !vips.has(nickname)) {
      throw unsupported(source);
    }
    return scope
        .operation(nickname)
        .bytes("buffer", source.bytes())
        .choice("access", "sequential")
        .choice("fail_on", FAIL_ON);
  }

  private static FaultException unsupported(RenderSource source) {
    return new FaultException(
        new Fault.UnsupportedSource(
            "The source is of type %s, which is not decoded."
                .formatted(source.format().mediaType())));
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
