package io.tintype.metrics;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lets only those calls through to the router that it can read; the others end here. */
final class CallGate implements Handler<HttpServerRequest> {
  private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9/_-]*");
  private static final int MALFORMED = 400;
  private static final int NOT_FOUND = 404;
  private static final int NOT_ALLOWED = 405;
  private static final int LINE_TOO_LONG = 414;
  private static final int HEADERS_TOO_LARGE = 431;
  private static final int FAILED = 500;

  private final Handler<HttpServerRequest> router;

  CallGate(Handler<HttpServerRequest> router) {
    this.router = router;
  }

  @Override
  public void handle(HttpServerRequest request) {
    if (!request.method().equals(HttpMethod.GET)) {
      request.response().putHeader("Allow", "GET");
      Refusal.send(request.response(), NOT_ALLOWED, "This port is only asked.", "Use GET.");
    } else if (isPath(request.path())) {
      router.handle(request);
    } else {
      refuseUnknown(request);
    }
  }

  private static boolean isPath(@Nullable String path) {
    return path != null && PATH.matcher(path).matches();
  }

  /** There is nothing at this path. */
  static void refuseUnknown(HttpServerRequest request) {
    Refusal.send(
        request.response(), NOT_FOUND, "There is no such call.", "The path / lists what there is.");
  }

  /** A handler of ours has thrown. */
  static void refuseFailed(HttpServerRequest request) {
    Refusal.send(
        request.response(), FAILED, "This call has failed.", "The log has the reason; report it.");
  }

  /** What is no HTTP request, or one with too long a line or too many headers. */
  static void refuseInvalid(HttpServerRequest request) {
    String cause = String.valueOf(request.decoderResult());
    request.response().putHeader("Connection", "close");
    if (cause.contains("TooLongHttpLine")) {
      refuseInvalid(request, LINE_TOO_LONG, "The URL is too long.");
    } else if (cause.contains("TooLongHttpHeader")) {
      refuseInvalid(request, HEADERS_TOO_LARGE, "The request headers are too large.");
    } else {
      refuseInvalid(request, MALFORMED, "This is no valid HTTP request.");
    }
  }

  private static void refuseInvalid(HttpServerRequest request, int status, String message) {
    Refusal.send(request.response(), status, message, "The connection is closed; open another.");
    var _ = request.connection().close();
  }
}
