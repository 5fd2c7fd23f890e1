package io.tintype.model;

import java.util.Optional;

/** Which format a delivery wishes to be encoded in. */
public sealed interface FormatChoice {
  /** The best the client accepts and the content suits, as the endpoint allows. */
  record Automatic() implements FormatChoice {}

  /** The format of the source. */
  record OfSource() implements FormatChoice {}

  /** Exactly this one; always an {@linkplain ImageFormat#encodable() encodable} format. */
  record Exactly(ImageFormat format) implements FormatChoice {
    public Exactly {
      if (!format.encodable()) {
        throw new IllegalArgumentException("format " + format);
      }
    }
  }

  /** A format in a way that {@link Exactly} does not stand for. */
  record Special(Form form) implements FormatChoice {}

  /** JPEG, where the choice would be an opaque PNG. */
  record JpegIfOpaque(FormatChoice otherwise) implements FormatChoice {}

  /** No picture, but a few bytes of text that a page shows in its place until it is there. */
  record Placeholder(Kind kind) implements FormatChoice {}

  /** Whether a choice says in so many words what the result is. */
  static boolean isNamed(FormatChoice choice) {
    return switch (choice) {
      case Exactly _, Special _, Placeholder _ -> true;
      case JpegIfOpaque(var otherwise) -> isNamed(otherwise);
      case Automatic _, OfSource _ -> false;
    };
  }

  /** Which placeholder. */
  enum Kind {
    /** ThumbHash (evanw/thumbhash), in base64. */
    THUMBHASH,
    /** BlurHash (woltapp/blurhash), 4 by 3 components. */
    BLURHASH
  }

  /** A way to write a format. */
  enum Form {
    /** A PNG with all frames of an animation (W3C PNG, third edition, "APNG"). */
    MOVING_PNG(ImageFormat.PNG),
    /** A PNG of at most 256 colours. */
    PALETTE_PNG(ImageFormat.PNG),
    /** A GIF whatever the source is; {@link Exactly} makes one of a GIF only. */
    GIF_OF_ANYTHING(ImageFormat.GIF),
    /** A TIFF of black and white pixels, in the code of fax machines (ITU-T T.6, "group 4"). */
    BILEVEL_TIFF(ImageFormat.TIFF);

    private final ImageFormat format;

    Form(ImageFormat format) {
      this.format = format;
    }

    /** What it is a way to write. */
    public ImageFormat format() {
      return format;
    }
  }

  FormatChoice AUTOMATIC = new Automatic();

  /**
   * A format, whatever the source is.
   *
   * @param format an {@linkplain ImageFormat#encodable() encodable} one
   */
  static FormatChoice always(ImageFormat format) {
    return format == ImageFormat.GIF ? new Special(Form.GIF_OF_ANYTHING) : new Exactly(format);
  }

  /** The only format that will do; empty = there may be others. */
  static Optional<ImageFormat> named(FormatChoice choice) {
    return switch (choice) {
      case Exactly(var format) -> Optional.of(format);
      case Special(var form) -> Optional.of(form.format());
      case Automatic _, OfSource _, JpegIfOpaque _, Placeholder _ -> Optional.empty();
    };
  }
}
