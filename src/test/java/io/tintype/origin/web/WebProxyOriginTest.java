package io.tintype.origin.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.model.SourceRef;
import io.tintype.origin.HttpTarget;
import io.tintype.origin.OriginConfig;
import io.tintype.origin.OriginConfig.Timeouts;
import io.tintype.origin.OriginId;
import io.tintype.origin.testing.FileServer;
import io.tintype.origin.testing.OriginProbe;
import io.tintype.origin.testing.Queries;
import io.tintype.origin.testing.TestNetwork;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebProxyOriginTest {
  private final Vertx vertx = Vertx.vertx();
  private final OriginProbe probe = new OriginProbe(vertx);

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void fetchesFromAllowedHostsOnly() {
    try (FileServer server = new FileServer(vertx)) {
      server.put("/a b.jpg", new byte[] {1});
      String port = ":" + server.port();

      assertThat(ask("http://img.shop.test" + port + "/a%20b.jpg", port)).isEqualTo("found");
      assertThat(ask("http://img.shop.test" + port + "/missing.jpg", port)).isEqualTo("absent");
      assertThat(ask("http://img.other.test" + port + "/a%20b.jpg", port)).isEqualTo("denied");
      assertThat(ask("http://x@img.shop.test" + port + "/a.jpg", port)).isEqualTo("denied");
      assertThat(ask("http://127.0.0.1" + port + "/a.jpg", port)).isEqualTo("denied");
      assertThat(ask("ftp://img.shop.test/a.jpg", port)).isEqualTo("denied");
    }
  }

  @Test
  void knowsNoPaths() {
    assertThat(WebServerOriginTest.name(probe.ask(origin(""), Queries.path("a.jpg")).outcome()))
        .isEqualTo("absent");
  }

  @ParameterizedTest
  @CsvSource({
    "*.example.com, https://a.example.com/, true",
    "*.example.com, https://a.b.EXAMPLE.com/, true",
    "*.example.com, https://a.example.com./, true",
    "*.example.com, https://example.com/, false",
    "*.example.com, https://badexample.com/, false",
    "*.example.com, https://a.example.com:8443/, false",
    "*.example.com:8443, https://a.example.com:8443/, true",
    "*.example.com:8443, https://a.example.com/, false",
    "example.com, http://example.com/, true",
    "example.com, http://example.com:80/, true",
    "example.com, http://a.example.com/, false",
    "[::1]:80, http://[::1]/, true"
  })
  void matchesHosts(String pattern, String url, boolean allowed) {
    AllowedHosts hosts = new AllowedHosts(List.of(pattern));

    assertThat(hosts.contain(HttpTarget.parse(url).orElseThrow())).isEqualTo(allowed);
  }

  private String ask(String url, String port) {
    return WebServerOriginTest.name(
        probe.ask(origin(port), Queries.of(new SourceRef.Remote(url))).outcome());
  }

  private WebProxyOrigin origin(String port) {
    return probe.on(
        () ->
            Future.succeededFuture(
                new WebProxyOrigin(
                    new OriginConfig.WebProxy(
                        new OriginId("anywhere"),
                        Optional.empty(),
                        List.of("*.shop.test" + port),
                        Map.of(),
                        OriginConfig.FOCUS_HEADER,
                        Timeouts.DEFAULT),
                    TestNetwork.client(vertx))));
  }
}
