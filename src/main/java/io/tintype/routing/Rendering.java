package io.tintype.routing;

import io.tintype.bus.Deadline;
import io.tintype.bus.Pipeline;
import io.tintype.bus.Rendered;
import io.tintype.bus.TransformRequest;
import io.tintype.bytes.ImageBytes;
import io.tintype.bytes.NettyBuffers;
import io.tintype.bytes.RequestScope;
import io.tintype.cache.Variant;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.Limits;
import io.tintype.model.Medium;
import io.tintype.model.SourceRef;
import io.tintype.plan.SettledQuality;
import io.tintype.telemetry.Metric;
import io.tintype.telemetry.Recorder;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.lang.foreign.ValueLayout;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The work of a flight: look where results are kept, else fetch, transform, keep. */
final class Rendering {
  private final Vertx vertx;
  private final SharedState state;
  private final SourceSupply sources;
  private final Recall recall;
  private final Upgrade upgrade;
  private final Refinement refinement;
  private final Recorder recorder;

  Rendering(Vertx vertx, SharedState state, SourceSupply sources, Recorder recorder) {
    this.vertx = vertx;
    this.state = state;
    this.sources = sources;
    this.recall = new Recall(vertx, state, recorder);
    this.upgrade = new Upgrade(vertx, state, sources, recorder);
    this.refinement = new Refinement(vertx, state, sources, recorder);
    this.recorder = recorder;
  }

  /** Does the work on the account of a flight; what it brings is adopted by the flight's scope. */
  Future<Landed> run(Delivery delivery, String requestId, RequestScope scope) {
    Optional<Recall.Found> there =
        state
            .variants()
            .find(delivery.key(), scope)
            .map(variant -> recall.inMemory(delivery, variant));
    if (there.isEmpty()) {
      return recall
          .find(delivery, scope)
          .compose(
              found ->
                  found
                      .flatMap(Recall.Found::answer)
                      .<Future<Landed>>map(Future::succeededFuture)
                      .orElseGet(() -> make(delivery, requestId, scope, found)));
    }
    return there.get().staleness() == Staleness.FRESH
        ? Future.succeededFuture(new Landed.Picture(there.get().variant(), Outcome.MEMORY))
        : make(delivery, requestId, scope, there);
  }

  /** What is kept below memory, if it needs no question to the origin. */
  Future<Optional<Landed.Picture>> recall(Delivery delivery, RequestScope scope) {
    return recall.find(delivery, scope).map(found -> found.flatMap(Recall.Found::answer));
  }

  private Future<Landed> make(
      Delivery delivery, String requestId, RequestScope scope, Optional<Recall.Found> found) {
    Optional<Variant> old = found.map(Recall.Found::variant);
    Limits limits = delivery.endpoint().config().limits();
    String endpoint = delivery.endpoint().name();
    if (!state.mayGather(endpoint, limits.queueTime())) {
      return old(delivery, old, new FaultException(new Fault.Overloaded("render queue")));
    }
    Deadline deadline = Deadline.after(delivery.endpoint().patience());
    // What it is made from is given back as soon as it is rendered, however slow the clients are.
    RequestScope work = scope.adopt(new RequestScope());
    Future<Gathered> gathering =
        new Gathering(sources, delivery, new Sources.Account(work, deadline, requestId)).start(old);
    state.gather(endpoint);
    return gathering
        .andThen((_, _) -> state.gathered(endpoint))
        .compose(
            gathered ->
                switch (gathered) {
                  case Gathered.Unchanged same -> confirmed(delivery, found.orElseThrow(), same);
                  case Gathered.Through(var streaming) ->
                      Future.succeededFuture(new Landed.Through(streaming));
                  case Gathered.Complete complete ->
                      worse(delivery, old, complete)
                          .<Future<Landed>>map(why -> Future.failedFuture(new FaultException(why)))
                          .orElseGet(
                              () ->
                                  render(
                                      delivery,
                                      complete,
                                      new Sources.Account(scope, deadline, requestId)));
                })
        .andThen(
            (landed, _) -> {
              if (!(landed instanceof Landed.Through)) {
                work.close();
              }
            })
        .recover(failure -> old(delivery, old, failure));
  }

  /** A provisional variant is asked for: what should have become of it may have been dropped. */
  void repeatUpgrade(Delivery delivery, Variant variant, String requestId) {
    upgrade.repeat(delivery, variant, requestId);
  }

  /** A variant was delivered from memory once more: it may be worth some effort. */
  void refine(Delivery delivery, Variant variant, String requestId) {
    refinement.delivered(delivery, variant, requestId);
  }

  private Staleness staleness(Delivery delivery, Variant variant) {
    return Staleness.of(variant, delivery.endpoint().config().freshness(), state.clock().instant());
  }

  /** Why a font is missing that the old variant has, if that one may still be shown. */
  private Optional<Fault> worse(
      Delivery delivery, Optional<Variant> old, Gathered.Complete gathered) {
    return old.filter(variant -> variant.makings().complete())
        .filter(variant -> staleness(delivery, variant) != Staleness.DEAD)
        .flatMap(_ -> gathered.lost());
  }

  private Future<Landed> confirmed(Delivery delivery, Recall.Found old, Gathered.Unchanged same) {
    Variant variant = old.variant().confirmed(same.info(), same.asked());
    state.variants().keep(delivery.key(), variant);
    return Future.succeededFuture(new Landed.Picture(variant, old.from()));
  }

  private Future<Landed> render(
      Delivery delivery, Gathered.Complete gathered, Sources.Account account) {
    if (delivery.request().source() instanceof SourceRef.Vendor) {
      return Future.succeededFuture(
          new Landed.Picture(keepAsIs(delivery, gathered, account), Outcome.MISS));
    }
    TransformRequest request = gathered.request(delivery, account);
    return Pipeline.TRANSFORM
        .request(vertx, request)
        .onFailure(
            failure -> {
              if (FaultException.faultOf(failure) instanceof Fault.CorruptSource) {
                sources.distrust(delivery);
              }
            })
        .map(
            rendered -> {
              Variant variant = keep(delivery, gathered, rendered);
              if (variant.provisional()) {
                upgrade.start(delivery.key(), variant, request);
              }
              return new Landed.Picture(variant, Outcome.MISS);
            });
  }

  private Variant keep(Delivery delivery, Gathered.Complete gathered, Rendered rendered) {
    Rendered.Timings timings = rendered.timings();
    recorder.time(Metric.STAGE_DURATION, timings.queue(), "queue");
    recorder.time(Metric.STAGE_DURATION, timings.transform(), "transform");
    recorder.time(Metric.STAGE_DURATION, timings.encode(), "encode");
    recorder.count(Metric.RENDERED, rendered.medium().label());
    rendered.quality().ifPresent(quality -> count(quality, rendered.medium().label()));
    if (!rendered.bytes().tryRetain()) {
      throw new FaultException(new Fault.ClientGone());
    }
    try (var bytes = rendered.bytes()) {
      Variant variant =
          new Variant(
              bytes,
              rendered.medium(),
              Optional.of(
                  new Variant.Measures(rendered.width(), rendered.height(), rendered.source())),
              Variant.etagOf(bytes),
              gathered.source().origin(),
              gathered.source().info(),
              gathered.makings(),
              unmet(gathered, rendered),
              rendered.provisional(),
              gathered.asked(),
              Instant.EPOCH);
      state.variants().keep(delivery.key(), variant);
      return variant;
    }
  }

  private void count(SettledQuality quality, String format) {
    String level = quality.level().name().toLowerCase(Locale.ROOT);
    recorder.count(Metric.AUTOMATIC_QUALITY, level, quality.way().label(), format);
    recorder.add(
        Metric.AUTOMATIC_QUALITY_POINTS, quality.percent(), level, quality.way().label(), format);
  }

  /** What another has transformed; copied, since the room for sources is scarce. */
  private Variant keepAsIs(Delivery delivery, Gathered.Complete gathered, Sources.Account account) {
    ImageBytes bytes =
        account
            .scope()
            .adopt(
                NettyBuffers.copyOf(
                    gathered.source().bytes().memory().toArray(ValueLayout.JAVA_BYTE)));
    Variant variant =
        new Variant(
            bytes,
            new Medium.Picture(gathered.source().format()),
            Optional.empty(),
            Variant.etagOf(bytes),
            gathered.source().origin(),
            gathered.source().info(),
            gathered.makings(),
            List.of(),
            false,
            gathered.asked(),
            Instant.EPOCH);
    state.variants().keep(delivery.key(), variant);
    return variant;
  }

  private static List<String> unmet(Gathered.Complete gathered, Rendered rendered) {
    Set<String> unmet = new LinkedHashSet<>(rendered.unmet());
    unmet.addAll(gathered.unmet());
    return List.copyOf(unmet);
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
    state.variants().excuse(delivery.key(), variant);
    return Future.succeededFuture(new Landed.Picture(variant, Outcome.STALE));
  }
}
