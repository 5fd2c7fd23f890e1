package io.tintype.cache.disk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What all tasks of the disk's threads go through: a bug in one of them, or a lack of heap, is
 * counted and logged, and ends nothing that comes after it. Safe for use by several threads.
 */
final class Guard {
  private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

  /** Between two stack traces: a bug may show with every request. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final DiskCounts counts;
  private final InstantSource clock;
  private Instant nextTrace = Instant.EPOCH;

  Guard(DiskCounts counts, InstantSource clock) {
    this.counts = counts;
    this.clock = clock;
  }

  /** Runs a task; false if it did not come to its end. */
  boolean run(Runnable task) {
    return holds(
        () -> {
          task.run();
          return true;
        },
        false);
  }

  /**
   * Asks a question.
   *
   * @param otherwise the answer if there is none
   */
  boolean holds(BooleanSupplier question, boolean otherwise) {
    try {
      return question.getAsBoolean();
    } catch (RuntimeException | Error bug) {
      counts.failed();
      if (isDue()) {
        LOG.atError().setCause(bug).log("a task of the disk cache has failed");
      }
      return otherwise;
    }
  }

  private synchronized boolean isDue() {
    Instant now = clock.instant();
    if (now.isBefore(nextTrace)) {
      return false;
    }
    nextTrace = now.plus(PAUSE);
    return true;
  }
}
