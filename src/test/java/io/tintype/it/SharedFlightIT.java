package io.tintype.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many clients who want the same at the same time, over real sockets. */
class SharedFlightIT {
  private static final byte[] PICTURE = Pictures.jpeg(640, 480);
  private static final String PATH = "/shop/tr:w-100/a.jpg";
  private static final int CLIENTS = 100;

  private final CountDownLatch answer = new CountDownLatch(1);
  private MoodyOrigin origin;
  private RunningGateway gateway;

  @BeforeEach
  void start() throws IOException {
    MoodyOrigin.Mood well = MoodyOrigin.well(PICTURE);
    origin =
        new MoodyOrigin(
            (socket, number) -> {
              awaitAnswer();
              well.answer(socket, number);
            });
    gateway =
        RunningGateway.start(
            """
            cache: { sources: 0 }
            origins:
              web: { type: web-server, baseUrl: 'http://127.0.0.1:%d' }
            endpoints:
              shop: { origins: [web] }
            network: { allow: ['127.0.0.1/32'] }
            """
                .formatted(origin.port()));
  }

  @AfterEach
  void stop() throws IOException {
    answer.countDown();
    gateway.close();
    origin.close();
  }

  @Test
  void theyShareOneReadingAndOneRenderingAndTheFirstMayLeave() throws Exception {
    List<CompletableFuture<HttpResponse<byte[]>>> others = new ArrayList<>();
    try (Socket first = ask()) {
      Gauging.until("the origin is asked", () -> origin.requests() == 1);
      for (int i = 1; i < CLIENTS; i++) {
        others.add(gateway.getAsync(PATH));
      }
      Gauging.until("all wait", () -> read("tintype_flights_joined_total") == CLIENTS - 1);
      first.setSoLinger(true, 0);
    }
    Gauging.until("the first is gone", () -> gone() == 1);
    answer.countDown();

    byte[] body = others.getFirst().join().body();
    for (CompletableFuture<HttpResponse<byte[]>> other : others) {
      assertThat(other.join().statusCode()).isEqualTo(200);
      assertThat(other.join().body()).isEqualTo(body);
    }
    assertThat(origin.requests()).isEqualTo(1);
    assertThat(read("tintype_rendered_total{format=\"jpeg\"}")).isEqualTo(1);
    assertRest();
  }

  @Test
  void whatAllHaveLeftIsGivenUp() throws Exception {
    List<Socket> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(ask());
    }
    Gauging.until("all wait", () -> read("tintype_flights_joined_total") == CLIENTS - 1);
    for (Socket client : clients) {
      client.setSoLinger(true, 0);
      client.close();
    }

    Gauging.until("nobody is left", () -> gone() == CLIENTS);
    Gauging.until(
        "nothing is asked any more", () -> read("tintype_origin_asked{origin=\"web\"}") == 0);
    assertRest();
    answer.countDown();
    Gauging.until("the origin's connection is closed", () -> origin.open() == 0);
    assertThat(read("tintype_rendered_total{format=\"jpeg\"}")).isZero();
    assertThat(gateway.get(PATH).statusCode()).isEqualTo(200);
  }

  private void assertRest() {
    for (String series :
        List.of(
            "tintype_flights",
            "tintype_origin_asked{origin=\"web\"}",
            "tintype_budget_used_bytes{budget=\"sources\"}",
            "tintype_render_running",
            "tintype_render_queue")) {
      Gauging.until(series + " is at rest", () -> read(series) == 0);
    }
  }

  private Socket ask() throws IOException {
    Socket client = new Socket(InetAddress.getLoopbackAddress(), gateway.deliveryPort());
    String request = "GET " + PATH + " HTTP/1.1\r\nHost: shop\r\n\r\n";
    client.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
    return client;
  }

  private double gone() {
    return read("tintype_requests_total{endpoint=\"shop\",outcome=\"gone\",status=\"499\"}");
  }

  private double read(String series) {
    return Gauging.read(gateway, series);
  }

  private void awaitAnswer() {
    try {
      boolean _ = answer.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
