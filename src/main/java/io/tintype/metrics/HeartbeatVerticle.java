package io.tintype.metrics;

import io.tintype.telemetry.Heartbeats;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;

/** Shows that an event loop turns. One instance a loop. */
public final class HeartbeatVerticle extends VerticleBase {
  private final Heartbeats heartbeats;

  public HeartbeatVerticle(Heartbeats heartbeats) {
    this.heartbeats = heartbeats;
  }

  @Override
  public Future<?> start() {
    heartbeats.beat();
    vertx.setPeriodic(Heartbeats.INTERVAL.toMillis(), _ -> heartbeats.beat());
    return Future.succeededFuture();
  }
}
