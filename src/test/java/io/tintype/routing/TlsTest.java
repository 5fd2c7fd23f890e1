package io.tintype.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.bus.Lifecycle;
import io.tintype.fault.Fault;
import io.tintype.testing.SelfSigned;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpSettings;
import io.vertx.core.http.HttpVersion;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
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
        HttpClient client = HttpClient.newBuilder().sslContext(certificate.trusting()).build()) {
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

  /** What is asked on a connection is answered, and what comes next is asked on another. */
  @Test
  void asksHttp2ClientsToLeaveBeforeItEnds() throws Exception {
    SelfSigned certificate = SelfSigned.in(directory);
    try (FakeGateway gateway = new FakeGateway(1 << 20, Optional.of(certificate.tls()));
        HttpClient client = HttpClient.newBuilder().sslContext(certificate.trusting()).build()) {
      gateway.fetch.image("a.jpg", "a");
      URI uri = URI.create("https://localhost:" + gateway.port() + "/main/a.jpg?w-9");
      String first = get(client, uri, HttpClient.Version.HTTP_2).connectionLabel().orElseThrow();
      assertThat(get(client, uri, HttpClient.Version.HTTP_2).connectionLabel()).hasValue(first);

      Lifecycle.drain(gateway.vertx);
      HttpResponse<String> answer = get(client, uri, HttpClient.Version.HTTP_2);
      while (answer.connectionLabel().orElseThrow().equals(first)) {
        assertThat(answer.statusCode()).isEqualTo(200);
        answer = get(client, uri, HttpClient.Version.HTTP_2);
      }
      assertThat(answer.statusCode()).isEqualTo(200);
    }
  }

  /** The failure of what a client has given up is no reason to close his connection. */
  @Test
  void leavesTheOtherStreamsOfAConnectionAlone() throws Exception {
    SelfSigned certificate = SelfSigned.in(directory);
    try (FakeGateway gateway = new FakeGateway(1 << 20, Optional.of(certificate.tls()));
        HttpClient client = HttpClient.newBuilder().sslContext(certificate.trusting()).build()) {
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

  /** That all has been written and that the stream has ended come at the same time. */
  @Test
  void countsWhatHttp2ClientsGotAsServed() throws Exception {
    SelfSigned certificate = SelfSigned.in(directory);
    try (FakeGateway gateway = new FakeGateway(1 << 20, Optional.of(certificate.tls()));
        HttpClient client = HttpClient.newBuilder().sslContext(certificate.trusting()).build()) {
      gateway.fetch.image("a.jpg", "a");
      URI here = URI.create("https://localhost:" + gateway.port() + "/main/");
      for (int i = 1; i <= 5; i++) {
        get(client, here.resolve("a.jpg?w-" + i), HttpClient.Version.HTTP_2);
        get(client, here.resolve("none.jpg?w-" + i), HttpClient.Version.HTTP_2);
      }

      FakeGateway.until(
          "all are counted",
          () -> answered(gateway).values().stream().mapToLong(n -> n).sum() == 10);
      assertThat(answered(gateway)).isEqualTo(Map.of("miss", 5L, "fault", 5L));
    }
  }

  private static Map<String, Long> answered(FakeGateway gateway) {
    Map<String, Long> outcomes = new HashMap<>();
    gateway
        .measured()
        .counts()
        .forEach(
            (series, count) -> {
              if (series.metric().title().equals("tintype_requests")) {
                outcomes.merge(series.labels().getLast(), (long) count.sum(), Long::sum);
              }
            });
    return outcomes;
  }

  @Test
  void announcesItsLimits() throws Exception {
    SelfSigned certificate = SelfSigned.in(directory);
    try (FakeGateway gateway = new FakeGateway(1 << 20, Optional.of(certificate.tls()))) {
      gateway.fetch.image("a.jpg", "a");
      HttpClientAgent client =
          gateway
              .vertx
              .httpClientBuilder()
              .with(
                  new HttpClientOptions()
                      .setProtocolVersion(HttpVersion.HTTP_2)
                      .setSsl(true)
                      .setUseAlpn(true)
                      .setTrustAll(true)
                      .setVerifyHost(false)
                      .setDefaultPort(gateway.port()))
              .build();
      HttpClientRequest first = FakeGateway.await(client.request(HttpMethod.GET, "/main/a.jpg"));
      FakeGateway.await(first.send());
      HttpSettings settings = first.connection().remoteSettings();
      assertThat(settings).isInstanceOf(Http2Settings.class);
      assertThat(((Http2Settings) settings).getMaxConcurrentStreams()).isEqualTo(100);
      assertThat(((Http2Settings) settings).getMaxHeaderListSize()).isEqualTo(32 * 1024);
      FakeGateway.await(client.close());
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
