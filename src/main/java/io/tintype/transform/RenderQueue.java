package io.tintype.transform;

import io.tintype.bus.Rendered;
import io.tintype.bus.TransformRequest;
import io.tintype.bytes.ByteBudget;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.plan.Planner;
import io.tintype.telemetry.Load;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The bounded queue in front of the render threads: first come, first served, as soon as there is a
 * thread and enough memory. Confined to the transform verticle's event loop.
 */
final class RenderQueue {
  /** So that a thread that finishes finds work without waiting for the event loop. */
  private static final int SPARE_SLOTS = 2;

  private final Vertx vertx;
  private final Workers workers;
  private final Planner planner;
  private final TransformSettings settings;
  private final ByteBudget memory;
  private final Load load;
  private final int slots;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private final Promise<Void> drained = Promise.promise();
  private int running;
  private boolean draining;

  RenderQueue(
      Vertx vertx, Workers workers, Planner planner, TransformSettings settings, Load load) {
    this.vertx = vertx;
    this.workers = workers;
    this.planner = planner;
    this.settings = settings;
    this.memory = new ByteBudget("render memory", settings.memoryBudget());
    this.load = load;
    this.slots = settings.threads() + SPARE_SLOTS;
  }

  /** Takes a request, or refuses it at once. The future completes on a render thread. */
  Future<Rendered> submit(TransformRequest request) {
    if (draining) {
      return refused(new Fault.ShuttingDown());
    }
    if (full()) {
      return refused(new Fault.Overloaded("transform"));
    }
    if (request.scope().isClosed() || !request.tryRetain()) {
      return refused(new Fault.ClientGone());
    }
    Estimate estimate;
    try {
      estimate = affordable(Estimate.of(request, planner));
    } catch (RuntimeException failure) {
      request.release();
      return Future.failedFuture(failure);
    }
    // Without a context, so that the reply leaves from the render thread: one hop fewer.
    Job job = new Job(request, estimate, Promise.promise(), System.nanoTime());
    enqueue(job);
    startWaiting();
    return job.result().future();
  }

  /** Refuses what waits and everything that comes; completes when nothing runs any more. */
  Future<Void> drain() {
    draining = true;
    while (!waiting.isEmpty()) {
      waiting.remove().giveUp(new Fault.ShuttingDown());
    }
    report();
    if (running == 0) {
      drained.tryComplete();
    }
    return drained.future();
  }

  private void enqueue(Job job) {
    long millis =
        job.request().deadline().orAfter(job.request().limits().queueTime()).remainingMillis();
    Waiting entry = new Waiting(job);
    entry.timer = vertx.setTimer(Math.max(1, millis), _ -> expire(entry));
    waiting.add(entry);
  }

  private void expire(Waiting entry) {
    if (waiting.remove(entry)) {
      entry.giveUp(new Fault.DeadlineExceeded("queue"));
      startWaiting();
    }
  }

  private void startWaiting() {
    while (running < slots && !waiting.isEmpty()) {
      Waiting next = waiting.element();
      if (next.job.request().scope().isClosed()) {
        waiting.remove().giveUp(new Fault.ClientGone());
      } else if (memory.tryReserve(next.job.estimate().price())) {
        start(waiting.remove());
      } else {
        break;
      }
    }
    report();
  }

  private void start(Waiting entry) {
    vertx.cancelTimer(entry.timer);
    running++;
    Watch watch = Watch.start(vertx, entry.job.request());
    workers
        .run(entry.job, watch)
        .onComplete(
            _ -> {
              watch.stop();
              running--;
              memory.release(entry.job.estimate().price());
              if (draining && running == 0) {
                drained.tryComplete();
              }
              startWaiting();
            });
  }

  private boolean full() {
    return waiting.size() >= settings.maxQueued() && (running >= slots || !waiting.isEmpty());
  }

  private void report() {
    load.waiting(waiting.size(), full());
  }

  private Estimate affordable(Estimate estimate) {
    if (estimate.price() > settings.memoryBudget()) {
      throw new FaultException(
          new Fault.LimitExceeded(
              "memory", "Rendering this source would take more memory than is allowed."));
    }
    return estimate;
  }

  private static Future<Rendered> refused(Fault fault) {
    return Future.failedFuture(new FaultException(fault));
  }

  /** A job and the timer that ends its waiting. */
  private final class Waiting {
    private final Job job;
    private long timer;

    Waiting(Job job) {
      this.job = job;
    }

    void giveUp(Fault fault) {
      vertx.cancelTimer(timer);
      job.release();
      job.result().fail(new FaultException(fault));
    }
  }
}
