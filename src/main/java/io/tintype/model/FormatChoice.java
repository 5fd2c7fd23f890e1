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

  FormatChoice AUTOMATIC = new Automatic();
}
