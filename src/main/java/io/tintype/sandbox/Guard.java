package io.tintype.sandbox;

import io.tintype.fault.FaultException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks after one piece of work of a helper, from another thread than the one that waits for it.
 */
final class Guard {
  private final DrawingProcess helper;
  private final Runnable check;
  private final long until;
  private final FaultException late;
  private @Nullable FaultException reason;
  private boolean over;

  /**
   * Begins.
   *
   * @param check throws a {@link FaultException} once nobody waits for the work any more
   * @param until in nanoseconds of {@link System#nanoTime}
   * @param late what to say after that
   */
  Guard(DrawingProcess helper, Runnable check, long until, FaultException late) {
    this.helper = helper;
    this.check = check;
    this.until = until;
    this.late = late;
  }

  /** Kills the helper if it may not go on. */
  synchronized void look() {
    if (over || reason != null) {
      return;
    }
    reason = objection();
    if (reason != null) {
      helper.kill();
    }
  }

  private @Nullable FaultException objection() {
    if (System.nanoTime() - until >= 0) {
      return late;
    }
    try {
      check.run();
      return null;
    } catch (FaultException unwanted) {
      return unwanted;
    }
  }

  /** Looks away for good; why the helper has been killed, if it has. */
  synchronized Optional<FaultException> end() {
    over = true;
    return Optional.ofNullable(reason);
  }
}
