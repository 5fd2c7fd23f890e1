package io.tintype.model;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the encoded result should be, as far as the URL says so; what is empty is up to the
 * endpoint.
 *
 * @param wish the wished-for format; empty = not said
 * @param quality 1 to 100; the endpoint's default only ever lowers the quality of a source
 * @param progressive whether a JPEG shows coarsely at first
 * @param lossless whether WebP and PNG keep every pixel
 * @param metadata what of the source's metadata is kept
 * @param density dots per inch to state, 1 to 1200
 * @param matte put behind what is transparent where the format knows no transparency; empty = black
 */
public record Output(
    Optional<FormatChoice> wish,
    OptionalInt quality,
    Optional<Boolean> progressive,
    Optional<Boolean> lossless,
    Optional<Metadata> metadata,
    OptionalInt density,
    Optional<Color> matte) {
  /** Nothing asked for. */
  public static final Output DEFAULT =
      new Output(
          Optional.empty(),
          OptionalInt.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          OptionalInt.empty());

  private static final int BEST_QUALITY = 100;
  private static final int DENSEST = 1200;

  public Output {
    quality.ifPresent(value -> Range.check("quality", value, 1, BEST_QUALITY));
    density.ifPresent(value -> Range.check("density", value, 1, DENSEST));
  }

  /** On black. */
  public Output(
      Optional<FormatChoice> wish,
      OptionalInt quality,
      Optional<Boolean> progressive,
      Optional<Boolean> lossless,
      Optional<Metadata> metadata,
      OptionalInt density) {
    this(wish, quality, progressive, lossless, metadata, density, Optional.empty());
  }

  /** Format and quality only. */
  public Output(FormatChoice format, OptionalInt quality) {
    this(
        format.equals(FormatChoice.AUTOMATIC) ? Optional.empty() : Optional.of(format),
        quality,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty());
  }

  /** The format to deliver. */
  public FormatChoice format() {
    return wish.orElse(FormatChoice.AUTOMATIC);
  }

  /** These wishes, where the others say nothing. */
  public Output overriddenBy(Output others) {
    return new Output(
        others.wish.or(() -> wish),
        others.quality.isPresent() ? others.quality : quality,
        others.progressive.or(() -> progressive),
        others.lossless.or(() -> lossless),
        others.metadata.or(() -> metadata),
        others.density.isPresent() ? others.density : density,
        others.matte.or(() -> matte));
  }
}
