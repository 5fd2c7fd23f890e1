package io.tintype.render;

import io.tintype.fault.FaultException;
import io.tintype.plan.Probe;
import io.tintype.plan.RenderPlan;
import io.tintype.plan.SourceHeader;

/** Decides what to do with a source once its header is known. */
@FunctionalInterface
public interface Planning {
  /**
   * Resolves a transformation for one source.
   *
   * @param probe answers what only pixels can tell
   * @throws FaultException if the source or the result is beyond a limit, or cannot be had
   */
  RenderPlan plan(SourceHeader header, Probe probe);
}
