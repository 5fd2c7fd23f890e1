package io.tintype.routing;

import io.tintype.bytes.RequestScope;
import io.tintype.cache.VariantKey;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Which variants are being upgraded; each of them once. Safe for use by several threads. */
final class Upgrades {
  private final ConcurrentMap<VariantKey, RequestScope> underWay = new ConcurrentHashMap<>();
  private volatile boolean stopped;

  /** Begins one; empty if it is under way already, or no more are to be begun. */
  Optional<RequestScope> begin(VariantKey key) {
    if (stopped) {
      return Optional.empty();
    }
    RequestScope scope = new RequestScope();
    return underWay.putIfAbsent(key, scope) == null ? Optional.of(scope) : Optional.empty();
  }

  /** Ends one, and gives back what it had. */
  void end(VariantKey key) {
    RequestScope scope = underWay.remove(key);
    if (scope != null) {
      scope.close();
    }
  }

  /** Gives all of them up, since the process is about to end. */
  void stop() {
    stopped = true;
    underWay.keySet().forEach(this::end);
  }
}
