package io.tintype.transform;

import io.tintype.bus.TransformRequest;
import io.vertx.core.Promise;

/**
 * A request in the queue. Owns references on the source and every ingredient from its creation
 * until {@link #release}.
 *
 * @param relatives where it stands among the jobs of its source
 * @param work what a render thread has to do
 * @param result completed exactly once, on any thread
 * @param submitted {@link System#nanoTime} when it came
 */
record Job<R>(
    TransformRequest request,
    Estimate estimate,
    Member relatives,
    Work<R> work,
    Promise<R> result,
    long submitted) {
  /** What a render thread makes of a job; adopts what must be given back. */
  @FunctionalInterface
  interface Work<R> {
    R run(Job<?> job, Watch watch);
  }

  /** Gives everything back; nobody reads it any more. */
  void release() {
    request.release();
  }
}
