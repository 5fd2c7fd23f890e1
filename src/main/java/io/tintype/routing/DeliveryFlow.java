package io.tintype.routing;

import io.tintype.cache.Seat;
import io.tintype.cache.Variant;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.telemetry.Metric;
import io.tintype.telemetry.Recorder;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** The story of a delivery, from the understood URL to the answer. */
final class DeliveryFlow {
  private final Context context;
  private final SharedState state;
  private final Rendering rendering;
  private final PassThrough passThrough;
  private final Recorder recorder;

  DeliveryFlow(Context context, SharedState state, Sources sources, Recorder recorder) {
    this.context = context;
    this.state = state;
    SourceSupply supply = new SourceSupply(sources, state, context, recorder);
    this.rendering = new Rendering(context.owner(), state, supply, recorder);
    this.passThrough = new PassThrough(sources);
    this.recorder = recorder;
  }

  /** Delivers what was asked for, or the default image in its place. */
  Future<Answer> deliver(Delivery delivery, Exchange exchange) {
    return rescued(
        hereOrElsewhere(delivery, exchange),
        failure ->
            DefaultImage.instead(delivery, FaultException.faultOf(failure))
                .map(instead -> visible(instead, exchange).recover(_ -> failed(failure)))
                .orElseGet(() -> failed(failure)));
  }

  /**
   * What cannot be done here may be left to the old vendor, at once or once the source is known.
   */
  private Future<Answer> hereOrElsewhere(Delivery delivery, Exchange exchange) {
    if (Fallthrough.isDue(delivery)) {
      return elsewhere(delivery, exchange);
    }
    Future<Answer> here =
        visible(delivery, exchange)
            .compose(
                answer -> {
                  if (!Fallthrough.isDue(answer)) {
                    return Future.succeededFuture(answer);
                  }
                  ((Answer.Through) answer).source().body().close();
                  return elsewhere(delivery, exchange);
                });
    return rescued(
        here,
        failure ->
            delivery.elsewhere().isPresent()
                    && FaultException.faultOf(failure) instanceof Fault.UnsupportedSource
                ? elsewhere(delivery, exchange)
                : failed(failure));
  }

  private Future<Answer> elsewhere(Delivery delivery, Exchange exchange) {
    Fallthrough.count(delivery, recorder);
    Delivery left = Fallthrough.instead(delivery);
    return visible(left, exchange)
        .recover(
            failure ->
                FaultException.faultOf(failure) instanceof Fault.LimitExceeded
                    ? passThrough.fetchWhatever(left, exchange)
                    : failed(failure));
  }

  /** An origin may say only now, or have said to somebody before, that the source is private. */
  private Future<Answer> visible(Delivery delivery, Exchange exchange) {
    return asAsked(delivery, exchange)
        .map(
            answer -> {
              if (answer.isPrivate()) {
                delivery.admission().pass().openPrivate();
              }
              return answer;
            });
  }

  private Future<Answer> asAsked(Delivery delivery, Exchange exchange) {
    String source = delivery.sourceKey();
    if (state.absent().knows(source)) {
      recorder.count(Metric.CACHE_REQUESTS, "negative", "hit");
      return failed(new FaultException(new Fault.SourceNotFound()));
    }
    if (delivery.mayConvert()) {
      Delivery converted = delivery.converted();
      return kept(converted, exchange)
          .map(Future::succeededFuture)
          .orElseGet(
              () ->
                  rendering
                      .recall(converted, exchange.scope())
                      .compose(
                          picture ->
                              picture.isPresent()
                                  ? Future.succeededFuture(answer(converted, picture.get()))
                                  : streamed(delivery, exchange)));
    }
    boolean through = state.passThroughs().knows(source) && !delivery.draws();
    if (delivery.request().disposition().original() || through) {
      return streamed(delivery, exchange);
    }
    return kept(delivery, exchange)
        .map(Future::succeededFuture)
        .orElseGet(() -> rendered(delivery, exchange));
  }

  private Future<Answer> streamed(Delivery delivery, Exchange exchange) {
    return passThrough.fetch(
        delivery,
        exchange,
        () -> {
          state.passThroughs().forget(delivery.sourceKey());
          return asAsked(delivery.mayConvert() ? delivery.converted() : delivery, exchange);
        });
  }

  /** A variant from memory that needs no question to the origin. */
  private Optional<Answer> kept(Delivery delivery, Exchange exchange) {
    Optional<Variant> found = state.variants().find(delivery.key(), exchange.scope());
    Optional<Staleness> staleness =
        found.map(
            variant ->
                Staleness.of(
                    variant, delivery.endpoint().config().freshness(), state.clock().instant()));
    Optional<Outcome> from = staleness.flatMap(how -> how.outcome(Outcome.MEMORY));
    recorder.count(
        Metric.CACHE_REQUESTS,
        "memory",
        from.isPresent() ? "hit" : found.isPresent() ? "old" : "miss");
    return from.map(where -> kept(delivery, found.orElseThrow(), where, exchange));
  }

  private Answer kept(Delivery delivery, Variant variant, Outcome from, Exchange exchange) {
    if (variant.provisional()) {
      rendering.repeatUpgrade(delivery, variant, exchange.id());
    } else if (from == Outcome.MEMORY) {
      rendering.refine(delivery, variant, exchange.id());
    }
    return new Answer.Picture(delivery, variant, from);
  }

  /** A variant that is rendered for us, or for somebody who asked for the same just before. */
  private Future<Answer> rendered(Delivery delivery, Exchange exchange) {
    Seat<Landed> seat =
        state
            .flights()
            .join(delivery.key(), context, scope -> rendering.run(delivery, exchange.id(), scope));
    exchange.scope().adopt(seat);
    if (!seat.leads()) {
      recorder.count(Metric.FLIGHTS_JOINED);
    }
    return seat.resultWithin(exchange.deadline().remaining())
        .recover(failure -> failed(lateAsFault(failure)))
        .compose(landed -> disembark(delivery, exchange, seat, landed));
  }

  private Future<Answer> disembark(
      Delivery delivery, Exchange exchange, Seat<Landed> seat, Landed landed) {
    return switch (landed) {
      case Landed.Picture picture -> Future.succeededFuture(answer(delivery, picture));
      case Landed.Through(var source) when seat.leads() ->
          passThrough.found(delivery, exchange, source);
      case Landed.Through _ -> {
        seat.close();
        yield streamed(delivery, exchange);
      }
    };
  }

  private static Answer answer(Delivery delivery, Landed.Picture picture) {
    return new Answer.Picture(delivery, picture.variant(), picture.from());
  }

  /** What is there already, as from memory, needs nobody who waits for its failure. */
  private static Future<Answer> rescued(
      Future<Answer> answer, Function<Throwable, Future<Answer>> rescue) {
    return answer.succeeded() ? answer : answer.recover(rescue);
  }

  private static Throwable lateAsFault(Throwable failure) {
    return failure instanceof TimeoutException
        ? new FaultException(new Fault.DeadlineExceeded("flight"))
        : failure;
  }

  private static <T> Future<T> failed(Throwable failure) {
    return Future.failedFuture(failure);
  }
}
