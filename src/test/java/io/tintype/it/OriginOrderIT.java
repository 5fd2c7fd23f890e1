package io.tintype.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.tintype.testing.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The outcomes of origins in every order of two and three, as the configuration's users see them.
 */
class OriginOrderIT {
  /** What an origin does; each is a real server. */
  enum Behaviour {
    FOUND,
    ABSENT,
    DENIED,
    FAILING,
    REFUSING,
    HANGING
  }

  /** All of them at once would take longer than an origin may on a busy machine. */
  private static final int AT_ONCE = 40;

  private static final byte[] PICTURE = Pictures.png(64, 48);

  private static final Map<Behaviour, Integer> PORTS = new EnumMap<>(Behaviour.class);
  private static final List<AutoCloseable> SERVERS = new ArrayList<>();
  private static RunningGateway gateway;

  @BeforeAll
  static void start() throws IOException {
    PORTS.put(Behaviour.FOUND, answering(200));
    PORTS.put(Behaviour.ABSENT, answering(404));
    PORTS.put(Behaviour.DENIED, answering(403));
    PORTS.put(Behaviour.FAILING, answering(500));
    PORTS.put(Behaviour.REFUSING, FreePorts.one());
    PORTS.put(Behaviour.HANGING, hanging());
    gateway = RunningGateway.start(configuration());
  }

  @AfterAll
  static void stop() throws Exception {
    gateway.close();
    for (AutoCloseable server : SERVERS) {
      server.close();
    }
  }

  @Test
  void theStrongestOutcomeWinsInEveryOrder() {
    Map<List<Behaviour>, HttpResponse<byte[]>> answers = new LinkedHashMap<>();
    List<List<Behaviour>> orders = orders();
    for (int from = 0; from < orders.size(); from += AT_ONCE) {
      answers.putAll(ask(orders.subList(from, Math.min(orders.size(), from + AT_ONCE))));
    }
    Map<List<Behaviour>, Integer> statuses = new LinkedHashMap<>();
    answers.forEach((order, answer) -> statuses.put(order, answer.statusCode()));

    Map<List<Behaviour>, Integer> expected = new LinkedHashMap<>();
    orders().forEach(order -> expected.put(order, expected(order)));
    assertThat(statuses).isEqualTo(expected);
    answers.values().forEach(OriginOrderIT::assertCacheable);
  }

  private static Map<List<Behaviour>, HttpResponse<byte[]>> ask(List<List<Behaviour>> orders) {
    Map<List<Behaviour>, CompletableFuture<HttpResponse<byte[]>>> asked = new LinkedHashMap<>();
    orders.forEach(order -> asked.put(order, gateway.getAsync(path(order) + "/tr:w-32/pic.png")));
    Map<List<Behaviour>, HttpResponse<byte[]>> answers = new LinkedHashMap<>();
    asked.forEach((order, answer) -> answers.put(order, answer.join()));
    return answers;
  }

  private static void assertCacheable(HttpResponse<byte[]> response) {
    String cacheControl = response.headers().firstValue("cache-control").orElseThrow();
    if (response.statusCode() == 200) {
      assertThat(cacheControl).isEqualTo("public, max-age=31536000");
    } else {
      assertThat(cacheControl).isEqualTo("no-store");
      assertThat(response.headers().firstValue("ik-error")).isPresent();
    }
  }

  private static int expected(List<Behaviour> order) {
    if (order.contains(Behaviour.FOUND)) {
      return 200;
    }
    if (order.contains(Behaviour.FAILING) || order.contains(Behaviour.REFUSING)) {
      return 502;
    }
    if (order.contains(Behaviour.HANGING)) {
      return 504;
    }
    return order.contains(Behaviour.DENIED) ? 403 : 404;
  }

  /** Every order of one, two and three different behaviours. */
  private static List<List<Behaviour>> orders() {
    List<List<Behaviour>> orders = new ArrayList<>();
    for (Behaviour first : Behaviour.values()) {
      orders.add(List.of(first));
    }
    for (int next = 0; next < orders.size(); next++) {
      List<Behaviour> order = orders.get(next);
      for (Behaviour last : Behaviour.values()) {
        if (order.size() < 3 && !order.contains(last)) {
          orders.add(Stream.concat(order.stream(), Stream.of(last)).toList());
        }
      }
    }
    return orders;
  }

  private static String path(List<Behaviour> order) {
    return "/"
        + order.stream().map(Enum::name).collect(Collectors.joining("-")).toLowerCase(Locale.ROOT);
  }

  private static String configuration() {
    StringBuilder yaml = new StringBuilder("limits: { fetchTime: 9s }\norigins:\n");
    PORTS.forEach(
        (behaviour, port) ->
            yaml.append(
                "  %s: { type: web-server, baseUrl: 'http://127.0.0.1:%d/base' }\n"
                    .formatted(behaviour, port)));
    yaml.append("endpoints:\n");
    for (List<Behaviour> order : orders()) {
      String path = path(order);
      yaml.append("  e%s: { path: %s, origins: %s }\n".formatted(path.substring(1), path, order));
    }
    return yaml.append("network: { allow: ['127.0.0.0/8'] }\n").toString();
  }

  private static int answering(int status) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    var threads = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          boolean here = exchange.getRequestURI().getPath().equals("/base/pic.png");
          byte[] body = status == 200 && here ? PICTURE : new byte[] {'n', 'o'};
          exchange.sendResponseHeaders(here ? status : 404, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    SERVERS.add(() -> server.stop(0));
    SERVERS.add(threads);
    return server.getAddress().getPort();
  }

  /** A port whose connections are taken by the system and never answered. */
  private static int hanging() throws IOException {
    ServerSocket socket = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
    SERVERS.add(socket);
    return socket.getLocalPort();
  }
}
