package io.tintype.transform;

import java.time.Duration;

/**
 * How long jobs stay on the threads lately, as a moving average: time that those which are taken
 * off the queue ahead of others wait for a thread included. Confined to the queue's event loop.
 */
final class Turnaround {
  /** How much one job counts against all before it. */
  private static final double WEIGHT = 0.2;

  /** So that most jobs wait no longer than is expected, and not just half of them. */
  private static final double MARGIN = 1.25;

  private double nanos;

  /** Nothing is known yet. */
  Turnaround() {
    this(Duration.ZERO);
  }

  /**
   * Nothing has been seen yet.
   *
   * @param guess what the first jobs will take; 0 = nothing is known
   */
  Turnaround(Duration guess) {
    this.nanos = guess.toNanos();
  }

  /** Takes note of a job. */
  void took(Duration time) {
    nanos = nanos == 0 ? time.toNanos() : nanos + WEIGHT * (time.toNanos() - nanos);
  }

  /**
   * How long a job will probably wait behind others at most; 0 while nothing is known.
   *
   * @param slots how many jobs are taken off the queue at the same time, at least 1
   */
  Duration waitBehind(long jobs, int slots) {
    return Duration.ofNanos((long) (MARGIN * nanos * jobs / slots));
  }
}
