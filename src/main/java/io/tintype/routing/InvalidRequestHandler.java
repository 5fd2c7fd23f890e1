package io.tintype.routing;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** Answers what is no HTTP request, or one with too long a line or too many headers. */
final class InvalidRequestHandler implements Handler<HttpServerRequest> {
  private final Journal journal;
  private final Visitors visitors;

  InvalidRequestHandler(Journal journal, Visitors visitors) {
    this.journal = journal;
    this.visitors = visitors;
  }

  @Override
  public void handle(HttpServerRequest request) {
    Exchange exchange = Exchange.open(request, journal, visitors);
    // The cause is one of Netty's types, which only its text may show outside of `bytes`.
    String cause = String.valueOf(request.decoderResult());
    HttpServerResponse response = exchange.response();
    ResponseHeaders.common(exchange);
    response
        .setStatusCode(status(cause))
        .putHeader("Cache-Control", "no-store")
        .putHeader("Content-Type", "text/plain; charset=utf-8")
        .putHeader("Connection", "close");
    exchange.endsWith(
        Outcome.FAULT,
        response.end(sentence(status(cause))).onComplete(_ -> request.connection().close()));
  }

  private static int status(String cause) {
    if (cause.contains("TooLongHttpLine")) {
      return 414;
    }
    return cause.contains("TooLongHttpHeader") ? 431 : 400;
  }

  private static String sentence(int status) {
    return switch (status) {
      case 414 -> "The URL is too long.\n";
      case 431 -> "The request headers are too large.\n";
      default -> "This is no valid HTTP request.\n";
    };
  }
}
