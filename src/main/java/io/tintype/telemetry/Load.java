package io.tintype.telemetry;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How busy the render threads are. Written by the transform stage, read by anybody: before a source
 * is fetched, by metrics, by readiness. Safe for use by several threads.
 */
public final class Load {
  private static final long NOT_FULL = 0;

  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger rendering = new AtomicInteger();
  private final AtomicInteger heavyWaiting = new AtomicInteger();
  private final AtomicInteger heavyRunning = new AtomicInteger();
  private final Map<Thread, Stint> stints = new ConcurrentHashMap<>();
  private final AtomicLong fullSince = new AtomicLong(NOT_FULL);
  private final AtomicLong expectedNanos = new AtomicLong();
  private final AtomicLong eachNanos = new AtomicLong();

  /**
   * Says how things stand in the queue.
   *
   * @param jobs how many wait
   * @param full whether another one would be refused, however patient
   * @param expected how long another one would wait, judging by the jobs before it
   * @param each how much longer one behind that one would wait
   */
  public void waiting(int jobs, boolean full, Duration expected, Duration each) {
    waiting.set(jobs);
    expectedNanos.set(expected.toNanos());
    eachNanos.set(each.toNanos());
    if (full) {
      fullSince.compareAndSet(NOT_FULL, Math.max(1, System.nanoTime()));
    } else {
      fullSince.set(NOT_FULL);
    }
  }

  /** Says how many jobs take much memory or a thread for long, of those that wait and that run. */
  public void heavy(int waiting, int running) {
    heavyWaiting.set(waiting);
    heavyRunning.set(running);
  }

  /**
   * The calling thread begins to render.
   *
   * @param allowed how long it may take
   */
  public void begin(Duration allowed) {
    rendering.incrementAndGet();
    stints.put(Thread.currentThread(), new Stint(Thread.currentThread(), allowed));
  }

  /** The calling thread has rendered, or given up. */
  public void end() {
    stints.remove(Thread.currentThread());
    rendering.decrementAndGet();
  }

  /** What threads are at. */
  public List<Stint> stints() {
    return List.copyOf(stints.values());
  }

  /** Jobs that wait for a thread or for memory. */
  public int waiting() {
    return waiting.get();
  }

  /** Those of them that take much memory or a thread for long. */
  public int heavyWaiting() {
    return heavyWaiting.get();
  }

  /** Jobs of that kind that run. */
  public int heavyRunning() {
    return heavyRunning.get();
  }

  /** Threads that are rendering. */
  public int rendering() {
    return rendering.get();
  }

  /**
   * Whether another job would be refused at this moment: not worth fetching its source.
   *
   * @param patience how long it would wait
   * @param coming jobs that will be in the queue before it, but are not yet
   */
  public boolean saturated(Duration patience, int coming) {
    return fullSince.get() != NOT_FULL
        || expectedNanos.get() + coming * eachNanos.get() > patience.toNanos();
  }

  /** How long the queue has been full without a break. */
  public Duration saturatedFor() {
    long since = fullSince.get();
    return since == NOT_FULL ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since);
  }
}
