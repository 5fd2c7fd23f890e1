package io.tintype.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.telemetry.Heartbeats;
import io.tintype.telemetry.Load;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rounds are gone by hand: what counts is what happened between them, and not when. */
class WatchdogTest {
  private static final Duration ALLOWED = Duration.ofSeconds(8);
  private static final int ALL_LATE = 2 * 8 + 15 + 1;
  private static final int ONE_LATE = 3 * 8 + 20 + 1;
  private static final int THREADS = 3;

  private final Heartbeats heartbeats = new Heartbeats();
  private final Load load = new Load();
  private final Watchdog watchdog = new Watchdog(heartbeats, load, THREADS);
  private final List<ExecutorService> threads = new ArrayList<>();

  @AfterEach
  void endThreads() {
    threads.forEach(ExecutorService::close);
  }

  @Test
  void barksAtALoopThatDoesNotTurn() {
    ExecutorService stuck = thread("stuck loop");
    ExecutorService sound = thread("sound loop");
    on(stuck, heartbeats::beat);

    for (int i = 0; i <= Watchdog.LOOP_ROUNDS; i++) {
      assertThat(watchdog.ailments()).isEmpty();
      on(sound, heartbeats::beat);
      watchdog.goRound();
    }

    assertThat(watchdog.ailments()).containsExactly("event loop stuck loop does not turn");
    assertThat(watchdog.stuckLoops()).isEqualTo(1);
    on(stuck, heartbeats::beat);
    watchdog.goRound();
    assertThat(watchdog.ailments()).isEmpty();
  }

  /** However long the process was not running, the watchdog was not either. */
  @Test
  void isSilentWhereALoopTurnsOnceInManyRounds() {
    ExecutorService slow = thread("slow loop");
    for (int turn = 0; turn < 5; turn++) {
      on(slow, heartbeats::beat);
      rounds(Watchdog.LOOP_ROUNDS);
      assertThat(watchdog.ailments()).isEmpty();
    }
  }

  @Test
  void barksAtOneThreadThatNeverEndsItsJob() {
    on(thread("vips-1"), () -> load.begin(ALLOWED));
    ExecutorService busy = thread("vips-2");

    for (int i = 0; i < ONE_LATE - 1; i++) {
      on(busy, () -> load.begin(ALLOWED));
      watchdog.goRound();
      on(busy, load::end);
    }
    assertThat(watchdog.ailments()).isEmpty();
    watchdog.goRound();

    assertThat(watchdog.ailments()).containsExactly("render thread vips-1 does not end its job");
    assertThat(watchdog.stuckRenderers()).isEqualTo(1);
  }

  @Test
  void barksSoonerIfNoThreadIsLeft() {
    List<ExecutorService> all = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      all.add(thread("vips-" + i));
      on(all.getLast(), () -> load.begin(ALLOWED));
    }

    rounds(ALL_LATE - 1);
    assertThat(watchdog.ailments()).isEmpty();
    rounds(1);
    assertThat(watchdog.stuckRenderers()).isEqualTo(THREADS);

    on(all.getFirst(), load::end);
    watchdog.goRound();
    assertThat(watchdog.ailments()).isEmpty();
  }

  /** Under overload every thread is always at a job, but never for long at the same one. */
  @Test
  void isSilentUnderOverload() {
    ExecutorService busy = thread("vips-0");
    for (int i = 0; i < 2 * ONE_LATE; i++) {
      on(busy, () -> load.begin(ALLOWED));
      watchdog.goRound();
      on(busy, load::end);
    }
    assertThat(watchdog.ailments()).isEmpty();
  }

  private ExecutorService thread(String name) {
    ExecutorService thread =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().name(name).factory());
    threads.add(thread);
    return thread;
  }

  private void rounds(int count) {
    for (int i = 0; i < count; i++) {
      watchdog.goRound();
    }
  }

  private static void on(ExecutorService thread, Runnable action) {
    Future<?> done = thread.submit(action);
    try {
      done.get();
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }
}
