package io.tintype.transform;

import io.tintype.bus.Deadline;
import io.tintype.bus.TransformRequest;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.render.Brake;
import io.tintype.render.Checkpoint;
import io.vertx.core.Vertx;

/**
 * Stops a running job when its time is up or its client has left. Started on the event loop, asked
 * by the render thread.
 */
final class Watch implements Checkpoint {
  /** What a pulled brake may have missed, the next pull finds. */
  private static final long AGAIN_MILLIS = 50;

  private final TransformRequest request;
  private final Deadline deadline;
  private final Brake brake = new Brake();
  private final Vertx vertx;
  private long timer;

  private Watch(Vertx vertx, TransformRequest request) {
    this.vertx = vertx;
    this.request = request;
    this.deadline = request.deadline().orAfter(request.limits().renderTime());
  }

  /** Begins: from now on the job has its rendering time. */
  static Watch start(Vertx vertx, TransformRequest request) {
    Watch watch = new Watch(vertx, request);
    watch.timer = vertx.setPeriodic(AGAIN_MILLIS, AGAIN_MILLIS, _ -> watch.look());
    return watch;
  }

  /** Ends the watch, when the job is over. */
  void stop() {
    vertx.cancelTimer(timer);
  }

  Brake brake() {
    return brake;
  }

  @Override
  public void check() {
    if (request.scope().isClosed()) {
      throw new FaultException(new Fault.ClientGone());
    }
    if (deadline.expired()) {
      throw new FaultException(new Fault.DeadlineExceeded("transform"));
    }
  }

  /** Whether more than half of the time for rendering is left. */
  boolean hasTime() {
    return deadline.remaining().multipliedBy(2).compareTo(request.limits().renderTime()) > 0;
  }

  private void look() {
    if (deadline.expired() || request.scope().isClosed()) {
      brake.pull();
    }
  }
}
