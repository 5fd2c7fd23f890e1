package io.tintype.placeholder;

/**
 * A picture in at most 25 bytes, with its shape and transparency (<a
 * href="https://evanw.github.io/thumbhash/">ThumbHash</a>).
 */
public final class ThumbHash {
  /** The format's own bound; a larger picture is scaled down first. */
  public static final int MAX_SIDE = 100;

  private static final int BANDS = 4;

  /** Frequencies of light on the longer side; fewer where opacity takes room. */
  private static final int LIGHT_WAVES = 7;

  private static final int LIGHT_WAVES_BESIDE_ALPHA = 5;
  private static final int LIGHT_WAVES_AT_LEAST = 3;
  private static final int COLOR_WAVES = 3;
  private static final int ALPHA_WAVES = 5;

  private static final int FOUR_BITS = 15;
  private static final int FIVE_BITS = 31;
  private static final int SIX_BITS = 63;

  private ThumbHash() {}

  /**
   * Hashes a picture.
   *
   * @param width 1 to {@link #MAX_SIDE} pixels
   * @param height 1 to {@link #MAX_SIDE} pixels
   * @param rgba four bytes a pixel, row by row, alpha not premultiplied
   */
  public static byte[] encode(int width, int height, byte[] rgba) {
    if (width < 1 || width > MAX_SIDE || height < 1 || height > MAX_SIDE) {
      throw new IllegalArgumentException("size " + width + "x" + height);
    }
    if (rgba.length != width * height * BANDS) {
      throw new IllegalArgumentException(rgba.length + " bytes for " + width + "x" + height);
    }
    Opponents split = Opponents.of(rgba);
    int most = split.isClear() ? LIGHT_WAVES_BESIDE_ALPHA : LIGHT_WAVES;
    int across = waves(most, width, height);
    int down = waves(most, height, width);
    Spectrum light =
        Spectrum.of(
            split.light(),
            width,
            Math.max(LIGHT_WAVES_AT_LEAST, across),
            Math.max(LIGHT_WAVES_AT_LEAST, down));
    Spectrum yellowBlue = Spectrum.of(split.yellowBlue(), width, COLOR_WAVES, COLOR_WAVES);
    Spectrum redGreen = Spectrum.of(split.redGreen(), width, COLOR_WAVES, COLOR_WAVES);
    boolean landscape = width > height;

    BitPacker packer = new BitPacker();
    packer
        .add(light.mean(), SIX_BITS)
        .add((1 + yellowBlue.mean()) / 2, SIX_BITS)
        .add((1 + redGreen.mean()) / 2, SIX_BITS)
        .add(light.scale(), FIVE_BITS)
        .add(split.isClear())
        .add(landscape ? down : across, 3)
        .add(yellowBlue.scale(), SIX_BITS)
        .add(redGreen.scale(), SIX_BITS)
        .add(landscape);
    if (split.isClear()) {
      Spectrum alpha = Spectrum.of(split.alpha(), width, ALPHA_WAVES, ALPHA_WAVES);
      packer.add(alpha.mean(), FOUR_BITS).add(alpha.scale(), FOUR_BITS);
      add(packer, light, yellowBlue, redGreen, alpha);
    } else {
      add(packer, light, yellowBlue, redGreen);
    }
    return packer.bytes();
  }

  private static int waves(int most, int side, int other) {
    return Math.max(1, (int) Math.round((double) most * side / Math.max(side, other)));
  }

  private static void add(BitPacker packer, Spectrum... spectra) {
    for (Spectrum spectrum : spectra) {
      for (double wave : spectrum.waves()) {
        packer.add(wave, FOUR_BITS);
      }
    }
  }
}
