package io.tintype.routing;

import io.tintype.dialect.FaultStyle;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;

/** Headers that answers have in common. */
final class ResponseHeaders {
  /**
   * A default image must not outlive the failure it hides for long (contract: at most a minute),
   * nor a provisional result its upgrade, nor what lacks something that may be there soon.
   */
  private static final String SHORT = "public, max-age=60";

  private ResponseHeaders() {}

  /** Those of every answer. */
  static void common(Exchange exchange) {
    exchange
        .response()
        .putHeader(RequestId.HEADER, exchange.id())
        .putHeader("Server", "tintype")
        .putHeader("Access-Control-Allow-Origin", "*")
        .putHeader("Timing-Allow-Origin", "*")
        .putHeader("X-Content-Type-Options", "nosniff");
  }

  /**
   * Those of every answer with a picture or source, 304 included.
   *
   * @param complete whether the answer is all that was asked for, and the best we can make of it
   */
  static void delivered(
      Exchange exchange, Delivery delivery, String canonicalUrl, boolean complete) {
    common(exchange);
    HttpServerResponse response = exchange.response();
    response.putHeader("Cache-Control", cacheControl(exchange, delivery, complete));
    HintHeaders.welcome(response, delivery);
    delivery
        .defaulted()
        .ifPresent(
            why -> {
              response.putHeader("x-tintype-default", why);
              if (delivery.endpoint().dialect().faultStyle() == FaultStyle.CLOUDINARY) {
                response.putHeader("x-cld-error", "The source is " + why + ".");
              }
            });
    if (!canonicalUrl.isEmpty()) {
      response.putHeader("Link", "<" + HeaderText.safe(canonicalUrl) + ">; rel=\"canonical\"");
    }
  }

  private static String lasting(Delivery delivery) {
    String value = delivery.endpoint().config().cacheControl();
    return delivery.request().disposition().immutable() ? CacheControl.immutable(value) : value;
  }

  private static String cacheControl(Exchange exchange, Delivery delivery, boolean complete) {
    String usual = complete && delivery.defaulted().isEmpty() ? lasting(delivery) : SHORT;
    String bounded =
        delivery
            .admission()
            .lifetime(Duration.ofNanos(exchange.nanos()))
            .map(left -> CacheControl.within(usual, left))
            .orElse(usual);
    return delivery.admission().pass().personal() ? CacheControl.forOne(bounded) : bounded;
  }
}
