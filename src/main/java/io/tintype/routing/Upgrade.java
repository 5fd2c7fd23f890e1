package io.tintype.routing;

import io.tintype.bus.Deadline;
import io.tintype.bus.Pipeline;
import io.tintype.bus.Rendered;
import io.tintype.bus.TransformRequest;
import io.tintype.bytes.RequestScope;
import io.tintype.cache.Variant;
import io.tintype.cache.VariantKey;
import io.tintype.routing.Sources.Account;
import io.tintype.telemetry.Metric;
import io.tintype.telemetry.Recorder;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;

/**
 * Makes what a provisional variant should have been, with the capacity that is left over, and puts
 * it in the variant's place.
 */
final class Upgrade {
  /** By then the first clients ask again. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String STARTED = "started";
  private static final String REPEATED = "repeated";
  private static final String FINISHED = "finished";
  private static final String DROPPED = "dropped";

  private final Vertx vertx;
  private final SharedState state;
  private final SourceSupply sources;
  private final Recorder recorder;

  Upgrade(Vertx vertx, SharedState state, SourceSupply sources, Recorder recorder) {
    this.vertx = vertx;
    this.state = state;
    this.sources = sources;
    this.recorder = recorder;
  }

  /**
   * Starts; nobody waits for the end.
   *
   * @param request that the variant was made by, whose bytes are still there
   */
  void start(VariantKey key, Variant variant, TransformRequest request) {
    state
        .upgrades()
        .begin(key)
        .ifPresent(
            scope -> {
              count(STARTED);
              run(key, variant, request, scope);
            });
  }

  /** Starts once more what has been dropped, if it is time for that: the source is read again. */
  void repeat(Delivery delivery, Variant variant, String requestId) {
    if (!state.saturated(delivery.endpoint().config().limits().queueTime())) {
      state
          .upgrades()
          .repeat(delivery.key())
          .ifPresent(
              scope -> {
                count(REPEATED);
                gather(delivery, variant, requestId, scope);
              });
    }
  }

  private void gather(Delivery delivery, Variant variant, String requestId, RequestScope scope) {
    Deadline deadline = Deadline.after(delivery.endpoint().config().limits().fetchTime());
    Account account = new Account(scope, deadline, requestId);
    new Gathering(sources, delivery, account)
        .start(Optional.empty())
        .onSuccess(
            gathered -> {
              if (gathered instanceof Gathered.Complete complete && complete.makes(variant)) {
                run(delivery.key(), variant, complete.request(delivery, account), scope);
              } else {
                drop(delivery.key());
              }
            })
        .onFailure(_ -> drop(delivery.key()));
  }

  private void run(VariantKey key, Variant variant, TransformRequest hurried, RequestScope scope) {
    Duration time = PATIENCE.plus(hurried.limits().renderTime());
    TransformRequest request = hurried.withoutHurry(scope, Deadline.after(time));
    if (!request.tryRetain()) {
      drop(key);
      return;
    }
    AutoCloseable held = request::release;
    scope.adopt(held);
    Pipeline.SPARE
        .request(vertx, request)
        .onSuccess(better -> replace(key, variant, better))
        .onFailure(_ -> drop(key));
  }

  private void replace(VariantKey key, Variant variant, Rendered better) {
    boolean replaced = state.variants().upgrade(key, variant, better.bytes(), better.medium());
    state.upgrades().finish(key);
    count(replaced ? FINISHED : DROPPED);
  }

  private void drop(VariantKey key) {
    state.upgrades().drop(key);
    count(DROPPED);
  }

  private void count(String result) {
    recorder.count(Metric.UPGRADES, result);
  }
}
