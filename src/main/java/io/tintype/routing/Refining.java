package io.tintype.routing;

import java.time.Duration;

/**
 * Which results of an endpoint are made smaller when there is nothing else to do.
 *
 * @param enabled whether any are
 * @param hits how often a result has to be asked for again first, at least 1
 * @param budget how long that may take within any minute, together with what other endpoints took
 */
public record Refining(boolean enabled, int hits, Duration budget) {
  /** None. */
  public static final Refining OFF = new Refining(false, 1, Duration.ZERO);
}
