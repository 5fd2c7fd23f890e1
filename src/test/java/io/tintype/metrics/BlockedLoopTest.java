package io.tintype.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.telemetry.Heartbeats;
import io.tintype.telemetry.Load;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A real event loop that is blocked, and what the management port on another one says of it. */
class BlockedLoopTest {
  private static final int LOOPS = 4;

  private final CountDownLatch blocked = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);
  private final Heartbeats heartbeats = new Heartbeats();
  private final Watchdog watchdog = new Watchdog(heartbeats, new Load(), 1);

  @Test
  void isNamedByLiveness() throws Exception {
    try (ManagementPort port = new ManagementPort()) {
      port.health.watch(watchdog::ailments);
      ManagementPort.await(
          port.vertx.deployVerticle(
              () -> new HeartbeatVerticle(heartbeats),
              new DeploymentOptions().setInstances(LOOPS)));
      assertThat(heartbeats.counts()).hasSize(LOOPS);
      // Vert.x gives loops in turn: not that of the port.
      String name = block(port);
      try {
        assertThat(blocked.await(20, TimeUnit.SECONDS)).isTrue();
        while (watchdog.ailments().isEmpty()) {
          awaitAllButOne();
          watchdog.goRound();
        }

        assertThat(port.get("/health/live").statusCode()).isEqualTo(503);
        assertThat(port.get("/health/live").body()).contains("event loop " + name);
        assertThat(port.get("/health/ready").statusCode()).isEqualTo(503);
      } finally {
        release.countDown();
      }
    }
  }

  /** A round in which every sound loop has turned. */
  private void awaitAllButOne() {
    var before = heartbeats.counts();
    while (heartbeats.counts().entrySet().stream()
            .filter(now -> now.getValue() > before.get(now.getKey()))
            .count()
        < LOOPS - 1) {
      Thread.onSpinWait();
    }
  }

  private String block(ManagementPort port) {
    CompletableFuture<String> name = new CompletableFuture<>();
    // Its completion comes by way of the loop that it blocks.
    var _ =
        port.vertx.deployVerticle(
            new VerticleBase() {
              @Override
              public Future<?> start() {
                name.complete(Thread.currentThread().getName());
                Context own = context;
                own.runOnContext(
                    _ -> {
                      blocked.countDown();
                      try {
                        boolean _ = release.await(60, TimeUnit.SECONDS);
                      } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                      }
                    });
                return Future.succeededFuture();
              }
            });
    return name.orTimeout(20, TimeUnit.SECONDS).join();
  }
}
