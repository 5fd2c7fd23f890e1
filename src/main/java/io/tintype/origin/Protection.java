package io.tintype.origin;

import java.time.Duration;

/**
 * How the rest is protected from one origin, and the origin from us.
 *
 * @param maxConcurrent attempts of the whole process at once, at least 1; others wait a little
 * @param breaker when the origin is left alone
 */
public record Protection(int maxConcurrent, Breaker breaker) {
  public static final Protection DEFAULT = new Protection(64, Breaker.DEFAULT);

  public Protection {
    if (maxConcurrent < 1) {
      throw new IllegalArgumentException("maxConcurrent " + maxConcurrent);
    }
  }

  /**
   * When a server is left alone.
   *
   * @param failures in a row that open the circuit; 0 = never
   * @param window within which they must happen, more than 0
   * @param pause longest time without a probe, more than 0
   */
  public record Breaker(int failures, Duration window, Duration pause) {
    public static final Breaker DEFAULT =
        new Breaker(10, Duration.ofSeconds(30), Duration.ofSeconds(3));
    public static final Breaker OFF = new Breaker(0, DEFAULT.window, DEFAULT.pause);

    public Breaker {
      if (failures < 0 || !window.isPositive() || !pause.isPositive()) {
        throw new IllegalArgumentException(failures + " within " + window + ", " + pause);
      }
    }
  }
}
