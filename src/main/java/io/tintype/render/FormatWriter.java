package io.tintype.render;

import io.tintype.bytes.ImageBytes;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.ImageFormat;
import io.tintype.model.Metadata;
import io.tintype.plan.AvifEffort;
import io.tintype.plan.Chroma;
import io.tintype.plan.EncoderSettings;
import io.tintype.plan.EncodingPace;
import io.tintype.plan.Writing;
import io.tintype.vips.ColorSpace;
import io.tintype.vips.Kept;
import io.tintype.vips.Operation;
import io.tintype.vips.Vips;
import io.tintype.vips.VipsException;
import io.tintype.vips.VipsImage;
import io.tintype.vips.VipsScope;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes one picture in one format, with settings that suit answering a request. */
final class FormatWriter {
  /**
   * Lossless WebP up to this many pixels is made small, above it fast: a photo of 2.8 megapixels in
   * 0.3 instead of 4.6 s, for a tenth more bytes.
   */
  private static final long LOSSLESS_WEBP_MAX_PIXELS = 250_000;

  /** libwebp's settings for that: here quality is how hard to search. */
  private static final int FAST_WEBP_EFFORT = 0;

  private static final int FAST_WEBP_SEARCH = 20;
  private static final int SMALL_WEBP_EFFORT = 4;
  private static final int SMALL_WEBP_SEARCH = 80;
  private static final double PERCENT = 100;

  /** Of trials: faster than the usual effort, with the same quantisers. */
  private static final int TRIAL_WEBP_EFFORT = 2;

  /** Of trials: a few times as fast, and loses a little more. */
  private static final int TRIAL_AVIF_EFFORT = 0;

  private static final int TRIAL_QUALITY = 50;
  private static final int TRIAL_SIDE = 16;
  private static final Logger LOG = LoggerFactory.getLogger(FormatWriter.class);

  private final Vips vips;
  private final LearnedPace pace = new LearnedPace();

  FormatWriter(Vips vips) {
    this.vips = vips;
  }

  /**
   * Writes.
   *
   * @param image in memory, with a header that says what shall be kept of it
   * @param reusesPalette whether a GIF has no other colours than its source
   */
  ImageBytes write(VipsImage image, ImageFormat format, Writing writing, boolean reusesPalette) {
    return switch (format) {
      case JPEG -> dense(jpeg(image, writing).toBytes(), writing);
      case PNG -> png(image, writing).toBytes();
      case WEBP -> webp(image, writing).toBytes();
      case AVIF -> timed(image, writing);
      case GIF -> gif(image, writing, reusesPalette).toBytes();
      case TIFF -> tiff(image, writing).toBytes();
      case SVG, HEIC, JXL, PSD, BMP, ICO -> throw unsupported(format);
    };
  }

  /**
   * Writes a frame of an animated PNG, with all its colours.
   *
   * @param image in 8-bit sRGB
   * @param first whether it carries what is kept of the source
   */
  ImageBytes frame(VipsImage image, Writing writing, boolean first) {
    return saver(image, "pngsave_buffer", first ? kept(writing.metadata()) : Kept.NOTHING)
        .integer("compression", writing.encoders().zlib().level())
        .toBytes();
  }

  /**
   * Writes a small picture only to see what is lost: as fast as can be where that changes little of
   * what is lost, and without learning how long it takes.
   *
   * @param format JPEG, WebP or AVIF
   * @param image opaque
   */
  ImageBytes trial(VipsImage image, ImageFormat format, Writing writing) {
    return switch (format) {
      case JPEG ->
          image
              .saver("jpegsave_buffer", Kept.NOTHING)
              .integer("Q", writing.quality())
              .choice("subsample_mode", writing.chroma() == Chroma.HALF ? "on" : "off")
              .toBytes();
      case WEBP ->
          image
              .saver("webpsave_buffer", Kept.NOTHING)
              .integer("Q", writing.quality())
              .integer("effort", TRIAL_WEBP_EFFORT)
              .toBytes();
      case AVIF -> avif(image, writing, TRIAL_AVIF_EFFORT).toBytes();
      case PNG, GIF, TIFF, SVG, HEIC, JXL, PSD, BMP, ICO -> throw unsupported(format);
    };
  }

  /** How long it takes, as far as is known. */
  EncodingPace pace() {
    return pace;
  }

  /** Tries the format on a small picture: an encoder may be there, but the codec behind it not. */
  boolean canWrite(ImageFormat format) {
    Writing plain = Writing.plain(TRIAL_QUALITY);
    List<Writing> ways =
        format == ImageFormat.TIFF ? List.of(plain, plain.inTwoLevels()) : List.of(plain);
    try (VipsScope scope = vips.openScope()) {
      VipsImage small = scope.black(TRIAL_SIDE);
      ways.forEach(way -> write(small, format, way, false).close());
      return true;
    } catch (VipsException | FaultException missing) {
      LOG.atWarn()
          .addKeyValue("format", format.mediaType())
          .addKeyValue("libvips", vips.version())
          .addKeyValue("text", missing.getMessage())
          .log("libvips cannot write a format, which will not be offered");
      return false;
    }
  }

  /** The tables of the JPEG standard at libjpeg's quality. */
  private Operation jpeg(VipsImage image, Writing writing) {
    Operation plain = plainJpeg(image, writing);
    return writing.encoders().trellis()
        ? plain.flag("trellis_quant", true).flag("overshoot_deringing", true)
        : plain;
  }

  private Operation plainJpeg(VipsImage image, Writing writing) {
    return saver(image, "jpegsave_buffer", writing)
        .integer("Q", writing.quality())
        .flag("optimize_coding", true)
        .flag("interlace", writing.progressive())
        .choice("subsample_mode", writing.chroma() == Chroma.HALF ? "on" : "off");
  }

  private static ImageBytes dense(ImageBytes jpeg, Writing writing) {
    return writing.density().isPresent()
        ? JfifHeader.stating(writing.density().getAsInt(), jpeg)
        : jpeg;
  }

  /** A grey picture has no more than 256 colours anyway. */
  private Operation png(VipsImage image, Writing writing) {
    EncoderSettings encoders = writing.encoders();
    Operation saver =
        saver(image, "pngsave_buffer", writing).integer("compression", encoders.zlib().level());
    boolean palette =
        writing.palette() && (image.colorSpace() != ColorSpace.GREY || image.hasAlpha());
    return palette
        ? saver
            .flag("palette", true)
            .integer("Q", writing.quality())
            .integer("effort", encoders.png().effort())
            .number("dither", encoders.png().dither() / PERCENT)
        : saver.choice("filter", encoders.zlib().filters() ? "all" : "none");
  }

  private Operation webp(VipsImage image, Writing writing) {
    Operation saver = saver(image, "webpsave_buffer", writing);
    if (!writing.lossless()) {
      return saver.integer("Q", writing.quality()).integer("effort", writing.encoders().webp());
    }
    boolean small = pixels(image) <= LOSSLESS_WEBP_MAX_PIXELS;
    return saver
        .flag("lossless", true)
        .integer("Q", small ? SMALL_WEBP_SEARCH : FAST_WEBP_SEARCH)
        .integer("effort", small ? SMALL_WEBP_EFFORT : FAST_WEBP_EFFORT);
  }

  private Operation avif(VipsImage image, Writing writing, int effort) {
    return saver(image, "heifsave_buffer", writing)
        .integer("Q", AvifEffort.quality(writing.quality(), effort))
        .choice("compression", "av1")
        .integer("effort", effort)
        .integer("bitdepth", Byte.SIZE)
        .choice("subsample_mode", "on");
  }

  private ImageBytes timed(VipsImage image, Writing writing) {
    long pixels = pixels(image);
    int effort = writing.encoders().avifEffort(pixels);
    Operation avif = avif(image, writing, effort);
    long start = System.nanoTime();
    ImageBytes written = avif.toBytes();
    pace.learn(pixels, effort, System.nanoTime() - start);
    return written;
  }

  private static long pixels(VipsImage image) {
    return (long) image.width() * image.height();
  }

  private Operation gif(VipsImage image, Writing writing, boolean reuse) {
    EncoderSettings.Quantiser quantiser = writing.encoders().gif();
    Operation saver =
        saver(image, "gifsave_buffer", writing).integer("effort", quantiser.effort());
    return reuse
        ? saver.flag("reuse", true).number("dither", 0)
        : saver.number("dither", quantiser.dither() / PERCENT);
  }

  /** Bits are set from half of white on. */
  private Operation tiff(VipsImage image, Writing writing) {
    return writing.bilevel()
        ? saver(image.toColorSpace(ColorSpace.GREY), "tiffsave_buffer", writing)
            .choice("compression", "ccittfax4")
            .integer("bitdepth", 1)
        : saver(image, "tiffsave_buffer", writing)
            .choice("compression", "lzw")
            .choice("predictor", "horizontal");
  }

  private Operation saver(VipsImage image, String nickname, Writing writing) {
    return saver(image, nickname, kept(writing.metadata()));
  }

  private Operation saver(VipsImage image, String nickname, Kept kept) {
    if (!vips.has(nickname)) {
      throw new FaultException(
          new Fault.UnsupportedOutput(
              "This gateway's image library lacks the encoder %s.".formatted(nickname)));
    }
    return image.saver(nickname, kept);
  }

  private static Kept kept(Metadata metadata) {
    return switch (metadata) {
      case NONE -> Kept.NOTHING;
      case PROFILE -> Kept.PROFILE;
      case ALL -> Kept.EVERYTHING;
    };
  }

  private static FaultException unsupported(ImageFormat format) {
    return new FaultException(
        new Fault.UnsupportedOutput("%s is not encoded.".formatted(format.mediaType())));
  }
}
