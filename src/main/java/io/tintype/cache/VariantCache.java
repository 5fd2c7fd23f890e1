package io.tintype.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Policy;
import io.tintype.bytes.ImageBytes;
import io.tintype.bytes.RequestScope;
import io.tintype.model.Medium;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Variants in memory, bounded by their bytes. The cache owns one reference on each and gives it up
 * on eviction; whoever finds one gets a reference of their own. Safe for use by several threads.
 */
public final class VariantCache implements AutoCloseable {
  /**
   * What an entry costs besides its bytes and key: records, map nodes, the native block's header.
   */
  private static final int OVERHEAD = 512;

  private static final int BYTES_PER_CHAR = 2;

  private final Cache<VariantKey, Variant> entries;

  /**
   * Creates an empty cache.
   *
   * @param maxBytes most bytes held, overhead included; 0 = nothing is kept
   */
  public VariantCache(long maxBytes) {
    this.entries =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .weigher(VariantCache::weigh)
            .<VariantKey, Variant>removalListener((_, variant, _) -> release(variant))
            .executor(Runnable::run)
            .build();
  }

  /** The variant of a key, with a reference that the scope has adopted. */
  public Optional<Variant> find(VariantKey key, RequestScope scope) {
    Variant variant = entries.getIfPresent(key);
    if (variant == null || !variant.bytes().tryRetain()) {
      return Optional.empty();
    }
    scope.adopt(variant.bytes());
    return Optional.of(variant);
  }

  /** Keeps a variant, if its bytes are still there; replaces the one before. */
  public void keep(VariantKey key, Variant variant) {
    if (variant.bytes().tryRetain()) {
      entries.put(key, variant);
    }
  }

  /**
   * Puts something better in the place of a provisional variant, or where it was.
   *
   * @return false if something else is there by now, which stays
   */
  public boolean upgrade(VariantKey key, Variant provisional, ImageBytes better, Medium to) {
    if (!better.tryRetain()) {
      return false;
    }
    boolean[] replaced = {false};
    entries
        .asMap()
        .compute(
            key,
            (_, current) -> {
              replaced[0] = current == null || current.etag().equals(provisional.etag());
              Variant base = current == null ? provisional : current;
              return replaced[0] ? base.upgraded(better, to) : current;
            });
    if (!replaced[0]) {
      better.close();
    }
    return replaced[0];
  }

  /** Forgets a variant. */
  public void forget(VariantKey key) {
    entries.invalidate(key);
  }

  /** Bytes held, overhead included. */
  public long bytes() {
    entries.cleanUp();
    return entries.policy().eviction().map(Policy.Eviction::weightedSize).orElseThrow().orElse(0);
  }

  /** Number of variants held. */
  public long entries() {
    return entries.estimatedSize();
  }

  /** Forgets everything. */
  @Override
  public void close() {
    entries.invalidateAll();
    entries.cleanUp();
  }

  private static int weigh(VariantKey key, Variant variant) {
    long weight = variant.bytes().size() + (long) key.text().length() * BYTES_PER_CHAR + OVERHEAD;
    return (int) Math.min(Integer.MAX_VALUE, weight);
  }

  private static void release(@Nullable Variant variant) {
    if (variant != null) {
      variant.bytes().close();
    }
  }
}
