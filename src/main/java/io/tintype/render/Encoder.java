package io.tintype.render;

import io.tintype.bytes.ImageBytes;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.ImageFormat;
import io.tintype.plan.PlannedStep;
import io.tintype.plan.RenderPlan;
import io.tintype.vips.Operation;
import io.tintype.vips.Vips;
import io.tintype.vips.VipsException;
import io.tintype.vips.VipsImage;
import io.tintype.vips.VipsScope;
import java.util.List;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes results, without metadata and with settings that suit answering a request. */
final class Encoder {
  /** libwebp's default; 6 costs twice the time for 4 % fewer bytes. */
  private static final int WEBP_EFFORT = 4;

  /** A quarter of the time of libvips' default of 4, for the same bytes and 0.002 less SSIM. */
  private static final int AVIF_EFFORT = 3;

  /** Larger pictures than this are encoded faster: nothing stops the encoder once it runs. */
  private static final long AVIF_CAREFUL_PIXELS = 500_000;

  private static final long AVIF_FASTER_PIXELS = 1_000_000;

  /** Quantising is most of the time: a quarter of the default of 7 for two per cent more bytes. */
  private static final int GIF_EFFORT = 1;

  /** zlib's default; 9 costs a fifth more time for 3 % fewer bytes. */
  private static final int PNG_COMPRESSION = 6;

  private static final int TRIAL_QUALITY = 50;
  private static final int TRIAL_SIDE = 16;
  private static final Logger LOG = LoggerFactory.getLogger(Encoder.class);

  private final Vips vips;

  Encoder(Vips vips) {
    this.vips = vips;
  }

  /**
   * Encodes.
   *
   * @param image in memory, marked as what it is
   * @param format of the source
   */
  ImageBytes encode(VipsImage image, RenderPlan plan, ImageFormat format) {
    int quality = plan.encode().quality();
    return switch (plan.encode().format()) {
      case JPEG -> jpeg(image, quality).toBytes();
      case PNG -> saver(image, "pngsave_buffer").integer("compression", PNG_COMPRESSION).toBytes();
      case WEBP ->
          saver(image, "webpsave_buffer")
              .integer("Q", quality)
              .integer("effort", WEBP_EFFORT)
              .toBytes();
      case AVIF -> avif(image, quality).toBytes();
      case GIF -> gif(image, reusesPalette(plan, format)).toBytes();
      case TIFF, SVG, HEIC, JXL, PSD, BMP, ICO -> throw unsupported(plan.encode().format());
    };
  }

  /** Tries the format on a small picture: an encoder may be there, but the codec behind it not. */
  boolean canWrite(ImageFormat format) {
    RenderPlan plan =
        new RenderPlan(
            OptionalInt.empty(),
            1,
            1,
            List.of(),
            new RenderPlan.Encode(format, TRIAL_QUALITY),
            TRIAL_SIDE,
            TRIAL_SIDE,
            List.of());
    try (VipsScope scope = vips.openScope();
        ImageBytes written = encode(scope.black(TRIAL_SIDE), plan, format)) {
      return written.size() > 0;
    } catch (VipsException | FaultException missing) {
      LOG.atWarn()
          .addKeyValue("format", format.mediaType())
          .addKeyValue("libvips", vips.version())
          .addKeyValue("text", missing.getMessage())
          .log("libvips cannot write a format, which will not be offered");
      return false;
    }
  }

  /** Baseline, full chroma, the tables of the JPEG standard at libjpeg's quality. */
  private Operation jpeg(VipsImage image, int quality) {
    return saver(image, "jpegsave_buffer")
        .integer("Q", quality)
        .flag("optimize_coding", true)
        .choice("subsample_mode", "off");
  }

  private Operation avif(VipsImage image, int quality) {
    return saver(image, "heifsave_buffer")
        .integer("Q", quality)
        .choice("compression", "av1")
        .integer("effort", avifEffort((long) image.width() * image.height()))
        .integer("bitdepth", Byte.SIZE)
        .choice("subsample_mode", "on");
  }

  private static int avifEffort(long pixels) {
    if (pixels <= AVIF_CAREFUL_PIXELS) {
      return AVIF_EFFORT;
    }
    return pixels <= AVIF_FASTER_PIXELS ? AVIF_EFFORT - 1 : AVIF_EFFORT - 2;
  }

  private Operation gif(VipsImage image, boolean reuse) {
    Operation saver = saver(image, "gifsave_buffer").integer("effort", GIF_EFFORT);
    return reuse ? saver.flag("reuse", true).number("dither", 0) : saver;
  }

  /** The palette of the source serves again, unless a step may have brought in another colour. */
  private static boolean reusesPalette(RenderPlan plan, ImageFormat source) {
    return source == ImageFormat.GIF && plan.steps().stream().noneMatch(Encoder::bringsColor);
  }

  private static boolean bringsColor(PlannedStep step) {
    return switch (step) {
      case PlannedStep.Orient _,
          PlannedStep.Scale _,
          PlannedStep.Cut _,
          PlannedStep.Turn _,
          PlannedStep.Flip _ ->
          false;
      case PlannedStep.Canvas _,
          PlannedStep.DominantCanvas _,
          PlannedStep.BlurredCanvas _,
          PlannedStep.Spin _,
          PlannedStep.Tone _,
          PlannedStep.Perspective _,
          PlannedStep.Arc _,
          PlannedStep.Gradient _,
          PlannedStep.Shadow _,
          PlannedStep.Overlay _,
          PlannedStep.RoundCorners _,
          PlannedStep.Ellipse _,
          PlannedStep.Fade _,
          PlannedStep.Fill _ ->
          true;
    };
  }

  private Operation saver(VipsImage image, String nickname) {
    if (!vips.has(nickname)) {
      throw new FaultException(
          new Fault.UnsupportedOutput(
              "This gateway's image library lacks the encoder %s.".formatted(nickname)));
    }
    return image.saver(nickname);
  }

  private static FaultException unsupported(ImageFormat format) {
    return new FaultException(
        new Fault.UnsupportedOutput("%s is not encoded.".formatted(format.mediaType())));
  }
}
