package io.tintype.plan;

import java.util.OptionalInt;

/**
 * How hard an endpoint's encoders try. What they are by default, and why, says {@code
 * docs/decisions/0006-encoder-settings.md}.
 *
 * @param avif effort of AVIF, 0 to {@link AvifEffort#HIGHEST}; empty = the larger, the less
 * @param webp effort of lossy WebP, 0 to 6
 * @param trellis whether the coefficients of JPEGs are chosen by what they cost (mozjpeg)
 * @param zlib how a PNG is packed
 * @param png how colours become few in a PNG
 * @param gif how colours become few in a GIF that cannot have the palette of its source
 * @param patient whether what is written as usual is tried once more, with all effort, and replaced
 *     by what is smaller and no worse
 */
public record EncoderSettings(
    OptionalInt avif,
    int webp,
    boolean trellis,
    Zlib zlib,
    Quantiser png,
    Quantiser gif,
    boolean patient) {
  /** libwebp's default; 6 costs twice the time for 4 % fewer bytes. */
  public static final int WEBP_EFFORT = 4;

  /** zlib's default; 9 costs a fifth more time for 3 % fewer bytes. */
  public static final int PNG_COMPRESSION = 6;

  /** The fastest of libimagequant's that looks at every colour; 7, the default, takes six times. */
  public static final int QUANTISER_EFFORT = 1;

  /** As libvips has it. */
  public static final int GIF_DITHER = 100;

  /** With full dithering, PNGs are an eighth larger than those of more effort, and less similar. */
  public static final int PNG_DITHER = 50;

  /** What suits answering requests. */
  public static final EncoderSettings DEFAULT =
      new EncoderSettings(
          OptionalInt.empty(),
          WEBP_EFFORT,
          false,
          new Zlib(PNG_COMPRESSION, false),
          new Quantiser(QUANTISER_EFFORT, PNG_DITHER),
          new Quantiser(QUANTISER_EFFORT, GIF_DITHER),
          false);

  /**
   * How a PNG is packed.
   *
   * @param level 0 to 9
   * @param filters whether the best filter is looked for, line by line
   */
  public record Zlib(int level, boolean filters) {}

  /**
   * How many colours become few.
   *
   * @param effort 1 to 10
   * @param dither how much of the error is spread over neighbours, 0 to 100 per cent
   */
  public record Quantiser(int effort, int dither) {}

  /** The effort for an AVIF of so many pixels. */
  public int avifEffort(long pixels) {
    return avif.orElseGet(() -> AvifEffort.of(pixels));
  }

  /** The same with patience. */
  public EncoderSettings patiently() {
    return new EncoderSettings(avif, webp, trellis, zlib, png, gif, true);
  }
}
