package io.tintype.cache;

import io.tintype.bytes.RequestScope;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * A place below memory where variants are kept: slower, larger, and still there after a restart.
 * Nothing in it ever fails a request: what cannot be read is not there, what cannot be written is
 * dropped. No method waits, and all are safe for use by several threads.
 */
public interface Tier extends AutoCloseable {
  /** Keeps nothing. */
  Tier NONE = new NoTier();

  /** Which place it is; empty = nothing is ever there. */
  Optional<Place> place();

  /**
   * Looks a variant up.
   *
   * @param scope adopts the bytes of what is found
   * @return never fails, and completes on any thread
   */
  Future<Optional<Variant>> find(VariantKey key, RequestScope scope);

  /** Keeps a variant, if there is time and room; replaces the one before. */
  void keep(VariantKey key, Variant variant);

  /** Forgets a variant. */
  void forget(VariantKey key);

  /** Hears that a variant has been served out of a faster place: it deserves to stay. */
  void used(VariantKey key);

  /** Ends what is under way, within a few seconds. */
  @Override
  void close();
}
