package io.tintype.it;

import static io.tintype.it.RawOrigin.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.it.RawOrigin.Then;
import io.tintype.testing.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed in the middle of writing results to its disk. */
class KilledGatewayIT {
  private static final int RESULTS = 60;
  private static final int WRITTEN_WHEN_KILLED = 12;
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  @TempDir private Path temporary;
  private RawOrigin origin;
  private HttpClient client;

  @BeforeEach
  void start() throws IOException {
    origin = new RawOrigin();
    origin.script("/a.png", answer("200 OK", Pictures.png(900, 700)), Then.KEEP);
    client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    origin.close();
  }

  @Test
  void servesOnlyWholeResultsAfterwardsAndLeavesNothingBehind() throws Exception {
    Path disk = temporary.resolve("cache");
    killWhileItWrites(disk);
    Path half = Files.writeString(disk.resolve("unfinished").resolve("f".repeat(32)), "half");

    try (RunningGateway after = RunningGateway.start(configuration(disk, ""));
        RunningGateway fresh = RunningGateway.start(configuration(temporary.resolve("new"), ""))) {
      List<HttpResponse<byte[]>> answers = urls().map(url -> after.get(url)).toList();
      List<HttpResponse<byte[]>> expected = urls().map(url -> fresh.get(url)).toList();

      for (int i = 0; i < RESULTS; i++) {
        assertThat(answers.get(i).statusCode()).isEqualTo(200);
        assertThat(answers.get(i).body()).isEqualTo(expected.get(i).body());
        assertThat(header(answers.get(i), "ETag")).isEqualTo(header(expected.get(i), "ETag"));
      }
      assertThat(answers.stream().map(answer -> header(answer, "x-tintype-cache")))
          .filteredOn("disk"::equals)
          .hasSizeGreaterThanOrEqualTo(WRITTEN_WHEN_KILLED);
      assertThat(after.management("/metrics")).contains("cache_damaged{tier=\"disk\"} 0.0");
      assertThat(half).doesNotExist();
    }
  }

  private void killWhileItWrites(Path disk) throws Exception {
    int port = FreePorts.one();
    Path file = temporary.resolve("tintype.yaml");
    Files.writeString(
        file, configuration(disk, "delivery: { host: 127.0.0.1, port: %d }\n".formatted(port)));
    Process process = launch(file);
    try {
      awaitAnswer(port, process);
      List<?> _ =
          urls()
              .map(
                  url ->
                      client.sendAsync(request(port, url), HttpResponse.BodyHandlers.discarding()))
              .toList();
      long end = System.nanoTime() + PATIENCE_NANOS;
      while (results(disk) < WRITTEN_WHEN_KILLED) {
        assertThat(System.nanoTime())
            .as(() -> log().substring(Math.max(0, log().length() - 4_000)))
            .isLessThan(end);
      }
    } finally {
      process.destroyForcibly();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  private Process launch(Path configuration) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "--enable-native-access=ALL-UNNAMED",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-Dtintype.home=" + Path.of("").toAbsolutePath(),
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            "io.tintype.cli.Main",
            "serve",
            "--config",
            configuration.toString())
        .redirectErrorStream(true)
        .redirectOutput(temporary.resolve("log").toFile())
        .start();
  }

  private String log() {
    try {
      return Files.readString(temporary.resolve("log"));
    } catch (IOException missing) {
      return missing.toString();
    }
  }

  private void awaitAnswer(int port, Process process) throws Exception {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      try {
        client.send(request(port, "/shop/"), HttpResponse.BodyHandlers.discarding());
        return;
      } catch (IOException _) {
        assertThat(process.isAlive()).as(this::log).isTrue();
        assertThat(System.nanoTime()).isLessThan(end);
        boolean _ = process.waitFor(50, TimeUnit.MILLISECONDS);
      }
    }
  }

  private String configuration(Path disk, String ports) {
    return ports
        + """
        management: { host: 127.0.0.1, port: 0 }
        cache: { disk: { path: "%s", size: 1GiB } }
        network: { allow: ["127.0.0.0/8"] }
        origins:
          web: { type: web-server, baseUrl: "http://127.0.0.1:%d" }
        endpoints:
          shop: { path: /shop, origins: [web] }
        """
            .formatted(disk, origin.port());
  }

  private static Stream<String> urls() {
    return IntStream.range(0, RESULTS).mapToObj(i -> "/shop/tr:f-png,w-" + (800 - i) + "/a.png");
  }

  private static HttpRequest request(int port, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private static long results(Path disk) {
    try (Stream<Path> all = Files.walk(disk, 2)) {
      return all.filter(file -> file.getFileName().toString().length() == 32)
          .filter(file -> !file.getParent().endsWith("unfinished"))
          .count();
    } catch (IOException | java.io.UncheckedIOException changing) {
      return 0;
    }
  }
}
