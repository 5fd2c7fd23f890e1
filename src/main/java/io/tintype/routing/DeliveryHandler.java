package io.tintype.routing;

import io.tintype.access.CarriedToken;
import io.tintype.access.Pass;
import io.tintype.access.SignedTarget;
import io.tintype.access.Visit;
import io.tintype.config.Live;
import io.tintype.dialect.ClientHints;
import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.RawRequest;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.Accepts;
import io.tintype.telemetry.Metric;
import io.tintype.telemetry.Recorder;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Turns one HTTP request into one delivery, and its end into one response. */
final class DeliveryHandler implements Handler<HttpServerRequest> {
  private static final String PREFLIGHT_SECONDS = "86400";

  private final Live<Endpoints> endpoints;
  private final DeliveryFlow flow;
  private final Journal journal;
  private final Visitors visitors;
  private final Recorder recorder;
  private final InstantSource clock;
  private final VariantResponse variantResponse;
  private final StreamResponse streamResponse;
  private final Context context;
  private final RefusalPace pace = new RefusalPace();

  DeliveryHandler(
      Live<Endpoints> endpoints,
      DeliveryFlow flow,
      Journal journal,
      Visitors visitors,
      Recorder recorder,
      InstantSource clock,
      Context context) {
    this.endpoints = endpoints;
    this.flow = flow;
    this.journal = journal;
    this.visitors = visitors;
    this.recorder = recorder;
    this.clock = clock;
    this.context = context;
    this.variantResponse = new VariantResponse(recorder);
    this.streamResponse = new StreamResponse(context, recorder);
  }

  @Override
  public void handle(HttpServerRequest request) {
    Exchange exchange = Exchange.open(request, journal, visitors);
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
        .onFailure(failure -> refuse(exchange, failure));
  }

  private void refuse(Exchange exchange, Throwable failure) {
    if (FaultException.faultOf(failure) instanceof Fault.Overloaded) {
      pace.whenDue(context.owner(), () -> FaultResponse.send(exchange, failure));
    } else {
      FaultResponse.send(exchange, failure);
    }
  }

  private Delivery understand(Exchange exchange) {
    long started = System.nanoTime();
    if (!exchange.namesOneHost()) {
      throw new FaultException(
          new Fault.MalformedUrl("The request has to name its host in exactly one Host header."));
    }
    if (!exchange.framesItsBody()) {
      exchange.endConnection();
      throw new FaultException(
          new Fault.MalformedUrl("The request has a Transfer-Encoding other than chunked."));
    }
    Endpoints current = endpoints.current();
    Wording wording = exchange.wording();
    Orders.Known known = current.orders().find(wording);
    Order order = known == null ? read(current, wording, exchange) : known.order();
    exchange.assign(order.endpoint());
    Visit visit = visit(exchange, order);
    Instant now = clock.instant();
    Optional<Pass> earlier = known == null ? Optional.empty() : known.pass();
    Pass pass = order.endpoint().guard().admit(visit, earlier, now);
    if (known == null || (earlier.isEmpty() && visit.isPlain())) {
      Optional<Pass> forAll = visit.isPlain() ? Optional.of(pass) : Optional.empty();
      current.orders().remember(wording, new Orders.Known(order, forAll));
    }
    Delivery delivery =
        new Delivery(
            order,
            new Delivery.Admission(pass, now),
            Preconditions.range(exchange),
            exchange.headOnly(),
            Optional.empty());
    exchange.understood(delivery);
    recorder.time(Metric.STAGE_DURATION, System.nanoTime() - started, "parse");
    count(delivery);
    return delivery;
  }

  private static Order read(Endpoints endpoints, Wording wording, Exchange exchange) {
    Target target = exchange.target();
    Endpoints.Resolved resolved = endpoints.resolve(exchange.host(), target.path());
    Endpoint endpoint = resolved.endpoint();
    exchange.assign(endpoint);
    boolean dataSaver = endpoint.config().output().dataSaver();
    ClientHints hints = dataSaver ? wording.hints() : wording.hints().withoutSaveData();
    RawRequest raw = new RawRequest(resolved.rest(), target.query(), hints);
    DeliveryRequest request = endpoint.read(raw);
    return new Order(
        endpoint,
        new Order.Circumstances(
            target,
            SignedTarget.of(target.path(), target.query()),
            exchange.host(),
            Accepts.ofHeader(wording.accept()),
            hints.saveData()),
        request,
        Fallthrough.of(endpoint, raw, request));
  }

  private static Visit visit(Exchange exchange, Order order) {
    Order.Circumstances circumstances = order.circumstances();
    return new Visit(
        order.request(),
        circumstances.signed(),
        exchange.header(HttpHeaders.REFERER),
        exchange.header(HttpHeaders.USER_AGENT),
        token(exchange, circumstances.target().query()));
  }

  private static CarriedToken token(Exchange exchange, String query) {
    String cookies = exchange.header(HttpHeaders.COOKIE).replace(',', ';');
    return CarriedToken.isIn(query) || CarriedToken.isIn(cookies)
        ? CarriedToken.of(query, cookies, exchange.clientAddress())
        : CarriedToken.NONE;
  }

  private void count(Delivery delivery) {
    Order order = delivery.order();
    String endpoint = order.endpoint().name();
    if (!Fallthrough.isDue(delivery)) {
      if (order.seeksThings()) {
        recorder.count(Metric.FALLBACKS, endpoint);
      }
      for (String label : order.lacking()) {
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
