package io.tintype.bus;

import java.time.Duration;

/** A moment by which something must have happened; handed down and asked for what remains. */
public record Deadline(long nanoTime) {
  private static final long NANOS_PER_MILLI = 1_000_000;

  /** The moment that far from now. */
  public static Deadline after(Duration budget) {
    return new Deadline(System.nanoTime() + budget.toNanos());
  }

  /** Milliseconds left, at least 0. */
  public long remainingMillis() {
    return Math.max(0, (nanoTime - System.nanoTime()) / NANOS_PER_MILLI);
  }

  public Duration remaining() {
    return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
  }

  public boolean expired() {
    return nanoTime - System.nanoTime() <= 0;
  }

  /** The earlier of this moment and the one that far from now. */
  public Deadline orAfter(Duration budget) {
    Deadline other = after(budget);
    return other.nanoTime - nanoTime < 0 ? other : this;
  }
}
