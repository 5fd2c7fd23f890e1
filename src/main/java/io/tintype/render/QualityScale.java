package io.tintype.render;

import io.tintype.model.ImageFormat;
import io.tintype.model.QualityChoice.Level;
import io.tintype.plan.QualityAim;
import java.util.Optional;

/**
 * What 1 to 100 means to the encoder of a lossy format. The figures are where photographs reach the
 * similarity of the levels; {@code docs/decisions/0011-automatic-quality.md} has the measurements.
 */
enum QualityScale {
  JPEG("jpegload_buffer", 0.03, 15, new int[] {87, 77, 70, 59, 47}, 3, 2.4, 2.1, 1.8, 1.55),
  WEBP("webpload_buffer", 0.03, 15, new int[] {84, 75, 69, 57, 46}, 2.1, 1.6, 1.35, 1.2, 1.1),
  AVIF("heifload_buffer", 0.05, 12, new int[] {68, 61, 57, 51, 47}, 1.7, 1.35, 1.15, 0.9, 0.75);

  private static final int WORST = 1;

  private final String loader;
  private final double steepness;
  private final int reach;

  @SuppressWarnings("ImmutableEnumChecker") // only read
  private final int[] starts;

  @SuppressWarnings("ImmutableEnumChecker") // only read
  private final double[] dear;

  /**
   * A scale.
   *
   * @param steepness how much the logarithm of what is lost falls with a point
   * @param reach points that a search may go up or down from its start
   * @param starts where to begin, by level
   * @param dear bits a pixel at the start, by level, above which a picture is unusually busy
   */
  QualityScale(String loader, double steepness, int reach, int[] starts, double... dear) {
    this.loader = loader;
    this.steepness = steepness;
    this.reach = reach;
    this.starts = starts;
    this.dear = dear;
  }

  /** Of a format that is lossy. */
  static Optional<QualityScale> of(ImageFormat format) {
    return switch (format) {
      case JPEG -> Optional.of(JPEG);
      case WEBP -> Optional.of(WEBP);
      case AVIF -> Optional.of(AVIF);
      case PNG, GIF, TIFF, SVG, HEIC, JXL, PSD, BMP, ICO -> Optional.empty();
    };
  }

  /** The operation that reads the format. */
  String loader() {
    return loader;
  }

  double steepness() {
    return steepness;
  }

  double dear(Level level) {
    return dear[level.ordinal()];
  }

  /** Where the search begins. */
  int start(QualityAim aim) {
    return within(aim, starts[aim.level().ordinal()]);
  }

  /** The nearest figure within the search's bounds. */
  int within(QualityAim aim, double percent) {
    int start = starts[aim.level().ordinal()];
    int most = this == JPEG ? Math.min(start + reach, aim.mostOfJpeg()) : start + reach;
    int least = Math.max(WORST, Math.min(start - reach, most));
    return (int) Math.round(Math.clamp(percent, least, most));
  }
}
