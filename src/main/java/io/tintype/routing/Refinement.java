package io.tintype.routing;

import io.tintype.bus.Deadline;
import io.tintype.bus.Pipeline;
import io.tintype.bus.Rendered;
import io.tintype.bus.TransformRequest;
import io.tintype.bytes.ImageBytes;
import io.tintype.bytes.RequestScope;
import io.tintype.cache.Variant;
import io.tintype.cache.VariantKey;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.ImageFormat;
import io.tintype.model.SourceRef;
import io.tintype.routing.Sources.Account;
import io.tintype.telemetry.Metric;
import io.tintype.telemetry.Recorder;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;

/**
 * Makes variants that are asked for again and again smaller, with the capacity that is left over.
 */
final class Refinement {
  /** How long it waits for a quiet moment. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String STARTED = "started";
  private static final String REPLACED = "replaced";
  private static final String KEPT = "kept";
  private static final String DROPPED = "dropped";

  private final Vertx vertx;
  private final SharedState state;
  private final SourceSupply sources;
  private final Recorder recorder;

  Refinement(Vertx vertx, SharedState state, SourceSupply sources, Recorder recorder) {
    this.vertx = vertx;
    this.state = state;
    this.sources = sources;
    this.recorder = recorder;
  }

  /**
   * What is to be replaced.
   *
   * @param size in bytes, which may be gone by the time the better one is there
   */
  private record Target(VariantKey key, Variant variant, long size) {}

  /** Takes note that a variant was delivered from memory, and begins if it is time for that. */
  void delivered(Delivery delivery, Variant variant, String requestId) {
    Refining rules = delivery.endpoint().config().refining();
    if (!rules.enabled() || !isRefinable(delivery, variant)) {
      return;
    }
    Target target = new Target(delivery.key(), variant, variant.bytes().size());
    Refinements refinements = state.refinements();
    if (!refinements.isDue(target.key(), variant.etag(), rules.hits())) {
      return;
    }
    Optional<RequestScope> scope =
        !state.saturated(Duration.ZERO) && refinements.affords(rules.budget())
            ? state.upgrades().beginAside(target.key())
            : Optional.empty();
    scope.ifPresentOrElse(
        account -> run(delivery, target, requestId, account),
        () -> refinements.postpone(target.key()));
  }

  /** What another has made is not ours to change, and what is about to be replaced not worth it. */
  private static boolean isRefinable(Delivery delivery, Variant variant) {
    return variant.isFinal()
        && variant.medium().picture().filter(ImageFormat::encodable).isPresent()
        && !(delivery.request().source() instanceof SourceRef.Vendor);
  }

  private void run(Delivery delivery, Target target, String requestId, RequestScope scope) {
    count(STARTED);
    Deadline fetched = Deadline.after(delivery.endpoint().config().limits().fetchTime());
    Account account = new Account(scope, fetched, requestId);
    new Gathering(sources, delivery, account)
        .start(Optional.empty())
        .compose(
            gathered ->
                gathered instanceof Gathered.Complete complete && complete.makes(target.variant())
                    ? rendered(complete.request(delivery, account), scope)
                    : Future.failedFuture(new FaultException(new Fault.SourceNotFound())))
        .map(rendered -> compare(target, rendered))
        .onSuccess(result -> end(target, result))
        .onFailure(
            _ -> {
              state.refinements().postpone(target.key());
              end(target, DROPPED);
            });
  }

  private Future<Rendered> rendered(TransformRequest usual, RequestScope scope) {
    Duration time = PATIENCE.plus(usual.limits().renderTime());
    TransformRequest request = usual.patiently(scope, Deadline.after(time));
    if (!request.tryRetain()) {
      return Future.failedFuture(new FaultException(new Fault.ClientGone()));
    }
    AutoCloseable held = request::release;
    scope.adopt(held);
    long began = System.nanoTime();
    return Pipeline.SPARE
        .request(vertx, request)
        .onFailure(_ -> state.refinements().spend(wasted(began, usual.limits().renderTime())));
  }

  /** Whatever was given up has taken its time, too; how much of it was waiting is not known. */
  private static Duration wasted(long began, Duration most) {
    Duration passed = Duration.ofNanos(System.nanoTime() - began);
    return passed.compareTo(most) < 0 ? passed : most;
  }

  /** What became of it. */
  private String compare(Target target, Rendered rendered) {
    Rendered.Timings timings = rendered.timings();
    long nanos = timings.transform() + timings.encode();
    state.refinements().spend(Duration.ofNanos(nanos));
    recorder.time(Metric.REFINEMENT_DURATION, nanos);
    // The scope may have been closed meanwhile, and the bytes with it.
    if (!rendered.bytes().tryRetain()) {
      throw new FaultException(new Fault.ClientGone());
    }
    try (ImageBytes bytes = rendered.bytes()) {
      long saved = target.size() - bytes.size();
      boolean better = saved > 0 && rendered.medium().equals(target.variant().medium());
      String etag = better ? Variant.etagOf(bytes) : target.variant().etag();
      boolean replaced =
          better
              && state.variants().upgrade(target.key(), target.variant(), bytes, rendered.medium());
      state.refinements().settle(target.key(), etag);
      if (replaced) {
        recorder.add(Metric.REFINEMENT_SAVED_BYTES, (double) saved);
      }
      return replaced ? REPLACED : KEPT;
    }
  }

  private void end(Target target, String result) {
    state.upgrades().finish(target.key());
    count(result);
  }

  private void count(String result) {
    recorder.count(Metric.REFINEMENTS, result);
  }
}
