package io.tintype.dialect.cloudinary;

import io.tintype.model.Expression;
import io.tintype.model.FormatChoice;
import io.tintype.model.ImageFormat;
import io.tintype.model.Metadata;
import io.tintype.model.Output;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Writes what is said about the result. */
final class OutputWriter {
  private static final Map<ImageFormat, String> FORMATS = Map.of(ImageFormat.JPEG, "jpg");

  private OutputWriter() {}

  /** One component; an empty text if there is nothing to say, empty if there are no words. */
  static Optional<String> write(Output output, OptionalInt page) {
    ComponentText text = new ComponentText();
    page.ifPresent(number -> text.with("pg", Integer.toString(number)));
    output.wish().ifPresent(wish -> format(wish, text));
    output.quality().ifPresent(quality -> text.with("q", QualityWish.text(quality)));
    output
        .progressive()
        .ifPresent(yes -> text.with(Flags.KEY, yes ? "progressive" : "progressive:none"));
    output.metadata().ifPresent(kept -> metadata(kept, text));
    output
        .density()
        .ifPresent(
            density ->
                text.with(
                    "dn",
                    density instanceof Expression.Constant(var dpi)
                        ? Optional.of(ValueWriter.number(dpi))
                        : Optional.empty()));
    output.lossless().ifPresent(yes -> lossless(yes, output, text));
    return text.text();
  }

  /** The format of the source is meant where nothing is said. */
  private static void format(FormatChoice wish, ComponentText text) {
    switch (wish) {
      case FormatChoice.Automatic() -> text.with("f", "auto");
      case FormatChoice.OfSource() -> {}
      case FormatChoice.Exactly(var format) when format == ImageFormat.GIF ->
          text.with("f", Optional.empty());
      case FormatChoice.Exactly(var format) ->
          text.with("f", FORMATS.getOrDefault(format, format.name().toLowerCase(Locale.ROOT)));
      case FormatChoice.Special(var form) -> special(form, text);
      case FormatChoice.JpegIfOpaque(var otherwise) -> {
        format(otherwise, text);
        text.with(Flags.KEY, "lossy");
      }
      case FormatChoice.Placeholder _ -> text.with("f", Optional.empty());
    }
  }

  private static void special(FormatChoice.Form form, ComponentText text) {
    switch (form) {
      case MOVING_PNG -> text.with("f", "png").with(Flags.KEY, "apng");
      case PALETTE_PNG -> text.with("f", "png").with(Flags.KEY, "png8");
      case GIF_OF_ANYTHING -> text.with("f", "gif");
      case BILEVEL_TIFF -> text.with("f", "tiff").with(Flags.KEY, "group4");
    }
  }

  private static void metadata(Metadata kept, ComponentText text) {
    switch (kept) {
      case ALL -> text.with(Flags.KEY, "keep_iptc");
      case PROFILE -> text.with("cs", "copy");
      case NONE -> text.with("cs", "srgb");
    }
  }

  private static void lossless(boolean wanted, Output output, ComponentText text) {
    boolean png = output.named().equals(Optional.of(ImageFormat.PNG));
    text.with(Flags.KEY, Optional.of("png32").filter(_ -> wanted && png));
  }
}
