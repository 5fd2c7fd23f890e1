package io.tintype.routing;

import io.tintype.bus.Fetched;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.ImageFormat;
import io.tintype.model.Medium;
import io.tintype.origin.SourceInfo;
import io.tintype.origin.Validators;
import io.tintype.telemetry.Metric;
import io.tintype.telemetry.Recorder;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;
import java.util.Locale;
import java.util.Optional;

/** Answers with a source as it is, in constant memory. */
final class StreamResponse {
  private static final String UNKNOWN_TYPE = "application/octet-stream";

  private final Context context;
  private final Recorder recorder;

  StreamResponse(Context context, Recorder recorder) {
    this.context = context;
    this.recorder = recorder;
  }

  void send(Exchange exchange, Answer.Through answer) {
    Fetched.Streaming source = answer.source();
    Validators validators = source.info().validators();
    HttpServerResponse response = exchange.response();
    ResponseHeaders.delivered(exchange, answer.delivery(), source.info().canonicalUrl(), true);
    exchange.servedFrom(Outcome.MISS);
    head(response, answer);
    if (Preconditions.notModified(exchange, validators.etag(), validators.lastModified())) {
      source.body().close();
      exchange.endsWith(Outcome.NOT_MODIFIED, response.setStatusCode(304).end());
      return;
    }
    if (Preconditions.rangeIsBeyond(exchange, answer.delivery().range(), source.info())) {
      source.body().close();
      beyond(exchange, source.info());
      return;
    }
    represent(response, source);
    Outcome outcome = answer.delivery().defaulted().isPresent() ? Outcome.DEFAULT : Outcome.STREAM;
    if (exchange.headOnly()) {
      source.body().close();
      exchange.endsWith(outcome, response.end());
      return;
    }
    response.setChunked(source.info().length().isEmpty());
    String format =
        source.format().map(known -> known.name().toLowerCase(Locale.ROOT)).orElse("other");
    new StreamPump(source.body().stream(), response, exchange.pace(), context)
        .run(bytes -> recorder.add(Metric.OUTPUT_BYTES, (double) bytes, format))
        .onSuccess(_ -> exchange.endsWith(outcome, Future.succeededFuture()))
        .onFailure(_ -> interrupted(exchange, new Fault.OriginUnavailable(source.origin().name())));
  }

  /** Not to be stored: the source may grow. */
  private static void beyond(Exchange exchange, SourceInfo info) {
    HttpServerResponse response = exchange.response();
    response
        .setStatusCode(416)
        .putHeader("Cache-Control", "no-store")
        .putHeader("Content-Range", "bytes */" + info.length().orElseThrow())
        .putHeader("Content-Length", "0");
    exchange.endsWith(Outcome.STREAM, response.end());
  }

  private static void interrupted(Exchange exchange, Fault fault) {
    HttpServerResponse response = exchange.response();
    if (exchange.isOver() || response.headWritten()) {
      exchange.breakOff(fault);
      return;
    }
    response.headers().clear();
    response.setChunked(false);
    FaultResponse.send(exchange, new FaultException(fault));
  }

  private static void head(HttpServerResponse response, Answer.Through answer) {
    Fetched.Streaming source = answer.source();
    Validators validators = source.info().validators();
    response.putHeader("Accept-Ranges", "bytes");
    SvgPolicy.apply(response, mediaType(source));
    if (!validators.etag().isEmpty()) {
      response.putHeader("ETag", HeaderText.safe(validators.etag()));
    }
    if (!validators.lastModified().isEmpty()) {
      response.putHeader("Last-Modified", HeaderText.safe(validators.lastModified()));
    }
    if (!answer.unhonoured().isEmpty()) {
      response.putHeader("x-tintype-ignored", HeaderText.list(answer.unhonoured()));
    }
    answer
        .delivery()
        .request()
        .disposition()
        .attachment()
        .map(name -> ContentDisposition.attachment(name, source.format().map(Medium.Picture::new)))
        .ifPresent(value -> response.putHeader("Content-Disposition", value));
  }

  private static void represent(HttpServerResponse response, Fetched.Streaming source) {
    SourceInfo info = source.info();
    response.putHeader("Content-Type", mediaType(source));
    info.length().ifPresent(length -> response.putHeader("Content-Length", Long.toString(length)));
    if (!info.contentRange().isEmpty()) {
      response.setStatusCode(206).putHeader("Content-Range", HeaderText.safe(info.contentRange()));
    }
  }

  private static String mediaType(Fetched.Streaming source) {
    Optional<String> sniffed = source.format().map(ImageFormat::mediaType);
    String stated = HeaderText.safe(source.info().contentType());
    return sniffed.orElse(stated.isEmpty() ? UNKNOWN_TYPE : stated);
  }
}
