package io.tintype.routing;

import io.tintype.bytes.NettyBuffers;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpSettings;
import io.vertx.core.http.HttpVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A client's connection, and what happens on it at the moment. Confined to one event loop. */
final class Visitor {
  /** RFC 9113, 7: {@code ENHANCE_YOUR_CALM}. */
  private static final long CALM = 11;

  /**
   * Bytes of headers we have sent that a client may want us to remember for him, all of which he
   * can fill (RFC 7541, 4.2). Browsers want half of it.
   */
  private static final long HEADER_TABLE = 128 * 1024;

  private final HttpConnection connection;
  private final List<Exchange> exchanges = new ArrayList<>(1);
  private Duration patience;
  private long quietSince;
  private final Chatter chatter;
  private boolean closing;
  private boolean unwelcome;

  Visitor(HttpConnection connection, Duration patience, long now) {
    this.connection = connection;
    this.patience = patience;
    this.quietSince = now;
    this.chatter = new Chatter(now);
  }

  /** Sends away who floods us with what Netty answers by itself, or wants it to remember much. */
  void supervise() {
    if (connection.protocolVersion() == HttpVersion.HTTP_2) {
      connection.pingHandler(_ -> chatted());
      connection.remoteSettingsHandler(this::wants);
      // The first ones have come by now.
      wants(connection.remoteSettings());
    }
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
    if (unwelcome) {
      NettyBuffers.drop(connection);
      return;
    }
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

  private void wants(HttpSettings settings) {
    if (settings instanceof Http2Settings frames && frames.getHeaderTableSize() > HEADER_TABLE) {
      sendAway();
    } else {
      chatted();
    }
  }

  private void chatted() {
    if (chatter.isTooMuch(System.nanoTime())) {
      sendAway();
    }
  }

  @SuppressWarnings("deprecation") // what is to replace it gives no reason
  private void sendAway() {
    if (!unwelcome) {
      unwelcome = true;
      connection.goAway(CALM);
      var _ = connection.close();
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
