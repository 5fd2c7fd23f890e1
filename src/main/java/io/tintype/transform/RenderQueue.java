package io.tintype.transform;

import io.tintype.bus.TransformRequest;
import io.tintype.bytes.ByteBudget;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.plan.Planner;
import io.tintype.render.PixelCache;
import io.tintype.telemetry.Load;
import io.tintype.telemetry.Metric;
import io.tintype.telemetry.Recorder;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The bounded queue in front of the render threads: first come, first served, as soon as there is a
 * thread and enough memory; only jobs that need what another one is computing let others pass until
 * it is there. What nobody waits for has a short line of its own. Confined to the transform
 * verticle's event loop.
 */
final class RenderQueue {
  /** So that a thread that finishes finds work without waiting for the event loop. */
  private static final int SPARE_SLOTS = 2;

  /** Jobs that wait for a quiet moment, and the encoded bytes they may hold while they do. */
  private static final int MOST_SPARE = 16;

  private static final long MOST_SPARE_BYTES = 32L << 20;

  private final Vertx vertx;
  private final Workers workers;
  private final Planner planner;
  private final TransformSettings settings;
  private final ByteBudget memory;
  private final Families families;
  private final Recorder recorder;
  private final Load load;
  private final int slots;
  private final Turnaround turnaround;
  private final Line prompt = new Line();
  private final Promise<Void> drained = Promise.promise();
  private final Line spare = new Line();
  private int running;
  private boolean draining;

  /**
   * Creates an empty queue, on the event loop it belongs to.
   *
   * @param pixels what jobs of one source share, within the memory that all jobs share
   */
  RenderQueue(
      Vertx vertx,
      Workers workers,
      Planner planner,
      TransformSettings settings,
      PixelCache pixels,
      Recorder recorder,
      Load load) {
    this.vertx = vertx;
    this.workers = workers;
    this.planner = planner;
    this.settings = settings;
    this.memory = pixels.memory();
    Context context = vertx.getOrCreateContext();
    this.recorder = recorder;
    this.families = new Families(pixels, () -> context.runOnContext(_ -> startWaiting()));
    this.load = load;
    this.slots = settings.threads() + SPARE_SLOTS;
    this.turnaround = new Turnaround(slots);
  }

  /** Takes a request, or refuses it at once. The future completes on a render thread. */
  <R> Future<R> submit(TransformRequest request, Job.Work<R> work) {
    if (draining) {
      return refused(new Fault.ShuttingDown());
    }
    Duration patience = request.limits().queueTime();
    if (full() || expectedWait().compareTo(patience) > 0) {
      return refused(new Fault.Overloaded("transform"));
    }
    return accepted(request, work, prompt, patience);
  }

  /**
   * Takes a request that waits until there is nothing else to do, or refuses it at once. Only one
   * of these runs at a time, since an encoder may not be stoppable.
   */
  <R> Future<R> submitSpare(TransformRequest request, Job.Work<R> work) {
    if (draining) {
      return refused(new Fault.ShuttingDown());
    }
    long held = spare.waiting.stream().mapToLong(entry -> entry.job.request().size()).sum();
    if (spare.waiting.size() >= MOST_SPARE || held + request.size() > MOST_SPARE_BYTES) {
      return refused(new Fault.Overloaded("spare transform"));
    }
    return accepted(request, work, spare, request.deadline().remaining());
  }

  private <R> Future<R> accepted(
      TransformRequest request, Job.Work<R> work, Line line, Duration patience) {
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
    Member member = families.join(request, estimate.demand());
    Job<R> job = new Job<>(request, estimate, member, work, Promise.promise(), System.nanoTime());
    enqueue(job, line, patience);
    startWaiting();
    return job.result().future();
  }

  /** Refuses what waits and everything that comes; completes when nothing runs any more. */
  Future<Void> drain() {
    draining = true;
    while (!prompt.waiting.isEmpty()) {
      prompt.waiting.remove().giveUp(new Fault.ShuttingDown());
    }
    while (!spare.waiting.isEmpty()) {
      spare.waiting.remove().giveUp(new Fault.ShuttingDown());
    }
    report();
    if (running == 0) {
      drained.tryComplete();
    }
    return drained.future();
  }

  private void enqueue(Job<?> job, Line line, Duration patience) {
    long millis = job.request().deadline().orAfter(patience).remainingMillis();
    Waiting entry = new Waiting(job, line);
    entry.timer = vertx.setTimer(Math.max(1, millis), _ -> expire(entry));
    line.waiting.add(entry);
  }

  private void expire(Waiting entry) {
    if (entry.line.waiting.remove(entry)) {
      entry.giveUp(new Fault.DeadlineExceeded("queue"));
      startWaiting();
    }
  }

  private void startWaiting() {
    boolean goesOn = true;
    while (goesOn && running < slots && !prompt.waiting.isEmpty()) {
      goesOn = startFirst(prompt);
    }
    while (goesOn && isIdle() && !spare.waiting.isEmpty()) {
      goesOn = startFirst(spare);
    }
    report();
  }

  /** Takes the first of a line that need not wait for another job, if there is memory for it. */
  private boolean startFirst(Line line) {
    Optional<Waiting> first = line.waiting.stream().filter(Waiting::isReady).findFirst();
    if (first.isEmpty()) {
      return false;
    }
    Waiting next = first.get();
    if (next.isAbandoned()) {
      line.waiting.remove(next);
      next.giveUp(new Fault.ClientGone());
      return true;
    }
    boolean affordable = memory.tryReserve(next.job.estimate().price());
    if (affordable) {
      line.waiting.remove(next);
      start(next);
    }
    return affordable;
  }

  /** Whether nobody waits, a thread is free, and nothing runs that nobody waits for. */
  private boolean isIdle() {
    return prompt.waiting.isEmpty() && running < settings.threads() && spare.running == 0;
  }

  private void start(Waiting entry) {
    vertx.cancelTimer(entry.timer);
    running++;
    entry.line.running++;
    entry.job.relatives().start();
    Watch watch = Watch.start(vertx, entry.job.request());
    long started = System.nanoTime();
    workers
        .run(entry.job, watch)
        .onComplete(
            _ -> {
              watch.stop();
              entry.job.relatives().end();
              count(entry.job.relatives());
              running--;
              entry.line.running--;
              learn(entry, Duration.ofNanos(System.nanoTime() - started));
              memory.release(entry.job.estimate().price());
              if (draining && running == 0) {
                drained.tryComplete();
              }
              startWaiting();
            });
  }

  private void count(Member job) {
    if (job.mayShare() && job.hasDecoded()) {
      recorder.count(Metric.CACHE_REQUESTS, "pixels", job.isSaved() ? "hit" : "miss");
    }
  }

  /** Nothing that is asked for now waits behind what is done in quiet moments. */
  private void learn(Waiting entry, Duration took) {
    if (entry.line == prompt) {
      turnaround.took(took);
    }
  }

  private boolean full() {
    return prompt.waiting.size() >= settings.maxQueued()
        && (running >= slots || !prompt.waiting.isEmpty());
  }

  private void report() {
    load.waiting(prompt.waiting.size(), full(), expectedWait());
  }

  private Duration expectedWait() {
    return turnaround.waitBehind(prompt.waiting.size());
  }

  private Estimate affordable(Estimate estimate) {
    if (estimate.price() > settings.memoryBudget()) {
      throw new FaultException(
          new Fault.LimitExceeded(
              "memory", "Rendering this source would take more memory than is allowed."));
    }
    return estimate;
  }

  private static <R> Future<R> refused(Fault fault) {
    return Future.failedFuture(new FaultException(fault));
  }

  /** Jobs of one kind. */
  private static final class Line {
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private int running;
  }

  /** A job and the timer that ends its waiting. */
  private final class Waiting {
    private final Job<?> job;
    private final Line line;
    private long timer;

    Waiting(Job<?> job, Line line) {
      this.job = job;
      this.line = line;
    }

    boolean isAbandoned() {
      return job.request().scope().isClosed();
    }

    /** Whether it need not wait for what another job computes. */
    boolean isReady() {
      return isAbandoned() || !job.relatives().isHeld();
    }

    void giveUp(Fault fault) {
      vertx.cancelTimer(timer);
      job.release();
      job.result().fail(new FaultException(fault));
    }
  }
}
