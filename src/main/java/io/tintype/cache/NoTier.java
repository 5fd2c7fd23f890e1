package io.tintype.cache;

import io.tintype.bytes.RequestScope;
import io.vertx.core.Future;
import java.util.Optional;

/** What stands below memory where nothing is configured. */
record NoTier() implements Tier {
  @Override
  public Optional<Place> place() {
    return Optional.empty();
  }

  @Override
  public Future<Optional<Variant>> find(VariantKey key, RequestScope scope) {
    return Future.succeededFuture(Optional.empty());
  }

  @Override
  public void keep(VariantKey key, Variant variant) {}

  @Override
  public void forget(VariantKey key) {}

  @Override
  public void used(VariantKey key) {}

  @Override
  public void close() {}
}
