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
 * @param density whole dots per inch to state, {@link #LEAST_DENSITY} to {@link #MOST_DENSITY};
 *     arithmetic may lead elsewhere
 * @param matte put behind what is transparent where the format knows no transparency; empty = black
 */
public record Output(
    Optional<FormatChoice> wish,
    OptionalInt quality,
    Optional<Boolean> progressive,
    Optional<Boolean> lossless,
    Optional<Metadata> metadata,
    Optional<Expression> density,
    Optional<Color> matte) {
  /** Dots per inch. */
  public static final int LEAST_DENSITY = 1;

  /** Dots per inch, by ImageKit's list of parameters. */
  public static final int MOST_DENSITY = 1_200;

  /** Nothing asked for. */
  public static final Output DEFAULT =
      new Output(
          Optional.empty(),
          OptionalInt.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private static final int BEST_QUALITY = 100;

  public Output {
    quality.ifPresent(value -> Range.check("quality", value, 1, BEST_QUALITY));
    if (density.orElse(null) instanceof Expression.Constant(var dpi)) {
      Range.check("density", dpi, LEAST_DENSITY, MOST_DENSITY);
    }
  }

  /** On black. */
  public Output(
      Optional<FormatChoice> wish,
      OptionalInt quality,
      Optional<Boolean> progressive,
      Optional<Boolean> lossless,
      Optional<Metadata> metadata,
      Optional<Expression> density) {
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
        Optional.empty());
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
        others.density.or(() -> density),
        others.matte.or(() -> matte));
  }
}
