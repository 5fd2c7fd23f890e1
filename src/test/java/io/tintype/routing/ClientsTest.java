package io.tintype.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.testing.FakeFetch;
import io.tintype.testing.FakeFetch.Source;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients who take their time, and many of them. */
class ClientsTest {
  private static final String GET = "GET /main/a.jpg HTTP/1.1\r\nHost: a\r\n\r\n";
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(200);
  private static final int DRIP_MILLIS = 20;

  @TempDir private Path directory;
  private FakeGateway gateway = new FakeGateway(new ClientLimits(2, SHORT, LONG, LONG, 1 << 20));

  @AfterEach
  void givesEverythingBack() {
    gateway.close();
  }

  @Test
  void closesAConnectionWhoseFirstHeadDrips() throws IOException {
    try (Socket slow = open()) {
      assertThat(drips(slow, GET.repeat(1_000).replace("\r\n\r\n", "\r\nX: "))).isTrue();
    }
  }

  @Test
  void closesAConnectionThatSaysNothing() throws IOException {
    try (Socket silent = open()) {
      assertThat(silent.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void closesAConnectionWhoseNextHeadDrips() throws IOException {
    limit(new ClientLimits(2, LONG, SHORT, LONG, 1 << 20));
    gateway.fetch.image("a.jpg", "a");
    try (Socket slow = open()) {
      slow.getOutputStream().write(GET.getBytes(StandardCharsets.ISO_8859_1));
      assertThat(slow.getInputStream().read()).isEqualTo('H');

      assertThat(drips(slow, "GET /main/" + "a".repeat(1_000))).isTrue();
    }
  }

  @Test
  void answersAtOnceAndClosesAConnectionWhoseBodyDrips() throws IOException {
    try (Socket slow = open()) {
      slow.getOutputStream()
          .write(
              "POST /main/a.jpg HTTP/1.1\r\nHost: a\r\nContent-Length: 9999\r\n\r\n"
                  .getBytes(StandardCharsets.ISO_8859_1));
      assertThat(new String(slow.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1))
          .isEqualTo("HTTP/1.1 405");

      assertThat(drips(slow, "x".repeat(5_000))).isTrue();
    }
  }

  @Test
  void leavesAClientWhoDoesNotTakeAStream() throws Exception {
    limit(new ClientLimits(2, LONG, LONG, SHORT, 64 << 20));
    Path large = FakeFetch.file(directory, 32 << 20);
    gateway.fetch.put(
        "large.zip", new Source.Media(large, "application/zip", "", Optional.empty()));
    try (Socket stuck = unread("/main/large.zip")) {
      assertThat(stuck.getInputStream().read()).isEqualTo('H');

      FakeGateway.until("the file was closed", () -> gateway.fetch.openBodies() == 0);
      FakeGateway.until("the client was left", () -> gateway.state.openConnections() == 0);
    }
  }

  @Test
  void leavesAClientWhoDoesNotTakeAPicture() throws Exception {
    limit(new ClientLimits(2, LONG, LONG, SHORT, 64 << 20));
    gateway.fetch.image("a.jpg", "a".repeat(12 << 20));
    try (Socket stuck = unread("/main/a.jpg")) {
      assertThat(stuck.getInputStream().read()).isEqualTo('H');

      FakeGateway.until("the client was left", () -> gateway.state.openConnections() == 0);
    }
  }

  @Test
  void closesConnectionsBeyondTheLimitAndLetsTheNextOnesIn() throws IOException {
    limit(new ClientLimits(2, LONG, LONG, LONG, 1 << 20));
    gateway.fetch.image("a.jpg", "a");
    try (Socket first = open()) {
      try (Socket second = open();
          Socket third = open()) {
        FakeGateway.until("one was refused", () -> gateway.state.refusedConnections() == 1);
        assertThat(gateway.state.openConnections()).isEqualTo(2);
        assertThat(third.getInputStream().read()).isEqualTo(-1);
        assertThat(second.isConnected()).isTrue();
      }
      FakeGateway.until("there is room", () -> gateway.state.openConnections() == 1);

      assertThat(gateway.get("/main/a.jpg").statusCode()).isEqualTo(200);
      assertThat(first.isConnected()).isTrue();
    }
  }

  private void limit(ClientLimits limits) {
    gateway.close();
    gateway = new FakeGateway(limits);
  }

  private Socket open() throws IOException {
    return RawHttp.open(gateway.port(), "");
  }

  /** A connection with little room for an answer nobody reads. */
  private Socket unread(String path) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.setSoTimeout(10_000);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), gateway.port()));
    socket
        .getOutputStream()
        .write(GET.replace("/main/a.jpg", path).getBytes(StandardCharsets.ISO_8859_1));
    return socket;
  }

  /** Sends a byte now and then; whether the connection was closed before the end of the text. */
  private static boolean drips(Socket socket, String text) throws IOException {
    socket.setSoTimeout(DRIP_MILLIS);
    for (byte next : text.getBytes(StandardCharsets.ISO_8859_1)) {
      try {
        socket.getOutputStream().write(next);
        while (socket.getInputStream().read() >= 0) {
          // The rest of an answer.
        }
        return true;
      } catch (SocketTimeoutException stillOpen) {
        // The next byte.
      } catch (SocketException closed) {
        return true;
      }
    }
    return false;
  }
}
