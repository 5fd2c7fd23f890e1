package io.tintype.dialect.cloudinary;

import io.tintype.model.Color;
import io.tintype.model.Expression;
import io.tintype.model.FormatChoice;
import io.tintype.model.ImageFormat;
import io.tintype.model.Metadata;
import io.tintype.model.Output;
import io.tintype.model.QualityChoice;
import io.tintype.model.Step;
import java.util.List;
import java.util.Optional;

/** What a chain says about the result, wherever it says so; the last word counts. */
final class OutputDraft {
  private Optional<FormatChoice> format = Optional.empty();
  private Optional<QualityChoice> quality = Optional.empty();
  private Optional<Boolean> progressive = Optional.empty();
  private Optional<Metadata> metadata = Optional.empty();
  private Optional<Expression> density = Optional.empty();
  private Optional<Boolean> lossless = Optional.empty();
  private boolean lossy;

  /** Whether a PNG keeps all colours. */
  private boolean full;

  private boolean opaque;

  /** Whether a PNG keeps all frames. */
  private boolean moving;

  /** Whether a PNG has a palette. */
  private boolean few;

  /** Whether a TIFF is black and white. */
  private boolean bilevel;

  void format(FormatChoice choice) {
    format = Optional.of(choice);
  }

  void quality(QualityChoice wish) {
    quality = Optional.of(wish);
  }

  void progressive(boolean wanted) {
    progressive = Optional.of(wanted);
  }

  void metadata(Metadata kept) {
    metadata = Optional.of(kept);
  }

  /** What happens to colours; who keeps all that a source says keeps them, too. */
  void colors(Metadata kept) {
    metadata = metadata.filter(Metadata.ALL::equals).or(() -> Optional.of(kept));
  }

  void density(int dpi) {
    density = Optional.of(Expression.of(dpi));
  }

  void lossy() {
    lossy = true;
  }

  /** A PNG with all its colours. */
  void fullPng() {
    full = true;
  }

  /** A PNG with all its colours and without transparency. */
  void opaquePng() {
    full = true;
    opaque = true;
  }

  /** A PNG with few colours. */
  void palettePng() {
    few = true;
  }

  /** A PNG with all its frames. */
  void movingPng() {
    moving = true;
  }

  /** A TIFF in black and white. */
  void bilevelTiff() {
    bilevel = true;
  }

  /** What is done last to the picture for the sake of its file. */
  List<Step> finish(FormatChoice byExtension) {
    return opaque && isPng(format.orElse(byExtension))
        ? List.of(new Step.Flatten(Color.WHITE))
        : List.of();
  }

  private static boolean isPng(FormatChoice wish) {
    return FormatChoice.named(wish).equals(Optional.of(ImageFormat.PNG));
  }

  /** The wish in the way that flags say. */
  private FormatChoice special(FormatChoice wish) {
    if (moving && isPng(wish)) {
      return new FormatChoice.Special(FormatChoice.Form.MOVING_PNG);
    }
    if ((few || (lossy && format.isPresent())) && !full && isPng(wish)) {
      return new FormatChoice.Special(FormatChoice.Form.PALETTE_PNG);
    }
    boolean tiff = FormatChoice.named(wish).equals(Optional.of(ImageFormat.TIFF));
    return bilevel && tiff ? new FormatChoice.Special(FormatChoice.Form.BILEVEL_TIFF) : wish;
  }

  /** Takes over what is said in another language. */
  void take(Output said) {
    format = said.wish().or(() -> format);
    quality = said.quality().or(() -> quality);
    progressive = said.progressive().or(() -> progressive);
    lossless = said.lossless().or(() -> lossless);
    metadata = said.metadata().or(() -> metadata);
    density = said.density().or(() -> density);
  }

  /** What a branch says, which leaves the rest to the chain. */
  Output said() {
    return new Output(
        format.map(this::special),
        quality,
        progressive,
        lossless,
        metadata,
        density,
        Optional.empty());
  }

  /**
   * What is said, in all.
   *
   * @param byExtension what the extension of the URL asks for, where nothing else does
   */
  Output output(FormatChoice byExtension) {
    FormatChoice wish = special(format.orElse(byExtension));
    boolean settled = format.isPresent() && FormatChoice.named(wish).isPresent();
    return new Output(
        Optional.of(lossy && !settled ? new FormatChoice.JpegIfOpaque(wish) : wish),
        quality,
        progressive.or(
            () -> quality.filter(QualityChoice.Automatic.class::isInstance).map(_ -> true)),
        full && isPng(wish) ? Optional.of(true) : lossless,
        // Cloudinary keeps nothing of a picture that decides about its quality.
        metadata.filter(
            kept ->
                kept != Metadata.ALL
                    || !quality.filter(QualityChoice.Automatic.class::isInstance).isPresent()),
        density,
        Optional.of(Color.WHITE));
  }
}
