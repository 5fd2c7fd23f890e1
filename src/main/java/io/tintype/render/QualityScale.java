package io.tintype.render;

import io.tintype.model.ImageFormat;
import io.tintype.model.QualityChoice.Level;
import io.tintype.plan.QualityAim;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What 1 to 100 means to the encoder of a lossy format. The figures are where photographs reach the
 * similarity of the levels; {@code docs/decisions/0011-automatic-quality.md} has the measurements.
 */
enum QualityScale {
  JPEG(
      "jpegload_buffer",
      0.03,
      15,
      Map.of(
          Level.BEST, new Start(87, 3),
          Level.SENSITIVE, new Start(77, 2.4),
          Level.GOOD, new Start(70, 2.1),
          Level.ECO, new Start(59, 1.8),
          Level.LOW, new Start(47, 1.55))),
  WEBP(
      "webpload_buffer",
      0.03,
      15,
      Map.of(
          Level.BEST, new Start(84, 2.1),
          Level.SENSITIVE, new Start(75, 1.6),
          Level.GOOD, new Start(69, 1.35),
          Level.ECO, new Start(57, 1.2),
          Level.LOW, new Start(46, 1.1))),
  AVIF(
      "heifload_buffer",
      0.05,
      12,
      Map.of(
          Level.BEST, new Start(68, 1.7),
          Level.SENSITIVE, new Start(61, 1.35),
          Level.GOOD, new Start(57, 1.15),
          Level.ECO, new Start(51, 0.9),
          Level.LOW, new Start(47, 0.75)));

  private static final int WORST = 1;

  private final String loader;
  private final double steepness;
  private final int reach;

  @SuppressWarnings("ImmutableEnumChecker") // made by Map.of
  private final Map<Level, Start> starts;

  /**
   * A scale.
   *
   * @param steepness how much the logarithm of what is lost falls with a point
   * @param reach points that a search may go up or down from its start
   */
  QualityScale(String loader, double steepness, int reach, Map<Level, Start> starts) {
    this.loader = loader;
    this.steepness = steepness;
    this.reach = reach;
    this.starts = starts;
  }

  /**
   * Where the search for a level begins.
   *
   * @param quality tried first
   * @param dear bits a pixel at that quality above which a picture is unusually busy
   */
  private record Start(int quality, double dear) {}

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
    return startOf(level).dear();
  }

  /** Where the search begins. */
  int start(QualityAim aim) {
    return within(aim, startOf(aim.level()).quality());
  }

  /** The nearest figure within the search's bounds. */
  int within(QualityAim aim, double percent) {
    int start = startOf(aim.level()).quality();
    int most = this == JPEG ? Math.min(start + reach, aim.mostOfJpeg()) : start + reach;
    int least = Math.max(WORST, Math.min(start - reach, most));
    return (int) Math.round(Math.clamp(percent, least, most));
  }

  private Start startOf(Level level) {
    return Objects.requireNonNull(starts.get(level));
  }
}
