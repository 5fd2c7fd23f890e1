package io.tintype.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/**
 * Sources that turned out to be no images we decode, so that requests for them need not wait for
 * each other. A bounded number, forgotten after a while. Safe for use by several threads.
 */
public final class PassThroughs {
  private static final long MOST = 10_000;
  private static final Duration WHILE = Duration.ofMinutes(10);

  private final Cache<String, Boolean> sources =
      Caffeine.newBuilder()
          .maximumSize(MOST)
          .expireAfterWrite(WHILE)
          .executor(Runnable::run)
          .build();

  /** Whether the source is known to be streamed. */
  public boolean knows(String source) {
    return sources.getIfPresent(source) != null;
  }

  /** Remembers that the source is streamed. */
  public void remember(String source) {
    sources.put(source, true);
  }

  /** Forgets what was remembered: the source is an image now. */
  public void forget(String source) {
    sources.invalidate(source);
  }
}
