package io.tintype.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerConfig;
import io.vertx.core.http.HttpVersion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallersTest {
  private static final String REQUEST = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
  private static final int END = -1;
  private static final int MILLIS = 10_000;

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() throws Exception {
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  @Test
  void whoDripsIsLeft() throws Exception {
    int port = listen(Duration.ofMillis(300));
    try (Socket socket = connect(port)) {
      send(socket, "GET / HT");

      assertThat(socket.getInputStream().read()).isEqualTo(END);
    }
  }

  @Test
  void whoHasAskedMayStay() throws Exception {
    int port = listen(Duration.ofMillis(300));
    try (Socket socket = connect(port);
        Socket later = connect(port)) {
      send(socket, REQUEST);
      assertThat(socket.getInputStream().read()).isEqualTo('H');
      assertThat(later.getInputStream().read()).as("the time of the silent one").isEqualTo(END);

      send(socket, REQUEST);
      String answers = new String(socket.getInputStream().readNBytes(60), StandardCharsets.UTF_8);
      assertThat(answers).contains("HTTP/1.1 200");
    }
  }

  @Test
  void noMoreThanAFewAreLetIn() throws Exception {
    int port = listen(Duration.ofMinutes(1));
    List<Socket> crowd = new ArrayList<>();
    try {
      for (int i = 0; i < Callers.MOST; i++) {
        crowd.add(connect(port));
      }
      try (Socket last = connect(port)) {
        assertThat(last.getInputStream().read()).isEqualTo(END);
      }
      send(crowd.getFirst(), REQUEST);
      assertThat(crowd.getFirst().getInputStream().read()).isEqualTo('H');
    } finally {
      for (Socket socket : crowd) {
        socket.close();
      }
    }
  }

  private int listen(Duration head) throws Exception {
    Callers callers = new Callers(vertx, request -> request.response().end(), head);
    HttpServer server =
        vertx
            .createHttpServer(new HttpServerConfig().setVersions(HttpVersion.HTTP_1_1))
            .connectionHandler(callers::welcome)
            .requestHandler(callers);
    return server.listen(0, "127.0.0.1").await(10, TimeUnit.SECONDS).actualPort();
  }

  private static Socket connect(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(MILLIS);
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }
}
