package io.tintype.routing;

import io.tintype.access.CarriedToken;
import io.tintype.access.SignedTarget;
import io.tintype.access.Visit;
import io.tintype.config.Live;
import io.tintype.dialect.ClientHints;
import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.Ignored;
import io.tintype.dialect.RawRequest;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.Accepts;
import io.tintype.telemetry.Metric;
import io.tintype.telemetry.Recorder;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Turns one HTTP request into one delivery, and its end into one response. */
final class DeliveryHandler implements Handler<HttpServerRequest> {
  private static final String PREFLIGHT_SECONDS = "86400";

  private final Live<Endpoints> endpoints;
  private final DeliveryFlow flow;
  private final Journal journal;
  private final Recorder recorder;
  private final InstantSource clock;
  private final VariantResponse variantResponse;
  private final StreamResponse streamResponse;

  DeliveryHandler(
      Live<Endpoints> endpoints,
      DeliveryFlow flow,
      Journal journal,
      Recorder recorder,
      InstantSource clock,
      Context context) {
    this.endpoints = endpoints;
    this.flow = flow;
    this.journal = journal;
    this.recorder = recorder;
    this.clock = clock;
    this.variantResponse = new VariantResponse(recorder);
    this.streamResponse = new StreamResponse(context, recorder);
  }

  @Override
  public void handle(HttpServerRequest request) {
    Exchange exchange = Exchange.open(request, journal);
    switch (request.method().name()) {
      case "GET", "HEAD" -> deliver(exchange);
      case "OPTIONS" -> preflight(exchange);
      default ->
          FaultResponse.send(
              exchange,
              new FaultException(
                  new Fault.MethodNotAllowed(HeaderText.safe(request.method().name()))));
    }
  }

  private void deliver(Exchange exchange) {
    Delivery delivery;
    try {
      delivery = understand(exchange);
    } catch (RuntimeException refused) {
      FaultResponse.send(exchange, refused);
      return;
    }
    flow.deliver(delivery, exchange)
        .onSuccess(answer -> send(exchange, answer))
        .onFailure(failure -> FaultResponse.send(exchange, failure));
  }

  private Delivery understand(Exchange exchange) {
    long started = System.nanoTime();
    if (!exchange.namesOneHost()) {
      throw new FaultException(
          new Fault.MalformedUrl("The request has to name its host in exactly one Host header."));
    }
    Endpoints.Resolved resolved =
        endpoints.current().resolve(exchange.host(), exchange.target().path());
    exchange.assign(resolved.endpoint());
    ClientHints hints =
        HintHeaders.heard(exchange::header, resolved.endpoint().config().output().dataSaver());
    RawRequest raw = new RawRequest(resolved.rest(), exchange.target().query(), hints);
    DeliveryRequest request = resolved.endpoint().dialect().parse(raw);
    Delivery delivery =
        new Delivery(
            resolved.endpoint(),
            request,
            admit(exchange, resolved.endpoint(), request),
            Accepts.ofHeader(exchange.header("Accept")),
            hints.saveData(),
            exchange.host(),
            Preconditions.range(exchange),
            exchange.headOnly(),
            Fallthrough.of(resolved.endpoint(), raw, request),
            Optional.empty());
    exchange.understood(delivery);
    recorder.time(Metric.STAGE_DURATION, System.nanoTime() - started, "parse");
    count(delivery);
    return delivery;
  }

  private Delivery.Admission admit(Exchange exchange, Endpoint endpoint, DeliveryRequest request) {
    Visit visit =
        new Visit(
            request,
            SignedTarget.of(exchange.target().path(), exchange.target().query()),
            exchange.header("Referer"),
            exchange.header("User-Agent"),
            CarriedToken.of(
                exchange.target().query(),
                exchange.header("Cookie").replace(',', ';'),
                exchange.clientAddress()));
    Instant now = clock.instant();
    return new Delivery.Admission(endpoint.guard().admit(visit, now), now);
  }

  private void count(Delivery delivery) {
    String endpoint = delivery.endpoint().name();
    boolean elsewhere = Fallthrough.isDue(delivery);
    if (!elsewhere && SoughtThings.areIn(delivery.request().transformation().steps())) {
      recorder.count(Metric.FALLBACKS, endpoint);
    }
    List<Ignored> lacking = elsewhere ? List.of() : delivery.request().ignored();
    for (Ignored ignored : lacking) {
      for (String label : ParameterLabel.of(ignored.raw())) {
        recorder.count(Metric.IGNORED, endpoint, label);
      }
    }
    if (delivery.admission().pass().unchecked()) {
      recorder.count(Metric.UNVERIFIED_SIGNATURES, endpoint);
    }
  }

  private void send(Exchange exchange, Answer answer) {
    if (exchange.isOver()) {
      return;
    }
    try {
      switch (answer) {
        case Answer.Picture picture -> variantResponse.send(exchange, picture);
        case Answer.Through through -> streamResponse.send(exchange, through);
      }
    } catch (RuntimeException bug) {
      FaultResponse.send(exchange, bug);
    }
  }

  private static void preflight(Exchange exchange) {
    ResponseHeaders.common(exchange);
    exchange
        .response()
        .setStatusCode(204)
        .putHeader("Allow", FaultResponse.METHODS)
        .putHeader("Access-Control-Allow-Methods", FaultResponse.METHODS)
        .putHeader("Access-Control-Allow-Headers", "*")
        .putHeader("Access-Control-Max-Age", PREFLIGHT_SECONDS);
    exchange.endsWith(Outcome.PREFLIGHT, exchange.response().end());
  }
}
