package io.tintype.metrics;

import io.tintype.telemetry.Heartbeats;
import io.tintype.telemetry.Load;
import io.tintype.telemetry.Stint;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices event loops that do not turn, and threads that do not come to the end of a job. It counts
 * its own rounds, a second each, and looks at no clock: whatever keeps the whole process from
 * running, a debugger or a machine that is too small, keeps the watchdog from its rounds, too.
 */
public final class Watchdog implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
  private static final Duration ROUND = Duration.ofSeconds(1);

  /** Rounds after which a loop that has not turned is stuck. */
  static final int LOOP_ROUNDS = 10;

  /** One thread is stuck after so many times its time, and then some. */
  private static final int ONE_TIMES = 3;

  private static final int ONE_MORE_ROUNDS = 20;

  /** If all threads are late, nothing is rendered any more. */
  private static final int ALL_TIMES = 2;

  private static final int ALL_MORE_ROUNDS = 15;

  private final Heartbeats heartbeats;
  private final Load load;
  private final int renderThreads;
  private final Map<Thread, Silence> silences = new HashMap<>();
  private Map<Stint, Integer> stints = Map.of();
  private volatile Stuck stuck = Stuck.NOTHING;
  private volatile boolean closed;

  /**
   * Of a loop: how often it had turned when it was last heard, and how many rounds ago that was.
   */
  private record Silence(long count, int rounds) {
    static final Silence NEVER_HEARD = new Silence(0, 0);
  }

  /** What is stuck: threads, each with a sentence. */
  private record Stuck(Map<Thread, String> loops, Map<Thread, String> renderers) {
    static final Stuck NOTHING = new Stuck(Map.of(), Map.of());
  }

  /**
   * Creates one that has seen nothing yet.
   *
   * @param load what the render threads are at
   * @param renderThreads how many there are
   */
  public Watchdog(Heartbeats heartbeats, Load load, int renderThreads) {
    this.heartbeats = heartbeats;
    this.load = load;
    this.renderThreads = renderThreads;
  }

  /** Goes its rounds from now on, on a thread of its own. */
  public void start() {
    Thread.ofPlatform().daemon().name("tintype-watchdog").start(this::patrol);
  }

  /** What is stuck, a sentence each; empty = all is well. Any thread may ask. */
  public List<String> ailments() {
    Stuck now = stuck;
    Map<String, String> all = new TreeMap<>();
    now.loops().forEach((loop, sentence) -> all.put(loop.getName(), sentence));
    now.renderers().forEach((thread, sentence) -> all.put(thread.getName(), sentence));
    return List.copyOf(all.values());
  }

  /** Event loops that do not turn. */
  public int stuckLoops() {
    return stuck.loops().size();
  }

  /** Render threads that do not come to an end. */
  public int stuckRenderers() {
    return stuck.renderers().size();
  }

  @Override
  public void close() {
    closed = true;
  }

  private void patrol() {
    while (!closed) {
      LockSupport.parkNanos(ROUND.toNanos());
      goRound();
    }
  }

  /** One round. */
  void goRound() {
    Stuck before = stuck;
    Stuck now = new Stuck(silentLoops(), lateRenderers());
    stuck = now;
    tell(before.loops(), now.loops());
    tell(before.renderers(), now.renderers());
  }

  private Map<Thread, String> silentLoops() {
    Map<Thread, String> silent = new HashMap<>();
    heartbeats
        .counts()
        .forEach(
            (loop, count) -> {
              Silence seen = silences.getOrDefault(loop, Silence.NEVER_HEARD);
              int rounds = seen.count() == count ? seen.rounds() + 1 : 0;
              silences.put(loop, new Silence(count, rounds));
              if (rounds >= LOOP_ROUNDS) {
                silent.put(loop, "event loop " + loop.getName() + " does not turn");
              }
            });
    return silent;
  }

  private Map<Thread, String> lateRenderers() {
    Map<Stint, Integer> seen = new HashMap<>();
    load.stints().forEach(stint -> seen.put(stint, stints.getOrDefault(stint, 0) + 1));
    stints = seen;
    Set<Stint> late = new HashSet<>();
    Set<Stint> overdue = new HashSet<>();
    seen.forEach(
        (stint, rounds) -> {
          long allowed = stint.allowed().toSeconds();
          if (rounds > ALL_TIMES * allowed + ALL_MORE_ROUNDS) {
            late.add(stint);
          }
          if (rounds > ONE_TIMES * allowed + ONE_MORE_ROUNDS) {
            overdue.add(stint);
          }
        });
    Map<Thread, String> sentences = new HashMap<>();
    (late.size() >= renderThreads ? late : overdue)
        .forEach(
            stint ->
                sentences.put(
                    stint.thread(),
                    "render thread " + stint.thread().getName() + " does not end its job"));
    return sentences;
  }

  private static void tell(Map<Thread, String> before, Map<Thread, String> now) {
    now.forEach(
        (thread, sentence) -> {
          if (!before.containsKey(thread)) {
            LOG.error("{}", sentence, whereabouts(thread));
          }
        });
    before.forEach(
        (thread, _) -> {
          if (!now.containsKey(thread)) {
            LOG.warn("{} goes on", thread.getName());
          }
        });
  }

  private static Throwable whereabouts(Thread thread) {
    Throwable place = new Throwable("where it is");
    place.setStackTrace(thread.getStackTrace());
    return place;
  }
}
