package io.tintype.sandbox;

import java.time.Duration;

/**
 * What helper processes may take.
 *
 * @param processes how many work at the same time, at least 1
 * @param memory bytes each may take beyond what it has when it starts
 * @param time how long it may work on one drawing
 */
public record SandboxSettings(int processes, long memory, Duration time) {
  /** Less, and an ordinary drawing would fail. */
  public static final long LEAST_MEMORY = 64L << 20;

  public static final Duration LEAST_TIME = Duration.ofMillis(100);

  public static final SandboxSettings USUAL =
      new SandboxSettings(1, 512L << 20, Duration.ofSeconds(3));

  public SandboxSettings {
    if (processes < 1 || memory < LEAST_MEMORY || time.compareTo(LEAST_TIME) < 0) {
      throw new IllegalArgumentException(
          "%d processes, %d bytes, %s".formatted(processes, memory, time));
    }
  }
}
