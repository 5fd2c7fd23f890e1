package io.tintype.routing;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.time.Duration;

/**
 * Answers as ever; from the moment the process is about to end, each answer is the last of its
 * connection, so that no client is about to ask on it when it is closed. Confined to one event
 * loop.
 */
final class Farewell implements Handler<HttpServerRequest> {
  private final Handler<HttpServerRequest> answering;
  private final Duration patience;
  private boolean begun;

  /**
   * @param answering who answers
   * @param patience how long the last requests of a connection may take
   */
  Farewell(Handler<HttpServerRequest> answering, Duration patience) {
    this.answering = answering;
    this.patience = patience;
  }

  /** From now on connections end with what is asked on them next. */
  void begin() {
    begun = true;
  }

  @Override
  public void handle(HttpServerRequest request) {
    request.response().headersEndHandler(_ -> takeLeave(request));
    answering.handle(request);
  }

  /** By a header; of HTTP/2, where many may ask at once, by GOAWAY. */
  private void takeLeave(HttpServerRequest request) {
    if (!begun) {
      return;
    }
    if (request.version() != HttpVersion.HTTP_2) {
      request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
    var _ = request.connection().shutdown(patience);
  }
}
