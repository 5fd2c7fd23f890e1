package io.tintype.font;

import java.io.Serial;

/** A font file cannot be used; the message says why, for the log. */
public final class FontException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public FontException(String message) {
    super(message, null, false, false);
  }
}
