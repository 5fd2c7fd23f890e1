package io.tintype.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.bus.Measurements;
import io.tintype.bytes.ByteBudget;
import io.tintype.config.Live;
import io.tintype.fetch.FetchVerticle;
import io.tintype.origin.OriginConfig;
import io.tintype.origin.OriginConfig.Timeouts;
import io.tintype.origin.OriginId;
import io.tintype.origin.OriginSettings;
import io.tintype.origin.testing.TestNetwork;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pictures and fonts of layers, from a real origin over HTTP. */
class LayerOriginsTest {
  private static final int PICTURE_BYTES = 40_000;

  private final Vertx vertx = Vertx.vertx();
  private final ByteBudget budget = new ByteBudget("sources", 1 << 20);
  private final Queue<HttpServerRequest> waiting = new ConcurrentLinkedQueue<>();
  private HttpServer origin;
  private FakeGateway gateway;

  @BeforeEach
  void start() {
    origin =
        FakeGateway.await(
            vertx.createHttpServer().requestHandler(this::answer).listen(0, "127.0.0.1"));
    Live<OriginSettings> settings =
        new Live<>(
            new OriginSettings(
                List.of(
                    new OriginConfig.WebServer(
                        new OriginId("fake"),
                        Optional.empty(),
                        URI.create("http://127.0.0.1:" + origin.actualPort()),
                        false,
                        Map.of(),
                        OriginConfig.FOCUS_HEADER,
                        Timeouts.DEFAULT))));
    gateway =
        new FakeGateway(
            new FetchVerticle(
                settings,
                TestNetwork.LOOPBACK,
                TestNetwork.standings(),
                budget,
                new Measurements()));
  }

  @AfterEach
  void givesEverythingBack() {
    gateway.close();
    FakeGateway.until("the budget was given back", () -> budget.used() == 0);
    FakeGateway.await(vertx.close());
  }

  /** Files below {@code pair} come only when two have been asked for. */
  private void answer(HttpServerRequest request) {
    switch (request.path().split("/", -1)[1]) {
      case "pair" -> {
        waiting.add(request);
        if (waiting.size() == 2) {
          waiting.forEach(one -> one.response().end(picture(one.path())));
        }
      }
      case "half" ->
          request
              .response()
              .putHeader("content-length", "" + 2 * PICTURE_BYTES)
              .write(picture(request.path()));
      case "font" -> request.response().end("any bytes at all");
      case "text" -> request.response().end("no picture");
      default -> request.response().setStatusCode(404).end();
    }
  }

  /** Begins like a JPEG. */
  private static Buffer picture(String name) {
    byte[] bytes = new byte[PICTURE_BYTES];
    bytes[0] = (byte) 0xff;
    bytes[1] = (byte) 0xd8;
    bytes[2] = (byte) 0xff;
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(text, 0, bytes, 3, text.length);
    return Buffer.buffer(bytes);
  }

  @Test
  void asksForTheSourceAndItsLayerAtTheSameTime() {
    HttpResponse<String> answer = gateway.get("/main/pair/a.jpg?l-pair/b.jpg");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("/pair/a.jpg").contains("/pair/b.jpg");
    FakeGateway.until("sources were given back", () -> budget.used() == 0);
  }

  @Test
  void takesAnyFileForAFont() {
    HttpResponse<String> answer =
        gateway.get("/main/pair/a.jpg?l-pair/b.jpg&ff-font/f.ttf&ff-none.ttf");

    assertThat(answer.body()).contains(" font any bytes at all default font +");
    assertThat(answer.headers().firstValue("x-tintype-ignored")).contains("ff-none.ttf");
  }

  @Test
  void takesOnlyAPictureForALayer() {
    HttpResponse<String> answer = gateway.get("/main/pair/a.jpg?l-pair/b.jpg&l-text/t.txt");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo(
            "A layer cannot be drawn: the source is no image of a kind that can be transformed"
                + " here.\n");
  }

  @Test
  void givesTheBudgetBackWhenTheClientLeavesWhileALayerLoads() throws IOException {
    try (Socket socket =
        RawHttp.open(
            gateway.port(),
            "GET /main/pair/a.jpg?l-pair/b.jpg&l-half/c.jpg HTTP/1.1\r\nHost: h\r\n\r\n")) {
      FakeGateway.until(
          "all is in memory that comes", () -> budget.used() >= 3 * (long) PICTURE_BYTES);
      assertThat(socket.isConnected()).isTrue();
    }

    FakeGateway.until("the budget was given back", () -> budget.used() == 0);
    assertThat(gateway.transform.requests()).isEmpty();
  }
}
