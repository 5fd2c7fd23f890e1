package io.tintype.sandbox;

import java.io.IOException;
import java.io.Serial;

/** The other side said something that is not in the protocol. */
final class NonsenseException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  NonsenseException(String message) {
    super(message);
  }
}
