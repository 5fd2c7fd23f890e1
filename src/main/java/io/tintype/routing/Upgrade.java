package io.tintype.routing;

import io.tintype.bus.Deadline;
import io.tintype.bus.Pipeline;
import io.tintype.bus.Rendered;
import io.tintype.bus.TransformRequest;
import io.tintype.bytes.RequestScope;
import io.tintype.cache.Variant;
import io.tintype.cache.VariantKey;
import io.tintype.telemetry.Metric;
import io.tintype.telemetry.Recorder;
import io.vertx.core.Vertx;
import java.time.Duration;

/**
 * Makes what a provisional variant should have been, with the capacity that is left over, and puts
 * it in the variant's place.
 */
final class Upgrade {
  /** By then the first clients ask again. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String STARTED = "started";
  private static final String FINISHED = "finished";
  private static final String DROPPED = "dropped";

  private final Vertx vertx;
  private final SharedState state;
  private final Recorder recorder;

  Upgrade(Vertx vertx, SharedState state, Recorder recorder) {
    this.vertx = vertx;
    this.state = state;
    this.recorder = recorder;
  }

  /**
   * Starts; nobody waits for the end.
   *
   * @param request that the variant was made by, whose bytes are still there
   */
  void start(VariantKey key, Variant variant, TransformRequest request) {
    state.upgrades().begin(key).ifPresent(scope -> run(key, variant, request, scope));
  }

  private void run(VariantKey key, Variant variant, TransformRequest hurried, RequestScope scope) {
    Duration time = PATIENCE.plus(hurried.limits().renderTime());
    TransformRequest request = hurried.withoutHurry(scope, Deadline.after(time));
    count(STARTED);
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
    state.upgrades().end(key);
    count(replaced ? FINISHED : DROPPED);
  }

  private void drop(VariantKey key) {
    state.upgrades().end(key);
    count(DROPPED);
  }

  private void count(String result) {
    recorder.count(Metric.UPGRADES, result);
  }
}
