package io.tintype.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A gateway that is told to end while an origin still makes it wait. */
class DrainIT {
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch answer = new CountDownLatch(1);
  private HttpServer origin;

  @BeforeEach
  void startOrigin() throws IOException {
    byte[] picture = Pictures.png(64, 48);
    origin = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    origin.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    origin.createContext(
        "/",
        exchange -> {
          asked.countDown();
          awaitQuietly(answer);
          exchange.sendResponseHeaders(200, picture.length);
          exchange.getResponseBody().write(picture);
          exchange.close();
        });
    origin.start();
  }

  @AfterEach
  void stopOrigin() {
    answer.countDown();
    origin.stop(0);
  }

  @Test
  void letsRequestsUnderWayEndAndSaysThatItIsNotReady() throws Exception {
    RunningGateway gateway =
        RunningGateway.start(
            """
            origins:
              web: { type: web-server, baseUrl: "http://127.0.0.1:%d" }
            endpoints:
              shop: { path: /shop, origins: [web] }
            network: { allow: ["127.0.0.0/8"] }
            """
                .formatted(origin.getAddress().getPort()));
    CompletableFuture<HttpResponse<byte[]>> underWay = gateway.getAsync("/shop/tr:w-32/a.png");
    assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();

    CompletableFuture<Void> drained = CompletableFuture.runAsync(gateway::close);
    awaitNotReady(gateway);
    answer.countDown();

    assertThat(underWay.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    drained.get(15, TimeUnit.SECONDS);
  }

  private static void awaitNotReady(RunningGateway gateway) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!gateway.management("/health/ready").contains("draining")) {
      assertThat(System.nanoTime()).isLessThan(end);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      boolean _ = latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
