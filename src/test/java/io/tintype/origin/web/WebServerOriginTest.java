package io.tintype.origin.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.model.SourceRef;
import io.tintype.origin.AddressRules;
import io.tintype.origin.FetchOutcome;
import io.tintype.origin.FetchOutcome.Absent;
import io.tintype.origin.FetchOutcome.Broken;
import io.tintype.origin.FetchOutcome.Cause;
import io.tintype.origin.FetchOutcome.Denied;
import io.tintype.origin.FetchOutcome.Found;
import io.tintype.origin.FetchQuery;
import io.tintype.origin.Origin;
import io.tintype.origin.OriginConfig;
import io.tintype.origin.OriginConfig.Timeouts;
import io.tintype.origin.OriginId;
import io.tintype.origin.testing.OriginProbe;
import io.tintype.origin.testing.Queries;
import io.tintype.origin.testing.TestNetwork;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.ClientSSLOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Web servers as they are: redirecting, refusing, breaking off. */
class WebServerOriginTest {
  private final List<HttpServerRequest> seen = new CopyOnWriteArrayList<>();
  private Vertx vertx;
  private OriginProbe probe;
  private HttpServer server;

  @BeforeEach
  void start() {
    vertx = Vertx.vertx();
    probe = new OriginProbe(vertx);
    server =
        vertx
            .createHttpServer()
            .requestHandler(this::answer)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private void answer(HttpServerRequest request) {
    seen.add(request);
    String path = request.path();
    var response = request.response();
    if (path.startsWith("/status/")) {
      response.setStatusCode(Integer.parseInt(path.substring(8))).end("x");
    } else if (path.startsWith("/to/")) {
      response.setStatusCode(302).putHeader("location", request.getParam("l")).end();
    } else if (path.startsWith("/hops/")) {
      int left = Integer.parseInt(path.substring(6));
      response
          .setStatusCode(left == 0 ? 200 : 307)
          .putHeader("location", "/hops/" + (left - 1))
          .end("done");
    } else {
      misbehave(path, request);
    }
  }

  private void misbehave(String path, HttpServerRequest request) {
    var response = request.response();
    switch (path) {
      case "/loop" -> response.setStatusCode(301).putHeader("location", "/loop").end();
      case "/reset" -> request.connection().close();
      case "/hang" -> {}
      case "/short" -> {
        response.putHeader("content-length", "100").write("only this");
        vertx.setTimer(20, _ -> request.connection().close());
      }
      case "/part" ->
          response.setStatusCode(206).putHeader("content-range", "bytes 0-0/5").end("x");
      case "/slow-head" -> vertx.setTimer(100, _ -> response.end("late"));
      default -> response.end("ok");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "404,absent", "410,absent", "401,denied", "403,denied", "451,denied", "400,down", "405,down",
    "408,down", "414,down", "429,down", "500,down", "502,down", "503,down", "504,down",
    "204,down", "300,down", "302,down", "304,down", "200,found"
  })
  void readsStatuses(int status, String outcome) {
    assertThat(name(ask("status/" + status))).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "reset,down",
    "loop,down",
    "part,down",
    "hops/4,down",
    "hops/3,found",
    "slow-head,found"
  })
  void copesWith(String path, String outcome) {
    assertThat(name(ask(path))).isEqualTo(outcome);
  }

  @Test
  void stopsWaitingInTime() {
    FetchQuery query = Queries.path("hang").withTimeLimit(Duration.ofMillis(100));

    assertThat(name(probe.ask(origin(Map.of(), false), query).outcome())).isEqualTo("timeout");
  }

  @Test
  void saysThatABodyBrokeOff() {
    assertThatThrownBy(() -> ask("short")).hasMessageContaining("closed");
  }

  @Test
  void saysBrokenOfWhatCannotBeReached() {
    int port = server.actualPort();
    server.close().toCompletionStage().toCompletableFuture().join();
    Origin nowhere = origin("http://no-such-host.example/", Map.of(), false, TestNetwork.LOOPBACK);
    Origin tls = origin("https://localhost:" + port, Map.of(), false, TestNetwork.LOOPBACK);

    assertThat(name(ask("a"))).isEqualTo("down");
    assertThat(name(probe.ask(nowhere, Queries.path("a")).outcome())).isEqualTo("down");
    assertThat(name(probe.ask(tls, Queries.path("a")).outcome())).isEqualTo("down");
  }

  @Test
  void saysBrokenOfServersWithoutTls() {
    Origin tls =
        origin("https://localhost:" + server.actualPort(), Map.of(), false, TestNetwork.LOOPBACK);

    assertThat(name(probe.ask(tls, Queries.path("a")).outcome())).isIn("down", "timeout");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://10.0.0.1/a",
        "http://169.254.169.254/latest/meta-data",
        "http://[::1]:1/",
        "http://2130706433:1/",
        "//10.0.0.1/",
        "ftp://example.com/a",
        "file:///etc/passwd",
        "http://user@127.0.0.1/",
        "javascript:alert(1)"
      })
  void refusesRedirectsToWhereNobodyMayGo(String location) {
    AddressRules onlyServer =
        new AddressRules(List.of(TestNetwork.rule("127.0.0.1/32:" + server.actualPort())));
    Origin origin = origin(base(), Map.of(), false, onlyServer);
    var query = Queries.of(new SourceRef.Named("to/x", "l=" + location));

    assertThat(name(probe.ask(origin, query).outcome())).isEqualTo("denied");
  }

  @Test
  void refusesToConnectToThisMachineByDefault() {
    Origin origin = origin(base(), Map.of(), false, AddressRules.NONE);

    assertThat(name(probe.ask(origin, Queries.path("a")).outcome())).isEqualTo("denied");
    assertThat(seen).isEmpty();
  }

  @Test
  void sendsWhatIsConfiguredAndNoMore() {
    Origin origin = origin(Map.of("x-req-from", "tintype"), true);

    probe.ask(origin, Queries.of(new SourceRef.Named("a%20b/c+d.jpg", "x=1&y=%2F")));

    HttpServerRequest request = seen.getFirst();
    assertThat(request.uri()).isEqualTo("/a%20b/c+d.jpg?x=1&y=%2F");
    assertThat(request.getHeader("host")).isEqualTo("images.example.com");
    assertThat(request.getHeader("x-req-from")).isEqualTo("tintype");
    assertThat(request.getHeader("user-agent")).isEqualTo("Tintype");
    assertThat(request.getHeader("accept-encoding")).isEqualTo("identity");
    assertThat(request.headers().names()).hasSize(4);
  }

  @Test
  void keepsItsHeadersFromOtherServers() {
    Origin origin = origin(Map.of("authorization", "secret"), false);
    String other = "http://other.test:" + server.actualPort() + "/x";

    probe.ask(origin, Queries.of(new SourceRef.Named("to/x", "l=" + other)));

    assertThat(seen.get(0).getHeader("authorization")).isEqualTo("secret");
    assertThat(seen.get(1).getHeader("authorization")).isNull();
    assertThat(seen.get(1).getHeader("host")).startsWith("other.test:");
  }

  private FetchOutcome ask(String path) {
    return probe.ask(origin(Map.of(), false), Queries.path(path)).outcome();
  }

  private String base() {
    return "http://localhost:" + server.actualPort();
  }

  private Origin origin(Map<String, String> headers, boolean forwardHost) {
    return origin(base(), headers, forwardHost, TestNetwork.LOOPBACK);
  }

  private Origin origin(
      String url, Map<String, String> headers, boolean forwardHost, AddressRules rules) {
    return probe.on(
        () ->
            Future.succeededFuture(
                new WebServerOrigin(
                    new OriginConfig.WebServer(
                        new OriginId("web"),
                        Optional.empty(),
                        URI.create(url),
                        forwardHost,
                        headers,
                        OriginConfig.FOCUS_HEADER,
                        Timeouts.DEFAULT),
                    TestNetwork.client(vertx, rules, new ClientSSLOptions()))));
  }

  static String name(FetchOutcome outcome) {
    return switch (outcome) {
      case Found _ -> "found";
      case FetchOutcome.NotModified _ -> "same";
      case Absent _ -> "absent";
      case Denied _ -> "denied";
      case Broken broken when broken.cause() == Cause.TIMEOUT -> "timeout";
      case Broken _ -> "down";
    };
  }
}
