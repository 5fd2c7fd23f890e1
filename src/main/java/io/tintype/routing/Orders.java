package io.tintype.routing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tintype.access.Pass;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Orders that have been let in before, by their wording, so that they need not be read again. They
 * belong to one state of the configuration and are forgotten with it. Bounded by what the texts
 * weigh; what is asked for once does not drive out what is asked for often. Safe for use by several
 * threads.
 */
final class Orders {
  /** What all of them weigh, in bytes by estimate: some 4,000 orders of usual length. */
  private static final long MOST = 16L << 20;

  /** Characters; who sends longer wordings waits a little longer. */
  private static final int LONGEST = 2_048;

  /** An order's records and lists, besides its texts. */
  private static final int OVERHEAD = 2_048;

  /** Bytes for a character of a URL, which is also in keys, in the chain and in reports. */
  private static final int BYTES_PER_CHAR = 12;

  private final Cache<Wording, Known> known =
      Caffeine.newBuilder()
          .maximumWeight(MOST)
          .weigher(Orders::weigh)
          .executor(Runnable::run)
          .build();

  /**
   * An order, and what opens it for everybody.
   *
   * @param pass given to a request that showed no token; empty = there was none so far
   */
  record Known(Order order, Optional<Pass> pass) {}

  /** What is known of a wording; null = nothing. */
  @Nullable Known find(Wording wording) {
    return known.getIfPresent(wording);
  }

  /** Remembers an order that has been let in; never one that has been refused, or is very long. */
  void remember(Wording wording, Known order) {
    if (wording.length() <= LONGEST) {
      known.put(wording, order);
    }
  }

  private static int weigh(Wording wording, Known order) {
    return OVERHEAD + BYTES_PER_CHAR * wording.length();
  }
}
