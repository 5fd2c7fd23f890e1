package io.tintype.routing;

import io.tintype.bytes.RequestScope;
import io.tintype.cache.Place;
import io.tintype.cache.Variant;
import io.tintype.telemetry.Metric;
import io.tintype.telemetry.Recorder;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.Optional;

/** Looks for variants where they are kept below memory. Confined to one event loop. */
final class Recall {
  /** Whatever keeps something for us that takes longer is slower than to make most pictures. */
  private static final long PATIENCE_MILLIS = 1000;

  private final Vertx vertx;
  private final SharedState state;
  private final Recorder recorder;

  Recall(Vertx vertx, SharedState state, Recorder recorder) {
    this.vertx = vertx;
    this.state = state;
    this.recorder = recorder;
  }

  /**
   * A variant, and where it was.
   *
   * @param staleness what may be done with it now
   */
  record Found(Variant variant, Staleness staleness, Outcome from) {
    /** The answer it is, if the origin need not be asked first. */
    Optional<Landed.Picture> answer() {
      return staleness.outcome(from).map(how -> new Landed.Picture(variant, how));
    }
  }

  /** What is kept for a delivery, on the loop; empty = nothing, or it did not come in time. */
  Future<Optional<Found>> find(Delivery delivery, RequestScope scope) {
    return state
        .variants()
        .below()
        .map(place -> find(place, delivery, scope))
        .orElseGet(() -> Future.succeededFuture(Optional.empty()));
  }

  private Future<Optional<Found>> find(Place place, Delivery delivery, RequestScope scope) {
    Context loop = vertx.getOrCreateContext();
    Promise<Optional<Found>> answer = Promise.promise();
    Future<Optional<Variant>> asked = state.variants().findBelow(delivery.key(), scope);
    long timer =
        vertx.setTimer(
            PATIENCE_MILLIS,
            _ -> {
              // Where this loop is what is late, the variant is there already.
              if (!asked.isComplete() && answer.tryComplete(Optional.empty())) {
                recorder.count(Metric.CACHE_REQUESTS, place.label(), "late");
              }
            });
    asked.onComplete(
        (variant, failure) ->
            loop.runOnContext(
                _ -> {
                  vertx.cancelTimer(timer);
                  if (!answer.future().isComplete()) {
                    answer.complete(
                        seen(place, delivery, failure == null ? variant : Optional.empty()));
                  }
                }));
    return answer.future();
  }

  /** What was found in memory. */
  Found inMemory(Delivery delivery, Variant variant) {
    return found(Outcome.MEMORY, delivery, variant);
  }

  private Optional<Found> seen(Place place, Delivery delivery, Optional<Variant> variant) {
    Optional<Found> found = variant.map(there -> found(Outcome.from(place), delivery, there));
    String result = found.map(there -> there.answer().isPresent() ? "hit" : "old").orElse("miss");
    recorder.count(Metric.CACHE_REQUESTS, place.label(), result);
    return found;
  }

  private Found found(Outcome from, Delivery delivery, Variant variant) {
    Staleness staleness =
        Staleness.of(variant, delivery.endpoint().config().freshness(), state.clock().instant());
    return new Found(variant, staleness, from);
  }
}
