package io.tintype.plan;

import io.tintype.model.Metadata;
import java.util.OptionalInt;

/**
 * How an encoder writes, whichever it is; what its format does not know has no effect.
 *
 * @param quality 1 to 100, for the lossy formats
 * @param lossless whether WebP keeps every pixel
 * @param progressive whether a JPEG shows coarsely at first
 * @param chroma how a JPEG keeps colour differences
 * @param palette whether a PNG is brought down to 256 colours
 * @param metadata what of the source's metadata is kept
 * @param density dots per inch a JPEG, PNG or TIFF states, 1 to 1200; empty = up to the encoder
 * @param bilevel whether a TIFF has black and white pixels only
 * @param encoders how hard encoders try
 */
public record Writing(
    int quality,
    boolean lossless,
    boolean progressive,
    Chroma chroma,
    boolean palette,
    Metadata metadata,
    OptionalInt density,
    boolean bilevel,
    EncoderSettings encoders) {
  /** In all levels, with encoders as they are by default. */
  public Writing(
      int quality,
      boolean lossless,
      boolean progressive,
      Chroma chroma,
      boolean palette,
      Metadata metadata,
      OptionalInt density) {
    this(
        quality,
        lossless,
        progressive,
        chroma,
        palette,
        metadata,
        density,
        false,
        EncoderSettings.DEFAULT);
  }

  /** The same in another quality. */
  public Writing of(int percent) {
    return new Writing(
        percent, lossless, progressive, chroma, palette, metadata, density, bilevel, encoders);
  }

  /** The same in black and white. */
  public Writing inTwoLevels() {
    return new Writing(
        quality, lossless, progressive, chroma, palette, metadata, density, true, encoders);
  }

  /** The same with other encoders. */
  public Writing with(EncoderSettings others) {
    return new Writing(
        quality, lossless, progressive, chroma, palette, metadata, density, bilevel, others);
  }

  /** Of this quality, and otherwise as plain as can be. */
  public static Writing plain(int quality) {
    return new Writing(
        quality, false, false, Chroma.FULL, false, Metadata.NONE, OptionalInt.empty());
  }
}
