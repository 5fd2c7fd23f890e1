package io.tintype.cache.disk;

import io.tintype.bytes.RequestScope;
import io.tintype.cache.Variant;
import io.tintype.cache.VariantKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Changes that wait to be written, oldest first, one for each key; bounded by number and by the
 * bytes they hold on to. Safe for use by several threads.
 */
final class Outbox {
  private final int maxChanges;
  private final long maxBytes;
  private final SequencedMap<VariantKey, Change> waiting = new LinkedHashMap<>();
  private long bytes;

  Outbox(int maxChanges, long maxBytes) {
    this.maxChanges = maxChanges;
    this.maxBytes = maxBytes;
  }

  /** What is to be done about a key. */
  sealed interface Change {
    /** The bytes have an owner more while this waits. */
    record Keep(Variant variant) implements Change {}

    record Forget() implements Change {}

    private long size() {
      return this instanceof Keep(var variant) ? variant.bytes().size() : 0;
    }
  }

  /** A change and its key. */
  record Next(VariantKey key, Change change) {}

  /** Adds a variant in place of the change before; false if there is no room. */
  boolean keep(VariantKey key, Variant variant) {
    if (!variant.bytes().tryRetain()) {
      return true;
    }
    boolean added = add(key, new Change.Keep(variant));
    if (!added) {
      variant.bytes().close();
    }
    return added;
  }

  /** Adds that a key is forgotten, in place of the change before; false if there is no room. */
  boolean forget(VariantKey key) {
    return add(key, new Change.Forget());
  }

  /** What will be found once everything is written: empty = what is found already. */
  synchronized Optional<Change> find(VariantKey key, RequestScope scope) {
    Change change = waiting.get(key);
    if (change instanceof Change.Keep(var variant) && variant.bytes().tryRetain()) {
      scope.adopt(variant.bytes());
    }
    return Optional.ofNullable(change);
  }

  /** The oldest change, which stays until it is {@linkplain #done}; its bytes have an owner more. */
  synchronized Optional<Next> next() {
    Map.Entry<VariantKey, Change> oldest = waiting.firstEntry();
    if (oldest == null) {
      return Optional.empty();
    }
    if (oldest.getValue() instanceof Change.Keep(var variant) && !variant.bytes().tryRetain()) {
      throw new IllegalStateException("the outbox owns what waits in it");
    }
    return Optional.of(new Next(oldest.getKey(), oldest.getValue()));
  }

  /** Takes away a change and gives its bytes back, unless there is a newer one for its key. */
  synchronized void done(Next written) {
    if (waiting.remove(written.key(), written.change())) {
      release(written.change());
    }
    if (written.change() instanceof Change.Keep(var variant)) {
      variant.bytes().close();
    }
  }

  synchronized boolean isEmpty() {
    return waiting.isEmpty();
  }

  private synchronized boolean add(VariantKey key, Change change) {
    Change before = waiting.get(key);
    long freed = before == null ? 0 : before.size();
    boolean fits = before != null || waiting.size() < maxChanges;
    if (!fits || bytes - freed + change.size() > maxBytes) {
      return false;
    }
    waiting.put(key, change);
    bytes += change.size();
    if (before != null) {
      release(before);
    }
    return true;
  }

  private void release(Change change) {
    bytes -= change.size();
    if (change instanceof Change.Keep(var variant)) {
      variant.bytes().close();
    }
  }
}
