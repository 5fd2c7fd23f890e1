package io.tintype.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.tintype.bench.load.Connection;
import io.tintype.chaos.GatewayProcess;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is told to end while clients ask it for more and more. */
class TerminatedGatewayIT {
  private static final int CLIENTS = 4;
  private static final int BUSY = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch answer = new CountDownLatch(1);
  private final AtomicInteger served = new AtomicInteger();
  @TempDir private Path temporary;
  private HttpServer origin;

  @BeforeEach
  void startOrigin() throws IOException {
    byte[] picture = Pictures.png(64, 48);
    origin = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    origin.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    origin.createContext(
        "/",
        exchange -> {
          if (exchange.getRequestURI().getPath().equals("/late.png")) {
            asked.countDown();
            awaitQuietly(answer);
          }
          exchange.sendResponseHeaders(200, picture.length);
          exchange.getResponseBody().write(picture);
          exchange.close();
        });
    origin.start();
  }

  @AfterEach
  void stop() {
    answer.countDown();
    clients.close();
    origin.stop(0);
  }

  /**
   * Some clients come as long as the gateway says that it is ready, as a balancer sends them;
   * others for as long as anybody listens.
   */
  @Test
  void losesNoRequest() throws Exception {
    try (GatewayProcess gateway =
        GatewayProcess.start(GatewayProcess.classes(), temporary, configuration())) {
      List<Future<Integer>> balanced = new ArrayList<>();
      List<Future<Integer>> stubborn = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        balanced.add(clients.submit(() -> askWhileReady(gateway)));
        stubborn.add(clients.submit(() -> askUntilRefused(gateway.deliveryPort())));
      }
      Future<String> late = clients.submit(() -> askLate(gateway.deliveryPort()));
      assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();
      assertThat(GatewayProcess.await(PATIENCE, () -> served.get() > BUSY)).isTrue();

      long told = System.nanoTime();
      gateway.terminate();
      assertThat(GatewayProcess.await(PATIENCE, () -> gateway.readiness() == 503)).isTrue();
      int servedWhenNoticed = served.get();
      for (Future<Integer> client : balanced) {
        assertThat(client.get(60, TimeUnit.SECONDS)).isPositive();
      }
      for (Future<Integer> client : stubborn) {
        assertThat(client.get(60, TimeUnit.SECONDS)).isPositive();
      }
      answer.countDown();

      assertThat(late.get(60, TimeUnit.SECONDS))
          .startsWith("HTTP/1.1 200")
          .containsIgnoringCase("connection: close");
      assertThat(served.get()).as("served after the notice").isGreaterThan(servedWhenNoticed);
      assertThat(gateway.awaitEnd(PATIENCE)).isZero();
      assertThat(Duration.ofNanos(System.nanoTime() - told)).isLessThan(Duration.ofSeconds(25));
    }
  }

  /** Connections are kept as long as the gateway keeps them. */
  private int askWhileReady(GatewayProcess gateway) throws IOException {
    int count = 0;
    try (Connection connection = new Connection(gateway.deliveryPort())) {
      while (gateway.readiness() == 200) {
        count += ask(connection, "/shop/tr:w-32/a.png?x=" + count);
      }
    }
    return count;
  }

  /** Only who comes when the port closes is not answered, and never in the middle of an answer. */
  private int askUntilRefused(int port) throws IOException {
    int count = 0;
    try (Connection connection = new Connection(port)) {
      while (true) {
        count += ask(connection, "/shop/tr:w-32/a.png");
      }
    } catch (IOException _) {
      assertThat(GatewayProcess.await(PATIENCE, () -> isClosed(port))).isTrue();
      return count;
    }
  }

  private static boolean isClosed(int port) {
    try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return false;
    } catch (IOException refused) {
      return refused instanceof ConnectException;
    }
  }

  private int ask(Connection connection, String path) throws IOException {
    assertThat(connection.get(path, "")).isEqualTo(200);
    served.incrementAndGet();
    return 1;
  }

  /** The head of the answer to a request that had come before the end was announced. */
  private static String askLate(int port) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket
          .getOutputStream()
          .write(
              "GET /shop/tr:w-16/late.png HTTP/1.1\r\nHost: localhost\r\n\r\n"
                  .getBytes(StandardCharsets.ISO_8859_1));
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).split("\r\n\r\n", 2)[0];
    }
  }

  private String configuration() {
    return """
    log: { access: false }
    network: { allow: ["127.0.0.0/8"] }
    origins:
      web: { type: web-server, baseUrl: "http://127.0.0.1:%d" }
    endpoints:
      shop: { path: /shop, origins: [web] }
    """
        .formatted(origin.getAddress().getPort());
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      boolean _ = latch.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
