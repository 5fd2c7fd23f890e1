package io.tintype.routing;

import io.tintype.dialect.FaultStyle;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers any failure, in the manner of the endpoint's dialect; never to be stored. */
final class FaultResponse {
  private static final Logger LOG = LoggerFactory.getLogger(FaultResponse.class);
  private static final String RETRY_SECONDS = "1";
  static final String METHODS = "GET, HEAD, OPTIONS";

  private static final int UNAUTHORIZED = 401;

  /** RFC 9110, 15.5.2, demands one; browsers ask nobody about schemes they do not know. */
  private static final String CHALLENGE = "URL-Signature";

  private FaultResponse() {}

  /**
   * Answers an exchange. One that is over is left alone, and one whose answer has begun is broken
   * off: on HTTP/2 its connection has others to serve.
   */
  static void send(Exchange exchange, Throwable failure) {
    Fault fault = FaultException.faultOf(failure);
    if (!(failure instanceof FaultException)) {
      LOG.atError()
          .addKeyValue("request", exchange.id())
          .setCause(failure)
          .log("bug while answering a request");
    }
    HttpServerResponse response = exchange.response();
    if (exchange.isOver()) {
      return;
    }
    if (response.headWritten()) {
      exchange.breakOff(fault);
      return;
    }
    FaultStatus status = FaultStatus.of(fault);
    exchange.failed(fault);
    response.setStatusCode(status.status());
    ResponseHeaders.common(exchange);
    response
        .putHeader("Cache-Control", "no-store")
        .putHeader("Content-Type", "text/plain; charset=utf-8");
    if (fault instanceof Fault.MethodNotAllowed) {
      response.putHeader("Allow", METHODS);
    }
    if (status.status() == UNAUTHORIZED) {
      response.putHeader("WWW-Authenticate", CHALLENGE);
    }
    if (status.retryable()) {
      response.putHeader("Retry-After", RETRY_SECONDS);
    }
    exchange.endpoint().ifPresent(endpoint -> vendorHeader(response, endpoint, fault, status));
    Buffer body = Buffer.buffer(HeaderText.line(sentence(fault)) + "\n");
    response.putHeader("Content-Length", Integer.toString(body.length()));
    exchange.endsWith(Outcome.FAULT, exchange.headOnly() ? response.end() : response.end(body));
  }

  /** The key of a limit helps those who may change it. */
  private static String sentence(Fault fault) {
    return fault instanceof Fault.LimitExceeded(var limit, var message) && message.endsWith(".")
        ? message.substring(0, message.length() - 1) + " (limit " + limit + ")."
        : fault.message();
  }

  private static void vendorHeader(
      HttpServerResponse response, Endpoint endpoint, Fault fault, FaultStatus status) {
    String sentence = HeaderText.safe(sentence(fault));
    FaultStyle style = endpoint.dialect().faultStyle();
    switch (style) {
      case IMAGEKIT -> response.putHeader("ik-error", status.code() + " - " + sentence);
      case CLOUDINARY -> response.putHeader("x-cld-error", sentence);
    }
  }
}
