package io.tintype.transform;

import io.tintype.bus.Rendered;
import io.tintype.bus.TransformRequest;
import io.vertx.core.Promise;

/**
 * A request in the queue. Owns references on the source and every ingredient from its creation
 * until {@link #release}.
 *
 * @param result completed exactly once, on any thread
 * @param submitted {@link System#nanoTime} when it came
 */
record Job(TransformRequest request, Estimate estimate, Promise<Rendered> result, long submitted) {
  /** Gives everything back; nobody reads it any more. */
  void release() {
    request.release();
  }
}
