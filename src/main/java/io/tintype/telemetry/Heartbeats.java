package io.tintype.telemetry;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** That event loops turn: each says so again and again. Safe for use by several threads. */
public final class Heartbeats {
  /** Between two beats of a loop that has nothing better to do. */
  public static final Duration INTERVAL = Duration.ofMillis(500);

  private final Map<Thread, Beat> last = new ConcurrentHashMap<>();

  /**
   * The latest sign of life.
   *
   * @param count how many there were
   * @param nanos {@link System#nanoTime} of it
   */
  private record Beat(long count, long nanos) {}

  /** The calling thread, an event loop's, has turned once more. */
  public void beat() {
    long now = System.nanoTime();
    last.merge(
        Thread.currentThread(), new Beat(1, now), (before, _) -> new Beat(before.count() + 1, now));
  }

  /** How often each loop has turned so far. */
  public Map<Thread, Long> counts() {
    Map<Thread, Long> counts = new HashMap<>();
    last.forEach((loop, beat) -> counts.put(loop, beat.count()));
    return counts;
  }

  /** How late the latest loop is with its next beat; zero = none is. */
  public Duration lag() {
    long now = System.nanoTime();
    long oldest = last.values().stream().mapToLong(beat -> now - beat.nanos()).max().orElse(0);
    return Duration.ofNanos(Math.max(0, oldest - INTERVAL.toNanos()));
  }
}
