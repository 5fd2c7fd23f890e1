package io.tintype.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tintype.telemetry.Gauge;
import io.tintype.testing.FreePorts;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scrape, in the hands of the real Prometheus. */
class PrometheusTest {
  @TempDir private Path directory;

  @Test
  void findsNothingToComplainAbout() throws Exception {
    Path promtool = program("promtool");
    try (ManagementPort port = new ManagementPort()) {
      port.deployCounter();
      String ours = port.get("/metrics").body();
      Path scrape = Files.writeString(directory.resolve("scrape"), ours);

      Process check =
          new ProcessBuilder(promtool.toString(), "check", "metrics")
              .redirectInput(scrape.toFile())
              .redirectErrorStream(true)
              .start();

      String complaints = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(check.waitFor()).as(complaints).isZero();
    }
  }

  @Test
  void scrapesAndAnswersQueries() throws Exception {
    Path prometheus = program("prometheus");
    try (ManagementPort port = new ManagementPort()) {
      port.deployCounter();
      CountDownLatch scrapes = new CountDownLatch(2);
      port.gauges.add(
          Gauge.FLIGHTS,
          () -> {
            scrapes.countDown();
            return 1;
          });
      Path config =
          Files.writeString(
              directory.resolve("prometheus.yml"),
              """
              global: { scrape_interval: 1s }
              scrape_configs:
                - job_name: tintype
                  static_configs: [{ targets: ["127.0.0.1:%d"] }]
              """
                  .formatted(port.port()));
      int web = FreePorts.one();
      Process server =
          new ProcessBuilder(
                  prometheus.toString(),
                  "--config.file=" + config,
                  "--storage.tsdb.path=" + directory.resolve("data"),
                  "--web.listen-address=127.0.0.1:" + web)
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve("log").toFile())
              .start();
      try {
        // The second scrape begins when the first has been stored.
        assertThat(scrapes.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(query(web, "tintype_requests_total"))
            .contains("\"endpoint\":\"x\"")
            .contains("\"1\"");
      } finally {
        server.destroy();
        assertThat(server.waitFor(20, TimeUnit.SECONDS)).isTrue();
      }
    }
  }

  private static String query(int web, String expression) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + web + "/api/v1/query?query=" + expression);
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }

  private static Path program(String name) {
    var found =
        Stream.of(System.getenv("PATH").split(":", -1))
            .map(directory -> Path.of(directory, name))
            .filter(Files::isExecutable)
            .findFirst();
    String advice = name + " is missing; on Debian: apt-get install prometheus";
    if (found.isEmpty() && "true".equals(System.getenv("CI"))) {
      throw new AssertionError(advice);
    }
    assumeTrue(found.isPresent(), advice);
    return found.get();
  }
}
