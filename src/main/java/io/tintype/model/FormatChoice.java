package io.tintype.model;

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

  /** JPEG, where the choice would be an opaque PNG. */
  record JpegIfOpaque(FormatChoice otherwise) implements FormatChoice {}

  /** No picture, but a few bytes of text that a page shows in its place until it is there. */
  record Placeholder(Kind kind) implements FormatChoice {}

  /** Which placeholder. */
  enum Kind {
    /** ThumbHash (evanw/thumbhash), in base64. */
    THUMBHASH,
    /** BlurHash (woltapp/blurhash), 4 by 3 components. */
    BLURHASH
  }

  FormatChoice AUTOMATIC = new Automatic();
}
