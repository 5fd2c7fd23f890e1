package io.tintype.fault;

import java.io.Serial;

/**
 * Carries a {@link Fault} where Java wants an exception; without a stack trace, which it never
 * needs.
 */
public final class FaultException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  public FaultException(Fault fault) {
    super(fault.message(), null, false, false);
    this.fault = fault;
  }

  public Fault fault() {
    return fault;
  }

  /** The fault behind a failure; anything that is not a fault is a bug of ours. */
  public static Fault faultOf(Throwable failure) {
    return failure instanceof FaultException known ? known.fault() : new Fault.Internal();
  }
}
