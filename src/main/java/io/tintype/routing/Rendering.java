package io.tintype.routing;

import io.tintype.bus.Deadline;
import io.tintype.bus.FetchRequest.Known;
import io.tintype.bus.FetchRequest.Mode;
import io.tintype.bus.Fetched;
import io.tintype.bus.Pipeline;
import io.tintype.bus.Rendered;
import io.tintype.bus.TransformRequest;
import io.tintype.bytes.RequestScope;
import io.tintype.cache.Variant;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.Limits;
import io.tintype.telemetry.Metric;
import io.tintype.telemetry.Recorder;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The work of a flight: fetch, transform, keep. */
final class Rendering {
  private final Vertx vertx;
  private final SharedState state;
  private final Sources sources;
  private final Upgrade upgrade;
  private final Recorder recorder;

  Rendering(Vertx vertx, SharedState state, Sources sources, Recorder recorder) {
    this.vertx = vertx;
    this.state = state;
    this.sources = sources;
    this.upgrade = new Upgrade(vertx, state, recorder);
    this.recorder = recorder;
  }

  /** Does the work on the account of a flight; what it brings is adopted by the flight's scope. */
  Future<Landed> run(Delivery delivery, String requestId, RequestScope scope) {
    Optional<Variant> old = state.variants().find(delivery.key(), scope);
    Optional<Staleness> staleness = old.map(variant -> staleness(delivery, variant));
    if (staleness.isPresent() && staleness.get() == Staleness.FRESH) {
      return Future.succeededFuture(new Landed.Picture(old.orElseThrow(), Outcome.MEMORY));
    }
    if (state.saturated()) {
      return old(delivery, old, new FaultException(new Fault.Overloaded("render queue")));
    }
    Limits limits = delivery.endpoint().config().limits();
    Deadline deadline =
        Deadline.after(limits.fetchTime().plus(limits.queueTime()).plus(limits.renderTime()));
    // The source is given back as soon as it is rendered, however slow the clients are.
    RequestScope work = scope.adopt(new RequestScope());
    return sources
        .fetch(delivery, new Sources.Account(work, deadline, requestId), known(old), Mode.DECODE)
        .compose(
            fetched ->
                switch (fetched) {
                  case Fetched.Unchanged unchanged -> confirmed(delivery, old, unchanged);
                  case Fetched.Streaming streaming ->
                      Future.succeededFuture(new Landed.Through(streaming));
                  case Fetched.Whole whole ->
                      render(delivery, whole, new Sources.Account(scope, deadline, requestId))
                          .eventually(
                              () -> {
                                work.close();
                                return Future.succeededFuture();
                              });
                })
        .recover(failure -> old(delivery, old, failure));
  }

  private Staleness staleness(Delivery delivery, Variant variant) {
    return Staleness.of(variant, delivery.endpoint().config().freshness(), state.clock().instant());
  }

  private static Known known(Optional<Variant> old) {
    return old.filter(variant -> !variant.source().validators().isEmpty())
        .map(variant -> new Known(variant.origin(), variant.source().validators()))
        .orElse(Known.NOTHING);
  }

  private Future<Landed> confirmed(
      Delivery delivery, Optional<Variant> old, Fetched.Unchanged unchanged) {
    Variant variant = old.orElseThrow().confirmed(unchanged.info(), state.clock().instant());
    state.variants().keep(delivery.key(), variant);
    return Future.succeededFuture(new Landed.Picture(variant, Outcome.MEMORY));
  }

  private Future<Landed> render(Delivery delivery, Fetched.Whole source, Sources.Account account) {
    EndpointConfig config = delivery.endpoint().config();
    Limits limits = config.limits();
    TransformRequest request =
        new TransformRequest(
            account.scope(),
            account.deadline().orAfter(limits.queueTime().plus(limits.renderTime())),
            account.requestId(),
            source.bytes(),
            source.format(),
            Map.of(),
            delivery.request().transformation(),
            delivery.effectiveAccepts(),
            config.output(),
            limits);
    return Pipeline.TRANSFORM
        .request(vertx, request)
        .map(
            rendered -> {
              Variant variant = keep(delivery, source, rendered);
              if (variant.provisional()) {
                upgrade.start(delivery.key(), variant, request);
              }
              return new Landed.Picture(variant, Outcome.MISS);
            });
  }

  private Variant keep(Delivery delivery, Fetched.Whole source, Rendered rendered) {
    Rendered.Timings timings = rendered.timings();
    recorder.time(Metric.STAGE_DURATION, timings.queue(), "queue");
    recorder.time(Metric.STAGE_DURATION, timings.transform(), "transform");
    recorder.time(Metric.STAGE_DURATION, timings.encode(), "encode");
    recorder.count(Metric.RENDERED, rendered.medium().label());
    if (!rendered.bytes().tryRetain()) {
      throw new FaultException(new Fault.ClientGone());
    }
    try (var bytes = rendered.bytes()) {
      Variant variant =
          new Variant(
              bytes,
              rendered.medium(),
              Variant.etagOf(bytes),
              source.origin(),
              source.info(),
              rendered.unmet(),
              rendered.provisional(),
              state.clock().instant(),
              Instant.EPOCH);
      state.variants().keep(delivery.key(), variant);
      return variant;
    }
  }

  /** Hides a failure behind the variant we still have, if it is young enough. */
  private Future<Landed> old(Delivery delivery, Optional<Variant> old, Throwable failure) {
    if (old.isEmpty()) {
      return Future.failedFuture(failure);
    }
    if (!Staleness.excuses(FaultException.faultOf(failure))) {
      state.variants().forget(delivery.key());
      return Future.failedFuture(failure);
    }
    if (staleness(delivery, old.get()) == Staleness.DEAD) {
      return Future.failedFuture(failure);
    }
    Variant variant = old.get().unconfirmed(state.clock().instant());
    state.variants().keep(delivery.key(), variant);
    return Future.succeededFuture(new Landed.Picture(variant, Outcome.STALE));
  }
}
