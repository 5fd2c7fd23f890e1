package io.tintype.routing;

import io.tintype.access.Pass;
import io.tintype.cache.VariantKey;
import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.Disposition;
import io.tintype.model.Accepts;
import io.tintype.model.FormatChoice;
import io.tintype.model.SourceRef;
import io.tintype.plan.OutputRules;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One delivery, understood: everything the story needs to know about a request.
 *
 * @param order what is asked for
 * @param admission what the request has been let in with
 * @param range value of the {@code Range} header; empty = none
 * @param headOnly whether the client wants no body
 * @param defaulted why the default image is delivered instead; empty = it is not
 */
record Delivery(
    Order order, Admission admission, String range, boolean headOnly, Optional<String> defaulted) {
  /**
   * The leave to serve a request.
   *
   * @param at when it was given
   */
  record Admission(Pass pass, Instant at) {
    /** How long any copy of the answer may live; empty = as long as the endpoint says. */
    Optional<Duration> lifetime(Duration since) {
      return pass.expiry().map(expiry -> expiry.remaining(at.plus(since)));
    }
  }

  Endpoint endpoint() {
    return order.endpoint();
  }

  DeliveryRequest request() {
    return order.request();
  }

  /** What the client takes. */
  Accepts accepts() {
    return order.circumstances().accepts();
  }

  /** Whether the client wants fewer bytes, where the endpoint lets it. */
  boolean saveData() {
    return order.circumstances().saveData();
  }

  /** The host the client asked for. */
  String host() {
    return order.circumstances().host();
  }

  /** What the old vendor calls all of this, for what cannot be done here; empty = not asked. */
  Optional<SourceRef.Vendor> elsewhere() {
    return order.elsewhere();
  }

  /** What the caches know the source by: the endpoint's origins are part of its name. */
  String sourceKey() {
    return order.sourceKey();
  }

  /** What the caches would know another source of the same endpoint by. */
  String keyOf(SourceRef source) {
    return order.keyOf(source);
  }

  /** What the result is known by. */
  VariantKey key() {
    return order.key();
  }

  /** What the format may depend on; a client's wishes do not count where it asked for a format. */
  Accepts effectiveAccepts() {
    return order.effectiveAccepts();
  }

  /** Whether the URL asks for anything but the source as it is. */
  boolean transforms() {
    return !request().disposition().original() && Wishes.any(request().transformation());
  }

  /** Whether the URL names the format of the result. */
  boolean namesFormat() {
    return FormatChoice.isNamed(request().transformation().output().format());
  }

  /** Whether SVG is delivered without anything that could do harm. */
  boolean sanitises() {
    return (request().disposition().sanitised()
            || endpoint().config().output().switches().sanitiseSvg())
        && !(request().source() instanceof SourceRef.Vendor);
  }

  /** Whether a drawing is read whole: the URL names what to make of it, or it is sanitised. */
  boolean draws() {
    return sanitises() || (namesFormat() && !(request().source() instanceof SourceRef.Vendor));
  }

  /** How to encode for this client. */
  OutputRules rules() {
    OutputRules rules = endpoint().config().output();
    return saveData() ? rules.withDataSaver() : rules;
  }

  /** The same delivery of the default image. */
  Delivery instead(SourceRef source, String reason) {
    DeliveryRequest request = request();
    DeliveryRequest other =
        new DeliveryRequest(
            source,
            request.transformation(),
            request.disposition(),
            Optional.empty(),
            request.asked(),
            request.ignored(),
            "",
            request.chainKind(),
            request.seal(),
            request.consulted());
    return new Delivery(
        order.of(other, Optional.empty()), admission, "", headOnly, Optional.of(reason));
  }

  /** The same delivery of another request, which is not left to anybody else. */
  Delivery of(DeliveryRequest other) {
    return new Delivery(order.of(other, Optional.empty()), admission, range, headOnly, defaulted);
  }

  /** Whether the source as it is will do only if it has the format that the URL names. */
  boolean mayConvert() {
    return request().disposition().original()
        && (sanitises() || Wishes.any(request().transformation()));
  }

  /** The same delivery, made into the format that the URL names. */
  Delivery converted() {
    DeliveryRequest request = request();
    Disposition own = request.disposition();
    DeliveryRequest other =
        new DeliveryRequest(
            request.source(),
            request.transformation(),
            new Disposition(
                false, own.attachment(), own.immutable(), own.described(), own.sanitised()),
            request.defaultImage(),
            request.asked(),
            request.ignored(),
            request.cacheQuery(),
            request.chainKind(),
            request.seal(),
            request.consulted());
    return new Delivery(order.of(other, elsewhere()), admission, range, headOnly, defaulted);
  }

  /** The same delivery of the whole source. */
  Delivery whole() {
    return new Delivery(order, admission, "", headOnly, defaulted);
  }
}
