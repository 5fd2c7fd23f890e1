package io.tintype.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.fault.Fault;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
  @TempDir private Path directory;

  @Test
  void speaksHttp2OverTlsAndHttp1ToWhoWantsIt() throws Exception {
    SelfSigned certificate = SelfSigned.in(directory);
    try (FakeGateway gateway = new FakeGateway(1 << 20, Optional.of(certificate.tls()));
        HttpClient client =
            HttpClient.newBuilder().sslContext(certificate.trusting()).build()) {
      gateway.fetch.image("a.jpg", "a");
      URI uri = URI.create("https://localhost:" + gateway.port() + "/main/a.jpg?w-9");

      HttpResponse<String> newer = get(client, uri, HttpClient.Version.HTTP_2);
      HttpResponse<String> older = get(client, uri, HttpClient.Version.HTTP_1_1);

      assertThat(newer.version()).isEqualTo(HttpClient.Version.HTTP_2);
      assertThat(newer.body()).startsWith("a v1 resize");
      assertThat(older.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
      assertThat(older.body()).isEqualTo(newer.body());
      long started = System.nanoTime();
      FakeGateway.await(gateway.stopRouting());
      assertThat(System.nanoTime() - started).isLessThan(3_000_000_000L);
    }
  }

  /** The failure of what a client has given up is no reason to close his connection. */
  @Test
  void leavesTheOtherStreamsOfAConnectionAlone() throws Exception {
    SelfSigned certificate = SelfSigned.in(directory);
    try (FakeGateway gateway = new FakeGateway(1 << 20, Optional.of(certificate.tls()));
        HttpClient client =
            HttpClient.newBuilder().sslContext(certificate.trusting()).build()) {
      gateway.fetch.image("a.jpg", "a");
      gateway.fetch.failing("down.mp4", new Fault.OriginUnavailable("fake"));
      URI here = URI.create("https://localhost:" + gateway.port() + "/main/");
      assertThat(get(client, here.resolve("a.jpg?w-9"), HttpClient.Version.HTTP_2).statusCode())
          .isEqualTo(200);
      gateway.fetch.hold();
      var givenUp = begin(client, here.resolve("down.mp4?original"));
      var waiting = begin(client, here.resolve("a.jpg?w-10"));
      FakeGateway.until("both are fetched", () -> gateway.fetch.requests().size() == 3);
      int connections = gateway.state.openConnections();

      givenUp.cancel(true);
      FakeGateway.until(
          "the first was given up",
          () ->
              gateway.measured().counts().keySet().stream()
                  .anyMatch(series -> series.labels().contains("gone")));
      gateway.fetch.release();

      assertThat(waiting.get().statusCode()).isEqualTo(200);
      assertThat(gateway.state.openConnections()).isEqualTo(connections).isEqualTo(1);
    }
  }

  private static CompletableFuture<HttpResponse<String>> begin(HttpClient client, URI uri) {
    return client.sendAsync(
        HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> get(HttpClient client, URI uri, HttpClient.Version version)
      throws Exception {
    return client.send(
        HttpRequest.newBuilder(uri).version(version).build(), HttpResponse.BodyHandlers.ofString());
  }
}
