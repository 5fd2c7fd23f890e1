package io.tintype.cache.disk;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the directory can be written at the moment: logged when that changes, and not for every
 * request. After a failure nothing is tried for a second. Safe for use by several threads.
 */
final class Trouble {
  private static final Logger LOG = LoggerFactory.getLogger(Trouble.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Path directory;
  private final InstantSource clock;
  private boolean broken;
  private Instant nextTry = Instant.EPOCH;

  Trouble(Path directory, InstantSource clock) {
    this.directory = directory;
    this.clock = clock;
  }

  /** Whether something may be tried now: all is well, or the pause is over. */
  synchronized boolean mayTry() {
    return !broken || !clock.instant().isBefore(nextTry);
  }

  synchronized void failed(String reason) {
    if (!broken) {
      LOG.atWarn()
          .addKeyValue("directory", directory)
          .addKeyValue("reason", reason)
          .log("results cannot be kept on disk; they are served all the same");
    }
    broken = true;
    nextTry = clock.instant().plus(PAUSE);
  }

  synchronized void succeeded() {
    if (broken) {
      LOG.atInfo().addKeyValue("directory", directory).log("results are kept on disk again");
    }
    broken = false;
  }
}
