package io.tintype.access;

import io.tintype.fault.Fault.SignatureRefused.Reason;
import java.util.Optional;

/** What came of looking at the signature of a URL. */
public sealed interface SignatureVerdict {
  /** The URL carries none. */
  record Absent() implements SignatureVerdict {}

  /** There is one, and no key to check it with. */
  record Unchecked() implements SignatureVerdict {}

  /**
   * It was made with one of the keys, and has not expired.
   *
   * @param message what was signed, expiry included
   */
  record Good(Expiry expiry, String message) implements SignatureVerdict {}

  /** Its time is over, whatever the hash says. */
  record Expired(Expiry expiry) implements SignatureVerdict {}

  /** Its hash or its expiry has not the form of one. */
  record Malformed() implements SignatureVerdict {}

  /** It was made of something else, or with another key. */
  record Wrong(Expiry expiry) implements SignatureVerdict {}

  /** Why the URL cannot be served with this signature; empty = it can. */
  default Optional<Reason> refusal() {
    return switch (this) {
      case Absent _, Unchecked _, Good _ -> Optional.empty();
      case Expired _ -> Optional.of(Reason.EXPIRED);
      case Malformed _ -> Optional.of(Reason.MALFORMED);
      case Wrong _ -> Optional.of(Reason.WRONG);
    };
  }
}
