package io.tintype.routing;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;

/**
 * The clients of one event loop: who may come in, and who has to go since he neither asks nor takes
 * his answer. One round twice a second looks at all of them, which costs less than a timer a
 * request. Confined to its event loop.
 */
final class Visitors {
  private static final Duration ROUND = Duration.ofMillis(500);

  private final ClientLimits limits;
  private final OpenConnections open;
  private final IdentityHashMap<HttpConnection, Visitor> visitors = new IdentityHashMap<>();

  Visitors(ClientLimits limits, OpenConnections open) {
    this.limits = limits;
    this.open = open;
  }

  /** Goes its rounds as long as the verticle lives on whose event loop this is called. */
  void watch(Vertx vertx) {
    vertx.setPeriodic(
        ROUND.toMillis(),
        _ -> {
          long now = System.nanoTime();
          new ArrayList<>(visitors.values()).forEach(visitor -> visitor.inspect(limits, now));
        });
  }

  /** Lets a connection in, or closes it where there are too many. */
  void welcome(HttpConnection connection) {
    if (!open.enter(limits.connections())) {
      var _ = connection.close();
      return;
    }
    Visitor visitor = new Visitor(connection, limits.headerTime(), System.nanoTime());
    visitors.put(connection, visitor);
    visitor.supervise();
    connection.closeHandler(
        _ -> {
          if (visitors.remove(connection) != null) {
            open.leave();
          }
        });
  }

  void began(Exchange exchange) {
    Visitor visitor = visitors.get(exchange.request().connection());
    if (visitor != null) {
      visitor.began(exchange);
    }
  }

  void ended(Exchange exchange) {
    Visitor visitor = visitors.get(exchange.request().connection());
    if (visitor != null) {
      boolean whole = exchange.request().isEnded();
      Duration next = whole ? limits.idleTime() : limits.headerTime();
      visitor.ended(exchange, next, System.nanoTime());
    }
  }
}
