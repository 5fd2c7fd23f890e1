package io.tintype.metrics;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

/** How every call of the management port is refused: a sentence, and one that helps. */
final class Refusal {
  private Refusal() {}

  static void send(HttpServerResponse response, int status, String message, String help) {
    if (response.headWritten() || response.closed()) {
      return;
    }
    response
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "no-store")
        .end(new JsonObject().put("message", message).put("help", help).encode() + "\n");
  }
}
