package io.tintype.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Sources that no origin has, remembered for a short while and in a bounded number; nothing but
 * absence is remembered here. Safe for use by several threads.
 */
public final class AbsentSources {
  private static final long MOST = 10_000;

  private final Cache<String, Instant> until =
      Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();
  private final InstantSource clock;

  public AbsentSources(InstantSource clock) {
    this.clock = clock;
  }

  /** Whether the source was absent a moment ago. */
  public boolean knows(String source) {
    Instant end = until.getIfPresent(source);
    return end != null && clock.instant().isBefore(end);
  }

  /** Remembers that the source is absent. */
  public void remember(String source, Duration howLong) {
    if (howLong.isPositive()) {
      until.put(source, clock.instant().plus(howLong));
    }
  }

  /** Number of sources remembered. */
  public long entries() {
    return until.estimatedSize();
  }
}
