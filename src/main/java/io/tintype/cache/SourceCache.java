package io.tintype.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tintype.bytes.ByteBudget;
import io.tintype.bytes.RequestScope;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Encoded sources in memory, bounded by their bytes, which stay part of the budget of all sources:
 * they give way to sources that are being read. The cache owns one reference on each and gives it
 * up on eviction; whoever finds one gets a reference of their own. Safe for use by several threads.
 */
public final class SourceCache implements AutoCloseable {
  private final boolean on;
  private final Cache<String, StoredSource> entries;

  /**
   * Creates an empty cache.
   *
   * @param maxBytes most bytes held, overhead included; 0 = nothing is kept
   * @param budget that sources are read within
   */
  public SourceCache(long maxBytes, ByteBudget budget) {
    this.on = maxBytes > 0;
    this.entries =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .weigher((String key, StoredSource source) -> Weight.of(key, source.bytes()))
            .<String, StoredSource>removalListener((_, source, _) -> release(source))
            .executor(Runnable::run)
            .build();
    budget.relieveBy(this::giveUpOne);
  }

  /** A cache that is switched off. */
  public static SourceCache off() {
    return new SourceCache(0, new ByteBudget("no sources", 0));
  }

  public boolean isOn() {
    return on;
  }

  /** The source of a key, with a reference that the scope has adopted. */
  public Optional<StoredSource> find(String key, RequestScope scope) {
    StoredSource source = entries.getIfPresent(key);
    if (source == null || !source.bytes().tryRetain()) {
      return Optional.empty();
    }
    scope.adopt(source.bytes());
    return Optional.of(source);
  }

  /** Keeps a source, if its bytes are still there; replaces the one before. */
  public void keep(String key, StoredSource source) {
    if (on && source.bytes().tryRetain()) {
      entries.put(key, source);
    }
  }

  /** Forgets a source. */
  public void forget(String key) {
    entries.invalidate(key);
  }

  /** Bytes held, overhead included. */
  public long bytes() {
    return Weight.of(entries);
  }

  /** Number of sources held. */
  public long entries() {
    return entries.estimatedSize();
  }

  /** Forgets everything. */
  @Override
  public void close() {
    entries.invalidateAll();
    entries.cleanUp();
  }

  private boolean giveUpOne() {
    Iterator<String> coldest =
        entries.policy().eviction().orElseThrow().coldest(1).keySet().iterator();
    if (!coldest.hasNext()) {
      return false;
    }
    entries.invalidate(coldest.next());
    return true;
  }

  private static void release(@Nullable StoredSource source) {
    if (source != null) {
      source.bytes().close();
    }
  }
}
