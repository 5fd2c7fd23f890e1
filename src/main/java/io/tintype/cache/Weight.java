package io.tintype.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Policy;
import io.tintype.bytes.ImageBytes;

/** What entries of caches cost that are bounded by their bytes. */
final class Weight {
  /**
   * What an entry costs besides its bytes and key: records, map nodes, the native block's header.
   */
  private static final int OVERHEAD = 512;

  private static final int BYTES_PER_CHAR = 2;

  private Weight() {}

  /** Bytes that an entry takes, all in all. */
  static int of(String key, ImageBytes bytes) {
    long weight = bytes.size() + (long) key.length() * BYTES_PER_CHAR + OVERHEAD;
    return (int) Math.min(Integer.MAX_VALUE, weight);
  }

  /** Bytes that all entries take. */
  static long of(Cache<?, ?> entries) {
    entries.cleanUp();
    return entries.policy().eviction().map(Policy.Eviction::weightedSize).orElseThrow().orElse(0);
  }
}
