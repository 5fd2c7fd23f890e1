package io.tintype.dialect;

import java.util.Optional;

/** Named transformations that are written in another language. */
@FunctionalInterface
public interface ForeignChains {
  /** There are none. */
  ForeignChains NONE = _ -> Optional.empty();

  /**
   * What a name stands for, read for a client that gives no hints; empty if it is not known, or is
   * no foreign one.
   *
   * @throws io.tintype.fault.FaultException if it cannot be read
   */
  Optional<DeliveryRequest> find(String name);
}
