package io.tintype.model;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the encoded result should be, as far as the URL says so; what is empty is up to the
 * endpoint.
 *
 * @param wish the wished-for format; empty = not said
 * @param quality of lossy formats; the endpoint's default only ever lowers that of a source
 * @param progressive whether a JPEG shows coarsely at first
 * @param lossless whether WebP and PNG keep every pixel
 * @param metadata what of the source's metadata is kept
 * @param density whole dots per inch to state, {@link #LEAST_DENSITY} to {@link #MOST_DENSITY};
 *     arithmetic may lead elsewhere
 * @param matte put behind what is transparent where the format knows no transparency; empty = black
 */
public record Output(
    Optional<FormatChoice> wish,
    Optional<QualityChoice> quality,
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
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public Output {
    if (density.orElse(null) instanceof Expression.Constant(var dpi)) {
      Range.check("density", dpi, LEAST_DENSITY, MOST_DENSITY);
    }
  }

  /** On black. */
  public Output(
      Optional<FormatChoice> wish,
      Optional<QualityChoice> quality,
      Optional<Boolean> progressive,
      Optional<Boolean> lossless,
      Optional<Metadata> metadata,
      Optional<Expression> density) {
    this(wish, quality, progressive, lossless, metadata, density, Optional.empty());
  }

  /** Format and fixed quality only. */
  public Output(FormatChoice format, OptionalInt quality) {
    this(
        format.equals(FormatChoice.AUTOMATIC) ? Optional.empty() : Optional.of(format),
        fixed(quality),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The format to deliver. */
  public FormatChoice format() {
    return wish.orElse(FormatChoice.AUTOMATIC);
  }

  /** The only format that will do; empty = there may be others. */
  public Optional<ImageFormat> named() {
    return FormatChoice.named(format());
  }

  /** The same in another format. */
  public Output in(Optional<FormatChoice> other) {
    return new Output(other, quality, progressive, lossless, metadata, density, matte);
  }

  /** The same with another colour behind what is transparent; empty = black. */
  public Output on(Optional<Color> other) {
    return new Output(wish, quality, progressive, lossless, metadata, density, other);
  }

  /** The same, with a fixed quality where the picture would decide about it. */
  public Output atFixedQuality() {
    return new Output(
        wish,
        quality.map(choice -> new QualityChoice.Percent(choice.percent())),
        progressive,
        lossless,
        metadata,
        density,
        matte);
  }

  /** These wishes, where the others say nothing. */
  public Output overriddenBy(Output others) {
    return new Output(
        others.wish.or(() -> wish),
        others.quality.or(() -> quality),
        others.progressive.or(() -> progressive),
        others.lossless.or(() -> lossless),
        others.metadata.or(() -> metadata),
        others.density.or(() -> density),
        others.matte.or(() -> matte));
  }

  private static Optional<QualityChoice> fixed(OptionalInt percent) {
    return percent.isPresent()
        ? Optional.of(new QualityChoice.Percent(percent.getAsInt()))
        : Optional.empty();
  }
}
