package io.tintype.sandbox;

import java.io.Serial;

/** Somebody else has ended a helper: no fault of the document it had. */
final class KilledException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  KilledException() {
    super("a helper process was killed from outside");
  }
}
