package io.tintype.routing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tintype.cache.VariantKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How often variants were delivered from memory, and how long it took lately to make some of them
 * smaller. Safe for use by several threads.
 */
final class Refinements {
  /** Whoever is forgotten begins at nothing. */
  private static final long MOST_COUNTED = 100_000;

  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final Cache<VariantKey, Tally> tallies =
      Caffeine.newBuilder().maximumSize(MOST_COUNTED).executor(Runnable::run).build();
  private final Deque<Spending> spendings = new ArrayDeque<>();
  private final InstantSource clock;

  Refinements(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Deliveries of one state of a variant.
   *
   * @param hits far below zero once there is nothing more to gain
   */
  private record Tally(String etag, AtomicInteger hits) {}

  private record Spending(Instant at, Duration time) {}

  /** Counts a delivery; true if it is just the one that was waited for. */
  boolean isDue(VariantKey key, String etag, int hits) {
    Tally tally = tallies.getIfPresent(key);
    if (tally == null || !tally.etag().equals(etag)) {
      tally = new Tally(etag, new AtomicInteger());
      tallies.put(key, tally);
    }
    return tally.hits().incrementAndGet() == hits;
  }

  /** It is as small as it gets. */
  void settle(VariantKey key, String etag) {
    tallies.put(key, new Tally(etag, new AtomicInteger(Integer.MIN_VALUE)));
  }

  /** It was no good moment: counting begins anew. */
  void postpone(VariantKey key) {
    tallies.invalidate(key);
  }

  /** Whether less than this has been spent within a minute. */
  synchronized boolean affords(Duration budget) {
    Instant start = clock.instant().minus(WINDOW);
    while (!spendings.isEmpty() && !spendings.element().at().isAfter(start)) {
      spendings.remove();
    }
    Duration spent = spendings.stream().map(Spending::time).reduce(Duration.ZERO, Duration::plus);
    return spent.compareTo(budget) < 0;
  }

  /** Takes note of rendering time. */
  synchronized void spend(Duration time) {
    spendings.add(new Spending(clock.instant(), time));
  }
}
