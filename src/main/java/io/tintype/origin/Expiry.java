package io.tintype.origin;

import java.time.Duration;

/** The moment by which an attempt at an origin must have succeeded. */
public record Expiry(long nanoTime) {
  /** The moment that far from now. */
  public static Expiry after(Duration limit) {
    return new Expiry(System.nanoTime() + limit.toNanos());
  }

  /** Time left, at least 0. */
  public Duration remaining() {
    return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
  }

  /** Milliseconds left, rounded up, at least 1: what timers want. */
  public long timerMillis() {
    return remaining().toMillis() + 1;
  }

  public boolean passed() {
    return nanoTime - System.nanoTime() <= 0;
  }
}
