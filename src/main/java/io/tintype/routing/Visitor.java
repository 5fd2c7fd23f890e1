package io.tintype.routing;

import io.tintype.bytes.NettyBuffers;
import io.vertx.core.http.HttpConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A client's connection, and what happens on it at the moment. Confined to one event loop. */
final class Visitor {
  private final HttpConnection connection;
  private final List<Exchange> exchanges = new ArrayList<>(1);
  private Duration patience;
  private long quietSince;
  private boolean closing;

  Visitor(HttpConnection connection, Duration patience, long now) {
    this.connection = connection;
    this.patience = patience;
    this.quietSince = now;
  }

  void began(Exchange exchange) {
    exchanges.add(exchange);
  }

  /** An exchange is over; the next head, or the rest of a body, may take so long. */
  void ended(Exchange exchange, Duration next, long now) {
    exchanges.remove(exchange);
    patience = next;
    quietSince = now;
  }

  /** Ends what takes too long. */
  void inspect(ClientLimits limits, long now) {
    if (exchanges.isEmpty()) {
      if (now - quietSince > patience.toNanos()) {
        close();
      }
      return;
    }
    for (Exchange exchange : List.copyOf(exchanges)) {
      if (exchange.pace().isTooSlow(now, limits)) {
        exchange.giveUp();
      }
    }
  }

  /** Politely first; who does not listen is left. */
  private void close() {
    if (closing) {
      NettyBuffers.drop(connection);
    } else {
      closing = true;
      var _ = connection.close();
    }
  }
}
