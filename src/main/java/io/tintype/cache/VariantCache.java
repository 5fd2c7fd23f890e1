package io.tintype.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import io.tintype.bytes.ImageBytes;
import io.tintype.bytes.RequestScope;
import io.tintype.model.Medium;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Variants in memory, bounded by their bytes, in front of a slower tier that is told of every
 * change. The cache owns one reference on each and gives it up on eviction; whoever finds one gets
 * a reference of their own. Safe for use by several threads.
 */
public final class VariantCache implements AutoCloseable {
  private final Cache<VariantKey, Variant> entries;
  private final LongAdder evictions = new LongAdder();
  private final Tier below;

  /**
   * Creates an empty cache with nothing below it.
   *
   * @param maxBytes most bytes held, overhead included; 0 = nothing is kept
   */
  public VariantCache(long maxBytes) {
    this(maxBytes, Tier.NONE);
  }

  /**
   * Creates an empty cache.
   *
   * @param maxBytes most bytes held, overhead included; 0 = nothing is kept
   * @param below hears of whatever is kept or forgotten here, and is looked into by {@link
   *     #findBelow}
   */
  public VariantCache(long maxBytes, Tier below) {
    this.below = below;
    this.entries =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .weigher((VariantKey key, Variant variant) -> Weight.of(key.text(), variant.bytes()))
            .<VariantKey, Variant>removalListener((_, variant, cause) -> release(variant, cause))
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
    below.used(key);
    return Optional.of(variant);
  }

  /** Where {@link #findBelow} looks; empty = nowhere. */
  public Optional<Place> below() {
    return below.place();
  }

  /**
   * Looks into the tier below; what is there comes up into memory, unless something newer has got
   * there meanwhile.
   *
   * @param scope adopts the bytes of what is found
   * @return never fails, and completes on any thread
   */
  public Future<Optional<Variant>> findBelow(VariantKey key, RequestScope scope) {
    return below
        .find(key, scope)
        .andThen((found, _) -> found.ifPresent(variant -> promote(key, variant)));
  }

  /** Keeps a variant, if its bytes are still there; replaces the one before. */
  public void keep(VariantKey key, Variant variant) {
    if (variant.bytes().tryRetain()) {
      entries.put(key, variant);
      below.keep(key, variant);
    }
  }

  /**
   * Keeps a variant that its origin failed to confirm, so that the next request need not ask. Below
   * nothing changes: the excuse is over in seconds, and an outage must not write all files anew.
   */
  public void excuse(VariantKey key, Variant variant) {
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
              if (!replaced[0]) {
                return current;
              }
              Variant upgraded = base.upgraded(better, to);
              below.keep(key, upgraded);
              return upgraded;
            });
    if (!replaced[0]) {
      better.close();
    }
    return replaced[0];
  }

  /** Forgets a variant, below as well. */
  public void forget(VariantKey key) {
    entries.invalidate(key);
    below.forget(key);
  }

  /** Bytes held, overhead included. */
  public long bytes() {
    return Weight.of(entries);
  }

  /** Number of variants held. */
  public long entries() {
    return entries.estimatedSize();
  }

  /** Variants that had to make room. */
  public long evictions() {
    return evictions.sum();
  }

  /** Forgets everything; what is below stays. */
  @Override
  public void close() {
    entries.invalidateAll();
    entries.cleanUp();
  }

  private void promote(VariantKey key, Variant variant) {
    if (variant.bytes().tryRetain() && entries.asMap().putIfAbsent(key, variant) != null) {
      variant.bytes().close();
    }
  }

  private void release(@Nullable Variant variant, RemovalCause cause) {
    if (cause.wasEvicted()) {
      evictions.increment();
    }
    if (variant != null) {
      variant.bytes().close();
    }
  }
}
