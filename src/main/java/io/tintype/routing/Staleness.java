package io.tintype.routing;

import io.tintype.cache.Variant;
import io.tintype.fault.Blame;
import io.tintype.fault.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What may be done with a kept variant at a moment. */
enum Staleness {
  /** Served without asking. */
  FRESH,
  /** Served without asking, since asking failed a moment ago. */
  EXCUSED,
  /** The origin is asked; served if that fails. */
  OLD,
  /** Only good for its validators. */
  DEAD;

  /** While an origin is down, it is not asked for every request. */
  private static final Duration PAUSE = Duration.ofSeconds(5);

  static Staleness of(Variant variant, EndpointConfig.Freshness freshness, Instant now) {
    Duration age = variant.age(now);
    if (age.compareTo(freshFor(variant, freshness)) < 0) {
      return FRESH;
    }
    if (age.compareTo(freshness.ttl().plus(freshness.stale())) >= 0) {
      return DEAD;
    }
    return now.isBefore(variant.failed().plus(PAUSE)) ? EXCUSED : OLD;
  }

  /**
   * How a variant ends a request that needs no question to the origin; empty = the origin has to be
   * asked.
   *
   * @param place what it is called if it is fresh
   */
  Optional<Outcome> outcome(Outcome place) {
    return switch (this) {
      case FRESH -> Optional.of(place);
      case EXCUSED -> Optional.of(Outcome.STALE);
      case OLD, DEAD -> Optional.empty();
    };
  }

  /** What lacks something is not kept longer than the knowledge that a source is absent. */
  private static Duration freshFor(Variant variant, EndpointConfig.Freshness freshness) {
    boolean complete = variant.makings().complete();
    return complete || freshness.ttl().compareTo(freshness.negative()) < 0
        ? freshness.ttl()
        : freshness.negative();
  }

  /** Whether a failure is of the kind that an old variant may hide. */
  static boolean excuses(Fault fault) {
    return switch (Blame.of(fault)) {
      case ORIGIN, CAPACITY -> true;
      case CALLER, US -> false;
    };
  }
}
