package io.tintype.routing;

import io.tintype.dialect.FaultStyle;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.Optional;

/** Headers that answers have in common. */
final class ResponseHeaders {
  /** Says which tier the body is from. */
  static final CharSequence CACHE = HttpHeaders.createOptimized("x-tintype-cache");

  private static final CharSequence SERVER = HttpHeaders.createOptimized("Server");
  private static final CharSequence ALLOW_ORIGIN =
      HttpHeaders.createOptimized("Access-Control-Allow-Origin");
  private static final CharSequence CACHE_CONTROL = HttpHeaders.createOptimized("Cache-Control");
  static final CharSequence REQUEST_ID = HttpHeaders.createOptimized(RequestId.HEADER);
  private static final CharSequence US = HttpHeaders.createOptimized("tintype");
  private static final CharSequence ANYBODY = HttpHeaders.createOptimized("*");
  private static final CharSequence TIMING = HttpHeaders.createOptimized("Timing-Allow-Origin");
  private static final CharSequence TYPE_OPTIONS =
      HttpHeaders.createOptimized("X-Content-Type-Options");
  private static final CharSequence NO_SNIFFING = HttpHeaders.createOptimized("nosniff");

  private ResponseHeaders() {}

  /** Those of every answer. */
  static void common(Exchange exchange) {
    exchange
        .response()
        .putHeader(REQUEST_ID, exchange.id())
        .putHeader(SERVER, US)
        .putHeader(ALLOW_ORIGIN, ANYBODY)
        .putHeader(TIMING, ANYBODY)
        .putHeader(TYPE_OPTIONS, NO_SNIFFING);
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
    response.putHeader(CACHE_CONTROL, cacheControl(exchange, delivery, complete));
    HintHeaders.welcome(response, delivery);
    delivery.defaulted().ifPresent(why -> explain(response, delivery, why));
    if (!canonicalUrl.isEmpty()) {
      response.putHeader("Link", "<" + HeaderText.safe(canonicalUrl) + ">; rel=\"canonical\"");
    }
  }

  private static void explain(HttpServerResponse response, Delivery delivery, String why) {
    response.putHeader("x-tintype-default", why);
    if (delivery.endpoint().dialect().faultStyle() == FaultStyle.CLOUDINARY) {
      response.putHeader("x-cld-error", "The source is " + why + ".");
    }
  }

  private static String brief(Delivery delivery) {
    return CacheControl.briefly(delivery.endpoint().config().cacheControl());
  }

  private static String lasting(Delivery delivery) {
    String value = delivery.endpoint().config().cacheControl();
    return delivery.request().disposition().immutable() ? CacheControl.immutable(value) : value;
  }

  /**
   * A default image must not outlive the failure it hides for long (at most a minute), nor a
   * provisional result its upgrade, nor what lacks something that may be there soon, nor what is
   * old while its origin is down.
   */
  private static String cacheControl(Exchange exchange, Delivery delivery, boolean complete) {
    String usual = complete && delivery.defaulted().isEmpty() ? lasting(delivery) : brief(delivery);
    Optional<Duration> lifetime = delivery.admission().lifetime(Duration.ofNanos(exchange.nanos()));
    String bounded = lifetime.isPresent() ? CacheControl.within(usual, lifetime.get()) : usual;
    return delivery.admission().pass().personal() ? CacheControl.forOne(bounded) : bounded;
  }
}
