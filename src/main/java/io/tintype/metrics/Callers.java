package io.tintype.metrics;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.IdentityHashMap;

/**
 * The connections of the management port: so many at most, and none that takes its time with the
 * head of a request. Confined to the verticle's event loop.
 */
final class Callers implements Handler<HttpServerRequest> {
  static final int MOST = 256;
  private static final Duration HEAD = Duration.ofSeconds(10);

  /** Longer than scrapes are apart. */
  private static final Duration BETWEEN = Duration.ofMinutes(2);

  private final Vertx vertx;
  private final Handler<HttpServerRequest> gate;
  private final Duration head;

  /** With the timer that ends each. */
  private final IdentityHashMap<HttpConnection, Long> waiting = new IdentityHashMap<>();

  /**
   * Nobody is there.
   *
   * @param gate what requests go to
   */
  Callers(Vertx vertx, Handler<HttpServerRequest> gate) {
    this(vertx, gate, HEAD);
  }

  /**
   * The same with another patience.
   *
   * @param head how long the first request of a connection may take to come
   */
  Callers(Vertx vertx, Handler<HttpServerRequest> gate, Duration head) {
    this.vertx = vertx;
    this.gate = gate;
    this.head = head;
  }

  /** Somebody has connected. */
  void welcome(HttpConnection connection) {
    if (waiting.size() == MOST) {
      var _ = connection.close();
      return;
    }
    expect(connection, head);
    connection.closeHandler(_ -> forget(connection));
  }

  @Override
  public void handle(HttpServerRequest request) {
    HttpConnection connection = request.connection();
    Long timer = waiting.get(connection);
    if (timer != null) {
      vertx.cancelTimer(timer);
    }
    request.response().endHandler(_ -> expectNext(connection));
    gate.handle(request);
  }

  private void expectNext(HttpConnection connection) {
    if (waiting.containsKey(connection)) {
      expect(connection, BETWEEN);
    }
  }

  private void expect(HttpConnection connection, Duration time) {
    Long before = waiting.put(connection, vertx.setTimer(time.toMillis(), _ -> connection.close()));
    if (before != null) {
      vertx.cancelTimer(before);
    }
  }

  private void forget(HttpConnection connection) {
    Long timer = waiting.remove(connection);
    if (timer != null) {
      vertx.cancelTimer(timer);
    }
  }
}
