package io.tintype.render;

import io.tintype.bytes.ImageBytes;
import io.tintype.model.ImageFormat;
import io.tintype.plan.EncoderSettings;
import io.tintype.plan.Writing;
import io.tintype.vips.Vips;
import io.tintype.vips.VipsException;
import io.tintype.vips.VipsImage;
import io.tintype.vips.VipsScope;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Writes a picture once more, with efforts that nobody would wait for, and looks at the result: it
 * is worth something only if it is smaller and, in its similarity to the pixels, no worse.
 */
final class Refiner {
  /** What cannot be stopped takes some seconds at most. */
  private static final long MOST_UNSTOPPABLE = 500_000;

  private static final int AVIF_EFFORT = 5;
  private static final int WEBP_EFFORT = 6;
  private static final int QUANTISER_EFFORT = 7;
  private static final int ZLIB_LEVEL = 9;
  private static final int BEST = 100;

  /** Points of quality that more effort may save, or has to be given for it, smallest first. */
  private static final List<Integer> AVIF_POINTS = List.of(-4, -2, 0);

  private static final List<Integer> WEBP_POINTS = List.of(0, 1, 2);
  private static final List<Integer> JPEG_POINTS = List.of(0, 2, 4);

  private final Vips vips;
  private final FormatWriter formats;
  private final Checkpoint checkpoint;
  private final VipsImage image;

  /**
   * Refines one picture.
   *
   * @param image in memory, with the header of its result
   */
  Refiner(Vips vips, FormatWriter formats, Checkpoint checkpoint, VipsImage image) {
    this.vips = vips;
    this.formats = formats;
    this.checkpoint = checkpoint;
    this.image = image;
  }

  /**
   * Something better than what was written as usual, if there is.
   *
   * @param usual stays the caller's, as does what comes out
   */
  Optional<ImageBytes> better(ImageFormat format, Writing writing, ImageBytes usual) {
    List<Writing> attempts = attempts(format, writing);
    boolean comparable = Similarity.covers(image.width(), image.height());
    if (attempts.isEmpty() || !comparable) {
      return Optional.empty();
    }
    try {
      Similarity similarity = new Similarity(Luma.of(image));
      double wanted = similarity.to(read(format, usual));
      for (Writing attempt : attempts) {
        checkpoint.check();
        ImageBytes written = formats.write(image, format, attempt, false);
        if (isBetter(written, format, usual.size(), similarity, wanted)) {
          return Optional.of(written);
        }
      }
    } catch (VipsException unreadable) {
      // A library may write a format that it cannot read; a picture that was stopped says so here.
      checkpoint.check();
    }
    return Optional.empty();
  }

  /** Closes what is not better. */
  private boolean isBetter(
      ImageBytes written, ImageFormat format, long size, Similarity similarity, double wanted) {
    boolean better = false;
    try {
      better = written.size() < size && similarity.to(read(format, written)) >= wanted;
    } finally {
      if (!better) {
        written.close();
      }
    }
    return better;
  }

  private List<Writing> attempts(ImageFormat format, Writing usual) {
    long pixels = (long) image.width() * image.height();
    boolean stoppable =
        format != ImageFormat.AVIF && !(format == ImageFormat.PNG && usual.palette());
    if (!stoppable && pixels > MOST_UNSTOPPABLE) {
      return List.of();
    }
    return switch (format) {
      case AVIF -> around(usual, AVIF_POINTS);
      case WEBP -> usual.lossless() ? List.of() : around(usual, WEBP_POINTS);
      case JPEG -> around(usual, JPEG_POINTS);
      case PNG -> Stream.of(true, false).map(filters -> careful(usual, filters)).toList();
      case GIF, TIFF, SVG, HEIC, JXL, PSD, BMP, ICO -> List.of();
    };
  }

  private static List<Writing> around(Writing usual, List<Integer> points) {
    Writing careful = careful(usual, false);
    return points.stream()
        .map(more -> careful.of(Math.clamp(usual.quality() + more, 1, BEST)))
        .toList();
  }

  private static Writing careful(Writing usual, boolean filters) {
    EncoderSettings encoders = usual.encoders();
    return usual.with(
        new EncoderSettings(
            OptionalInt.of(AVIF_EFFORT),
            WEBP_EFFORT,
            true,
            new EncoderSettings.Zlib(ZLIB_LEVEL, filters),
            new EncoderSettings.Quantiser(QUANTISER_EFFORT, encoders.png().dither()),
            encoders.gif(),
            false));
  }

  private Luma read(ImageFormat format, ImageBytes written) {
    try (VipsScope scope = vips.openScope()) {
      return Luma.of(scope.operation(loader(format)).bytes("buffer", written).toImage());
    }
  }

  private static String loader(ImageFormat format) {
    return QualityScale.of(format).map(QualityScale::loader).orElse("pngload_buffer");
  }
}
