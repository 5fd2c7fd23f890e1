package io.tintype.routing;

import io.tintype.bytes.NettyBuffers;
import io.tintype.cache.Variant;
import io.tintype.model.ImageFormat;
import io.tintype.telemetry.Metric;
import io.tintype.telemetry.Recorder;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** Answers with a rendered picture, without copying it. */
final class VariantResponse {
  private static final CharSequence ETAG = HttpHeaders.createOptimized("ETag");
  private static final CharSequence LAST_MODIFIED = HttpHeaders.createOptimized("Last-Modified");
  private static final CharSequence CONTENT_TYPE = HttpHeaders.createOptimized("Content-Type");
  private static final CharSequence CONTENT_LENGTH = HttpHeaders.createOptimized("Content-Length");

  private final Recorder recorder;

  VariantResponse(Recorder recorder) {
    this.recorder = recorder;
  }

  void send(Exchange exchange, Answer.Picture answer) {
    Variant variant = answer.variant();
    Delivery delivery = answer.delivery();
    HttpServerResponse response = exchange.response();
    describe(exchange, answer);
    count(delivery, variant);
    Optional<Buffer> instead = ContentInfo.instead(answer).map(JsonObject::toBuffer);
    if (instead.isPresent()) {
      sendInstead(exchange, answer, instead.get());
      return;
    }
    if (Preconditions.notModified(
        exchange, variant.etag(), variant.source().validators().lastModified())) {
      exchange.endsWith(Outcome.NOT_MODIFIED, response.setStatusCode(304).end());
      return;
    }
    delivery
        .request()
        .disposition()
        .attachment()
        .map(name -> ContentDisposition.attachment(name, Optional.of(variant.medium())))
        .ifPresent(value -> response.putHeader("Content-Disposition", value));
    response
        .putHeader(CONTENT_TYPE, variant.medium().mediaType())
        .putHeader(CONTENT_LENGTH, Integer.toString(variant.bytes().size()));
    Outcome outcome = delivery.defaulted().isPresent() ? Outcome.DEFAULT : answer.from();
    if (exchange.headOnly()) {
      exchange.endsWith(outcome, response.end());
      return;
    }
    recorder.add(Metric.OUTPUT_BYTES, variant.bytes().size(), variant.medium().label());
    exchange.pace().wrote(variant.bytes().size(), System.nanoTime());
    exchange.endsWith(outcome, response.end(NettyBuffers.view(variant.bytes())));
  }

  /** Made anew each time, so that a cache has nothing to ask for. */
  private static void sendInstead(Exchange exchange, Answer.Picture answer, Buffer json) {
    HttpServerResponse response = exchange.response();
    response.headers().remove("ETag").remove("Last-Modified");
    response
        .putHeader("Content-Type", "application/json")
        .putHeader("Content-Length", Integer.toString(json.length()));
    exchange.endsWith(answer.from(), exchange.headOnly() ? response.end() : response.end(json));
  }

  /** What 304 says too. */
  private static void describe(Exchange exchange, Answer.Picture answer) {
    Variant variant = answer.variant();
    Delivery delivery = answer.delivery();
    String lastModified = variant.source().validators().lastModified();
    HttpServerResponse response = exchange.response();
    ResponseHeaders.delivered(
        exchange,
        delivery,
        variant.source().canonicalUrl(),
        variant.isFinal() && answer.from() != Outcome.STALE);
    response.putHeader(ETAG, variant.etag());
    SvgPolicy.apply(response, variant.medium().mediaType());
    HintHeaders.describe(response, delivery);
    ContentInfo.describe(response, answer);
    exchange.servedFrom(answer.from());
    if (!lastModified.isEmpty()) {
      response.putHeader(LAST_MODIFIED, HeaderText.safe(lastModified));
    }
    List<String> unhonoured = unhonoured(delivery, variant);
    if (!unhonoured.isEmpty()) {
      response.putHeader("x-tintype-ignored", HeaderText.list(unhonoured));
    }
  }

  /** A drawing that stays one is not transformed at all. */
  private static List<String> unhonoured(Delivery delivery, Variant variant) {
    boolean untouched = variant.medium().picture().filter(ImageFormat.SVG::equals).isPresent();
    return untouched && delivery.transforms()
        ? delivery.request().asked().parts()
        : delivery.request().unhonoured(variant.unmet());
  }

  /** What the grammar has found was counted when it was read. */
  private void count(Delivery delivery, Variant variant) {
    for (String wish : variant.unmet()) {
      for (String label : ParameterLabel.of(wish)) {
        recorder.count(Metric.IGNORED, delivery.endpoint().name(), label);
      }
    }
  }
}
