package io.tintype.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CrewTest {
  private static final int CHUNKED = 0;
  private static final int NOTHING = -1;

  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  /** The path says with which status, and how. */
  private void answer(HttpExchange exchange) throws IOException {
    asked.add(exchange.getRequestURI().toString());
    String path = exchange.getRequestURI().getPath();
    int status = Integer.parseInt(path.substring(1, 4));
    byte[] body = new byte[100_000];
    try (exchange) {
      if (status == 304) {
        exchange.sendResponseHeaders(status, NOTHING);
        return;
      }
      exchange.sendResponseHeaders(status, path.endsWith("chunked") ? CHUNKED : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Load times(String... paths) {
    ConcurrentLinkedQueue<String> queue = new ConcurrentLinkedQueue<>(List.of(paths));
    return new Crew(server.getAddress().getPort(), queue::remove).times(paths.length, 2);
  }

  @Test
  void tellsAnswersApart() {
    Load load = times("/200", "/304", "/200/chunked", "/503", "/404", "/200");

    assertThat(load.accepted()).hasSize(4).isSorted();
    assertThat(load.refused()).hasSize(1);
    assertThat(load.failed()).isEqualTo(1);
    assertThat(load.answers()).isEqualTo(6);
  }

  @Test
  void freshPathsAreNeverTheSame() {
    Load load = new Crew(server.getAddress().getPort(), new Fresh("/200?q=1")).times(50, 5);

    assertThat(load.accepted()).hasSize(50);
    assertThat(asked).hasSize(50).allMatch(path -> path.startsWith("/200?q=1&x="));
  }

  @Test
  void anOpenLoopAsksAsOftenAsItSays() {
    Load load =
        new Crew(server.getAddress().getPort(), () -> "/200")
            .openLoop(500, 4, Duration.ofMillis(200));

    assertThat(load.answers()).isEqualTo(100);
  }

  @Test
  void aServerThatIsNotThereIsAFailure() throws IOException {
    int port = server.getAddress().getPort();
    server.stop(0);

    Load load = new Crew(port, () -> "/200").times(3, 1);

    assertThat(load.failed()).isEqualTo(3);
  }
}
