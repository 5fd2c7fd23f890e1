package io.tintype.routing;

import io.tintype.dialect.Asked;
import io.tintype.dialect.Bilingual;
import io.tintype.dialect.ChainKind;
import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.Ignored;
import io.tintype.dialect.RawRequest;
import io.tintype.model.Accepts;
import io.tintype.model.AssetType;
import io.tintype.model.PercentEncoding;
import io.tintype.model.SourceRef;
import io.tintype.model.Transformation;
import io.tintype.telemetry.Metric;
import io.tintype.telemetry.Recorder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Leaves what cannot be done here to the vendor whose URLs the endpoint has taken over. */
public final class Fallthrough {
  /** What is counted where no parameter is to blame, but the source. */
  private static final String SOURCE = "source";

  private Fallthrough() {}

  /** What the old vendor calls a request; empty if nothing is left to it, as in ImageKit's URLs. */
  static Optional<SourceRef.Vendor> of(Endpoint endpoint, RawRequest raw, DeliveryRequest request) {
    boolean here =
        endpoint.config().rewriter().flatMap(Rewriter::oldVendor).isEmpty()
            || !(endpoint.dialect() instanceof Bilingual both)
            || both.isSecond().test(raw)
            || (request.chainKind() == ChainKind.NONE && request.ignored().isEmpty());
    String path =
        PercentEncoding.repairPath(
            withoutCloud(raw.rawPath(), endpoint.config().rewriter().map(Rewriter::cloud)));
    if (here || PercentEncoding.decode(path).filter(text -> !text.startsWith("/")).isEmpty()) {
      return Optional.empty();
    }
    String query =
        request.source() instanceof SourceRef.Remote
            ? PercentEncoding.repairQuery(raw.rawQuery())
            : "";
    return Optional.of(new SourceRef.Vendor(path, query, Accepts.NEITHER));
  }

  /** What the old vendor is asked for; only where something is left to it. */
  static String url(Endpoint endpoint, RawRequest raw, DeliveryRequest request) {
    String base =
        endpoint
            .config()
            .rewriter()
            .flatMap(Rewriter::oldVendor)
            .map(vendor -> vendor.baseUrl().toString())
            .orElseThrow();
    String path = of(endpoint, raw, request).orElseThrow().path().text();
    return (base.endsWith("/") ? base : base + "/") + path;
  }

  /** Whether a request is left to the old vendor before anything is looked up. */
  public static boolean isDue(Endpoint endpoint, RawRequest raw, DeliveryRequest request) {
    return isBeyondUs(request) && of(endpoint, raw, request).isPresent();
  }

  /** Whether a delivery is left to the old vendor before anything is looked up. */
  static boolean isDue(Delivery delivery) {
    return delivery.elsewhere().isPresent() && isBeyondUs(delivery.request());
  }

  private static boolean isBeyondUs(DeliveryRequest request) {
    boolean video =
        request.source() instanceof SourceRef.Asset asset && asset.type() == AssetType.VIDEO;
    return !request.disposition().original() && (video || !request.ignored().isEmpty());
  }

  /** Whether an answer is short of what was asked for because the source cannot be transformed. */
  static boolean isDue(Answer answer) {
    return answer instanceof Answer.Through through
        && through.delivery().elsewhere().isPresent()
        && through.delivery().transforms();
  }

  /** The same delivery of what the old vendor makes of the URL, in the format it is asked for. */
  static Delivery instead(Delivery delivery) {
    SourceRef.Vendor named = delivery.elsewhere().orElseThrow();
    DeliveryRequest request = delivery.request();
    DeliveryRequest left =
        new DeliveryRequest(
            new SourceRef.Vendor(named.rawPath(), named.query(), delivery.effectiveAccepts()),
            new Transformation(OptionalInt.empty(), List.of(), request.transformation().output()),
            request.disposition(),
            Optional.empty(),
            new Asked(List.of(), List.of()),
            List.of(),
            request.cacheQuery(),
            request.chainKind(),
            request.seal(),
            request.consulted());
    return delivery.of(left);
  }

  /** Counts what the old vendor is needed for. */
  static void count(Delivery delivery, Recorder recorder) {
    List<Ignored> lacking = delivery.request().ignored();
    String endpoint = delivery.endpoint().name();
    for (Ignored parameter : lacking) {
      for (String label : ParameterLabel.of(parameter.raw())) {
        recorder.count(Metric.FALLTHROUGH, endpoint, label);
      }
    }
    if (lacking.isEmpty()) {
      recorder.count(Metric.FALLTHROUGH, endpoint, SOURCE);
    }
  }

  /** The old vendor's base URL has the cloud already. */
  private static String withoutCloud(String rawPath, Optional<String> cloud) {
    String path = rawPath.replaceFirst("^/+", "");
    boolean none = cloud.filter(name -> !name.isEmpty()).isEmpty();
    return none ? path : path.substring(path.indexOf('/') + 1).replaceFirst("^/+", "");
  }
}
