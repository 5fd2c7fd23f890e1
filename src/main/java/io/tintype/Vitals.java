package io.tintype;

import io.tintype.metrics.Health;
import io.tintype.metrics.HeartbeatVerticle;
import io.tintype.metrics.Watchdog;
import io.tintype.telemetry.Gauge;
import io.tintype.telemetry.Gauges;
import io.tintype.telemetry.Heartbeats;
import io.tintype.telemetry.Load;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;

/** How the process is: its event loops turn, and its render threads get on with what there is. */
final class Vitals implements AutoCloseable {
  private static final double NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

  /** A queue that has been full for so long is more than a burst. */
  private static final Duration SATURATED_TOO_LONG = Duration.ofSeconds(5);

  private final Heartbeats heartbeats = new Heartbeats();
  private final Load load;
  private final int renderThreads;
  private final Watchdog watchdog;

  Vitals(Load load, Capacity capacity) {
    this.load = load;
    this.renderThreads = capacity.transform().threads();
    this.watchdog = new Watchdog(heartbeats, load, renderThreads);
  }

  /**
   * Begins to watch; to be done before anything else is deployed, since Vert.x gives verticles its
   * loops in turn.
   */
  Future<String> watch(Vertx vertx, DeploymentOptions onEveryLoop, Health health) {
    health
        .require("saturated", () -> load.saturatedFor().compareTo(SATURATED_TOO_LONG) < 0)
        .watch(watchdog::ailments);
    watchdog.start();
    return vertx.deployVerticle(() -> new HeartbeatVerticle(heartbeats), onEveryLoop);
  }

  void observe(Gauges gauges) {
    gauges
        .add(Gauge.RENDER_QUEUE, load::waiting)
        .add(Gauge.RENDER_RUNNING, load::rendering)
        .add(Gauge.RENDER_HEAVY_QUEUE, load::heavyWaiting)
        .add(Gauge.RENDER_HEAVY_RUNNING, load::heavyRunning)
        .add(Gauge.RENDER_THREADS, () -> renderThreads)
        .add(Gauge.LOOP_LAG, () -> heartbeats.lag().toNanos() / NANOS_PER_SECOND)
        .add(Gauge.STUCK_THREADS, watchdog::stuckLoops, "event_loop")
        .add(Gauge.STUCK_THREADS, watchdog::stuckRenderers, "render");
  }

  @Override
  public void close() {
    watchdog.close();
  }
}
