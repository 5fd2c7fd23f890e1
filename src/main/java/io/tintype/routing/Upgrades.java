package io.tintype.routing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tintype.bytes.RequestScope;
import io.tintype.cache.VariantKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Which variants are being upgraded, each of them once, and which have to wait for another attempt.
 * Safe for use by several threads.
 */
final class Upgrades {
  /** After the first drop; until then clients keep the provisional answer. Doubles each time. */
  private static final Duration FIRST_REST = Duration.ofSeconds(60);

  /** So that the longest rest is about an hour. */
  private static final int MOST_DOUBLINGS = 6;

  /** Those that rest; whoever is forgotten stays provisional until it is rendered again. */
  private static final long MOST_RESTING = 10_000;

  /** While as many are under way, none is repeated: each costs a question to an origin. */
  private static final int MOST_ASIDE = 16;

  private final ConcurrentMap<VariantKey, RequestScope> underWay = new ConcurrentHashMap<>();
  private final Cache<VariantKey, Rest> resting =
      Caffeine.newBuilder().maximumSize(MOST_RESTING).executor(Runnable::run).build();
  private final InstantSource clock;
  private volatile boolean stopped;

  Upgrades(InstantSource clock) {
    this.clock = clock;
  }

  /** How often one has been dropped, and when it may be tried again. */
  private record Rest(int drops, Instant until) {}

  /** Begins one; empty if it is under way already, or no more are to be begun. */
  Optional<RequestScope> begin(VariantKey key) {
    if (stopped) {
      return Optional.empty();
    }
    RequestScope scope = new RequestScope();
    return underWay.putIfAbsent(key, scope) == null ? Optional.of(scope) : Optional.empty();
  }

  /** Begins one that has been dropped and has rested since; else as {@link #beginAside}. */
  Optional<RequestScope> repeat(VariantKey key) {
    Rest rest = resting.getIfPresent(key);
    boolean rested = rest != null && !clock.instant().isBefore(rest.until());
    return rested ? beginAside(key) : Optional.empty();
  }

  /** Begins one for which a source has to be fetched, if few are under way; as {@link #begin}. */
  Optional<RequestScope> beginAside(VariantKey key) {
    return underWay.size() < MOST_ASIDE ? begin(key) : Optional.empty();
  }

  /** Ends one for good, and gives back what it had. */
  void finish(VariantKey key) {
    resting.invalidate(key);
    end(key);
  }

  /** Ends one for now, and gives back what it had. */
  void drop(VariantKey key) {
    Rest last = resting.getIfPresent(key);
    int drops = last == null ? 0 : Math.min(last.drops(), MOST_DOUBLINGS);
    Duration rest = FIRST_REST.multipliedBy(1L << drops);
    resting.put(key, new Rest(drops + 1, clock.instant().plus(rest)));
    end(key);
  }

  /** Gives all of them up, since the process is about to end. */
  void stop() {
    stopped = true;
    underWay.keySet().forEach(this::end);
  }

  private void end(VariantKey key) {
    RequestScope scope = underWay.remove(key);
    if (scope != null) {
      scope.close();
    }
  }
}
