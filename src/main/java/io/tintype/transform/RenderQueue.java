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
import java.util.List;

/**
 * The bounded queue in front of the render threads: first come, first served, as soon as there is a
 * thread and enough memory; only jobs that need what another one is computing, and those that would
 * leave others no thread or no memory ({@link Turns}), let others pass. What nobody waits for has a
 * short line of its own. Confined to the transform verticle's event loop.
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
  private final Turns turns;
  private final Waiting.Line prompt = new Waiting.Line();
  private final Promise<Void> drained = Promise.promise();
  private final Waiting.Line spare = new Waiting.Line();
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
    this.turns = new Turns(settings, slots);
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
    if (spare.waiting().size() >= MOST_SPARE || spare.held() + request.size() > MOST_SPARE_BYTES) {
      return Future.failedFuture(noSpareTime());
    }
    return accepted(request, work, spare, request.deadline().remaining());
  }

  private <R> Future<R> accepted(
      TransformRequest request, Job.Work<R> work, Waiting.Line line, Duration patience) {
    if (request.scope().isClosed() || !request.tryRetain()) {
      return refused(new Fault.ClientGone());
    }
    Estimate estimate;
    try {
      estimate = affordable(Estimate.of(request, planner));
      Duration expected = turns.expectedWait(estimate, prompt.waiting());
      if (line == prompt && expected.compareTo(patience) > 0) {
        throw new FaultException(new Fault.Overloaded("transform"));
      }
    } catch (RuntimeException failure) {
      request.release();
      return Future.failedFuture(failure);
    }
    // Without a context, so that the reply leaves from the render thread: one hop fewer.
    Member member = families.join(request, estimate.demand());
    Job<R> job = new Job<>(request, estimate, member, work, Promise.promise(), System.nanoTime());
    Waiting.in(line, job, request.deadline().orAfter(patience).remaining(), vertx, this::expire);
    startWaiting();
    return job.result().future();
  }

  /** Refuses what waits and everything that comes; completes when nothing runs any more. */
  Future<Void> drain() {
    draining = true;
    prompt.giveUpAll(new Fault.ShuttingDown());
    spare.giveUpAll(new Fault.ShuttingDown());
    report();
    if (running == 0) {
      drained.tryComplete();
    }
    return drained.future();
  }

  /** What was only held for the sake of another job is begun after all. */
  private void expire(Waiting entry) {
    if (!entry.line().waiting().contains(entry)) {
      return;
    }
    boolean free = turns.admits(entry, List.of()) && running < slots;
    boolean onlyHeld = entry.job().relatives().isHeld() && free;
    if (!onlyHeld || !take(entry)) {
      var _ = entry.leave();
      entry.giveUp(new Fault.DeadlineExceeded("queue"));
    }
    startWaiting();
  }

  private void startWaiting() {
    boolean goesOn = true;
    while (goesOn && running < slots && !prompt.isEmpty()) {
      goesOn = startFirst(prompt);
    }
    while (goesOn && isIdle() && !spare.isEmpty()) {
      goesOn = startFirst(spare);
    }
    report();
  }

  /** Takes the first of a line that need not let others pass, if there is memory for it. */
  private boolean startFirst(Waiting.Line line) {
    return line.waiting().stream().filter(this::isDue).findFirst().filter(this::take).isPresent();
  }

  private boolean isDue(Waiting entry) {
    boolean admitted =
        entry.line() == prompt
            ? turns.admits(entry, prompt.waiting())
            : turns.admitsSpare(entry, prompt.waiting());
    return (admitted && !entry.job().relatives().isHeld()) || entry.isAbandoned();
  }

  private boolean take(Waiting next) {
    if (next.isAbandoned()) {
      var _ = next.leave();
      next.giveUp(new Fault.ClientGone());
      return true;
    }
    boolean affordable = memory.tryReserve(next.price());
    if (affordable) {
      var _ = next.leave();
      start(next);
    }
    return affordable;
  }

  /** Whether nobody waits, a thread is free, and nothing runs that nobody waits for. */
  private boolean isIdle() {
    return prompt.isEmpty() && running < settings.threads() && spare.running() == 0;
  }

  private void start(Waiting entry) {
    Job<?> job = entry.job();
    running++;
    entry.line().started();
    turns.take(entry, entry.line() == prompt);
    job.relatives().start();
    Watch watch = Watch.start(vertx, job.request());
    long started = System.nanoTime();
    workers
        .run(job, watch)
        .onComplete(
            _ -> {
              watch.stop();
              job.relatives().end();
              count(job.relatives());
              ended(entry, Duration.ofNanos(System.nanoTime() - started));
              startWaiting();
            });
  }

  /** Nothing that is asked for now waits behind what is done in quiet moments. */
  private void ended(Waiting entry, Duration took) {
    running--;
    entry.line().ended();
    memory.release(entry.price());
    turns.giveBack(entry, entry.line() == prompt, took);
    if (draining && running == 0) {
      drained.tryComplete();
    }
  }

  private void count(Member job) {
    if (job.mayShare() && job.hasDecoded()) {
      recorder.count(Metric.CACHE_REQUESTS, "pixels", job.isSaved() ? "hit" : "miss");
    }
  }

  private boolean full() {
    return prompt.waiting().size() >= settings.maxQueued()
        && (running >= slots || !prompt.isEmpty());
  }

  private void report() {
    load.waiting(prompt.waiting().size(), full(), expectedWait(), turns.expectedWaitForOne());
    load.heavy(turns.heavyAmong(prompt.waiting()), turns.heavyRunning());
  }

  private Duration expectedWait() {
    return turns.expectedWait(prompt.waiting());
  }

  private Estimate affordable(Estimate estimate) {
    if (estimate.price() > settings.memoryBudget()) {
      throw new FaultException(
          new Fault.LimitExceeded(
              "memory", "Rendering this source would take more memory than is allowed."));
    }
    return estimate;
  }

  /** Why something that nobody waits for is not made now. */
  static FaultException noSpareTime() {
    return new FaultException(new Fault.Overloaded("spare transform"));
  }

  private static <R> Future<R> refused(Fault fault) {
    return Future.failedFuture(new FaultException(fault));
  }
}
