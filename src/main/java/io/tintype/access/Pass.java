package io.tintype.access;

import io.tintype.dialect.ChainKind;
import io.tintype.fault.Fault;
import io.tintype.fault.Fault.SignatureRefused.Reason;
import io.tintype.fault.FaultException;
import java.time.Instant;
import java.util.Optional;

/**
 * What a request has been let in with.
 *
 * @param signature never one that refuses
 * @param chain who decided about the transformation
 * @param personal whether it is not the URL that opens, but who asks: nobody else may be given the
 *     answer
 */
public record Pass(SignatureVerdict signature, ChainKind chain, boolean personal) {
  /** The end of the URL's life, which no copy of the answer may outlive; empty = none. */
  public Optional<Expiry> expiry() {
    return signature instanceof SignatureVerdict.Good good && !good.expiry().isNever()
        ? Optional.of(good.expiry())
        : Optional.empty();
  }

  /** Whether the URL's life has ended. */
  boolean isOver(Instant now) {
    return signature instanceof SignatureVerdict.Good good && good.expiry().isPast(now);
  }

  /** Whether there is a signature that nobody could check. */
  public boolean unchecked() {
    return signature instanceof SignatureVerdict.Unchecked;
  }

  /**
   * Lets a private source be seen: signed, or only as a stored transformation shows it.
   *
   * @throws FaultException with {@link Fault.SignatureRefused}
   */
  public void openPrivate() {
    if (!(signature instanceof SignatureVerdict.Good) && chain != ChainKind.NAMED) {
      throw new FaultException(new Fault.SignatureRefused(Reason.MISSING));
    }
  }
}
