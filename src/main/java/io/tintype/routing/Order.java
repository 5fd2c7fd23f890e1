package io.tintype.routing;

import io.tintype.access.SignedTarget;
import io.tintype.cache.VariantKey;
import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.Ignored;
import io.tintype.model.Accepts;
import io.tintype.model.SourceRef;
import io.tintype.plan.Negotiation;
import java.util.List;
import java.util.Optional;

/**
 * What a wording orders, whoever sends it and whenever: with all that follows from it, so that none
 * of it is worked out twice. Immutable.
 */
final class Order {
  private final Endpoint endpoint;
  private final Circumstances circumstances;
  private final DeliveryRequest request;
  private final Optional<SourceRef.Vendor> elsewhere;
  private final boolean negotiated;
  private final Accepts effectiveAccepts;
  private final String sourceText;
  private final String chain;
  private final String keyHost;
  private final String sourceKey;
  private final VariantKey key;
  private final List<String> lacking;
  private final boolean seeksThings;
  private final String vary;

  /**
   * What an order is placed with, whatever becomes of it.
   *
   * @param target raw path and query
   * @param signed the same without the signature
   * @param host the client asked for
   * @param accepts what the client takes
   * @param saveData whether the client wants fewer bytes, where the endpoint lets it
   */
  record Circumstances(
      Target target, SignedTarget signed, String host, Accepts accepts, boolean saveData) {}

  /**
   * Creates an order.
   *
   * @param elsewhere what the old vendor calls all of this, for what cannot be done here; empty =
   *     it is not asked
   */
  Order(
      Endpoint endpoint,
      Circumstances circumstances,
      DeliveryRequest request,
      Optional<SourceRef.Vendor> elsewhere) {
    this.endpoint = endpoint;
    this.circumstances = circumstances;
    this.request = request;
    this.elsewhere = elsewhere;
    this.negotiated =
        !request.disposition().original()
            && Negotiation.matters(request.transformation(), endpoint.config().output());
    this.effectiveAccepts = negotiated ? circumstances.accepts() : Accepts.NEITHER;
    this.sourceText = request.source().text();
    this.chain = request.transformation().canonical();
    this.keyHost = endpoint.forwardsHost() ? circumstances.host() : "";
    this.sourceKey = keyOf(endpoint, request.source(), keyHost);
    this.key =
        VariantKey.of(
            List.of(
                endpoint.fingerprint(),
                sourceText,
                chain,
                client(effectiveAccepts, circumstances.saveData()),
                request.cacheQuery(),
                keyHost));
    this.lacking =
        request.ignored().stream()
            .map(Ignored::raw)
            .flatMap(raw -> ParameterLabel.of(raw).stream())
            .toList();
    this.seeksThings = SoughtThings.areIn(request.transformation().steps());
    this.vary = HintHeaders.vary(endpoint, request, negotiated);
  }

  /** The same with another request in its place. */
  Order of(DeliveryRequest other, Optional<SourceRef.Vendor> leftTo) {
    return new Order(endpoint, circumstances, other, leftTo);
  }

  Endpoint endpoint() {
    return endpoint;
  }

  Circumstances circumstances() {
    return circumstances;
  }

  DeliveryRequest request() {
    return request;
  }

  Optional<SourceRef.Vendor> elsewhere() {
    return elsewhere;
  }

  /** Whether the format depends on what the client accepts. */
  boolean negotiated() {
    return negotiated;
  }

  /** What the format may depend on; a client's wishes do not count where it asked for a format. */
  Accepts effectiveAccepts() {
    return effectiveAccepts;
  }

  /** What the request calls the source, with any query of it. */
  String sourceText() {
    return sourceText;
  }

  /** The transformation as canonical text. */
  String chain() {
    return chain;
  }

  /** What the caches know the source by: the endpoint's origins are part of its name. */
  String sourceKey() {
    return sourceKey;
  }

  /** What the caches would know another source of the same endpoint by. */
  String keyOf(SourceRef source) {
    return keyOf(endpoint, source, keyHost);
  }

  /** What the result is known by. */
  VariantKey key() {
    return key;
  }

  /** Labels of the parameters that the grammar found without effect, in URL order. */
  List<String> lacking() {
    return lacking;
  }

  /** Whether the chain is about things in the picture that nothing here finds. */
  boolean seeksThings() {
    return seeksThings;
  }

  /** Value of {@code Vary}; empty = the answer is the same for all clients. */
  String vary() {
    return vary;
  }

  private static String keyOf(Endpoint endpoint, SourceRef source, String keyHost) {
    return endpoint.fingerprint() + ' ' + source.text() + ' ' + keyHost;
  }

  private static String client(Accepts accepts, boolean saveData) {
    return (accepts.avif() ? "avif" : "")
        + (accepts.webp() ? "webp" : "")
        + (saveData ? " save-data" : "");
  }
}
