package io.tintype.render;

import io.tintype.fault.FaultException;

/** Asked between two pieces of work whether anybody still wants the result. */
@FunctionalInterface
public interface Checkpoint {
  /**
   * Returns if the work shall go on.
   *
   * @throws FaultException if it shall not, with the reason
   */
  void check();
}
