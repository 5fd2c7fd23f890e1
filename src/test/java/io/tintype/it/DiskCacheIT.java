package io.tintype.it;

import static io.tintype.it.RawOrigin.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.it.RawOrigin.Then;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gateways with a disk tier, as clients see them, across restarts. */
class DiskCacheIT {
  private static final byte[] PICTURE = Pictures.png(64, 48);
  private static final String URL = "/shop/tr:w-32/a.png";
  private static final byte[] NOTHING = {};

  @TempDir private Path temporary;
  private Path disk;
  private RawOrigin origin;

  @BeforeEach
  void startOrigin() throws IOException {
    disk = temporary.resolve("new").resolve("cache");
    origin = new RawOrigin();
    origin.script("/a.png", answer("200 OK\r\nETag: \"one\"", PICTURE), Then.KEEP);
  }

  @AfterEach
  void stopOrigin() throws IOException {
    origin.close();
  }

  @Test
  void keepsResultsAcrossARestart() throws Exception {
    String tag;
    byte[] body;
    try (RunningGateway gateway = start("1d", "1d", "64MiB")) {
      HttpResponse<byte[]> first = gateway.get(URL);
      tag = header(first, "ETag");
      body = first.body();
      assertThat(header(first, "x-tintype-cache")).isEqualTo("miss");
      assertThat(header(gateway.get(URL), "x-tintype-cache")).isEqualTo("memory");
    }
    origin.close();

    try (RunningGateway gateway = start("1d", "1d", "64MiB")) {
      HttpResponse<byte[]> again = gateway.get(URL);
      assertThat(header(again, "x-tintype-cache")).isEqualTo("disk");
      assertThat(header(again, "ETag")).isEqualTo(tag);
      assertThat(header(again, "Content-Type")).isEqualTo("image/png");
      assertThat(again.body()).isEqualTo(body);
      HttpResponse<byte[]> promoted = gateway.get(URL, "If-None-Match", tag);
      assertThat(promoted.statusCode()).isEqualTo(304);
      assertThat(header(promoted, "x-tintype-cache")).isEqualTo("memory");
      assertThat(gateway.management("/metrics"))
          .contains("tintype_cache_requests_total{result=\"hit\",tier=\"disk\"} 1.0")
          .contains("tintype_cache_damaged{tier=\"disk\"} 0.0");
    }
  }

  @Test
  void answersFromDiskAloneAndNotModified() throws IOException {
    try (RunningGateway gateway = start("1d", "1d", "0")) {
      String tag = header(gateway.get(URL), "ETag");

      HttpResponse<byte[]> second = gateway.get(URL);
      assertThat(header(second, "x-tintype-cache")).isEqualTo("disk");
      HttpResponse<byte[]> third = gateway.get(URL, "If-None-Match", tag);
      assertThat(third.statusCode()).isEqualTo(304);
      assertThat(header(third, "x-tintype-cache")).isEqualTo("disk");
      assertThat(header(gateway.send("HEAD", URL).join(), "x-tintype-cache")).isEqualTo("disk");
      assertThat(origin.heads()).hasSize(1);
    }
  }

  @Test
  void asksTheOriginOnceTheResultIsOldAndKeepsTheAnswer() throws Exception {
    start("1d", "1d", "0").close(); // an empty directory is no obstacle
    try (RunningGateway gateway = start("1ms", "1d", "0")) {
      gateway.get(URL);
      origin.script("/a.png", answer("304 Not Modified\r\nETag: \"one\"", NOTHING), Then.KEEP);

      HttpResponse<byte[]> confirmed = gateway.get(URL);

      assertThat(confirmed.statusCode()).isEqualTo(200);
      assertThat(origin.heads().getLast()).containsIgnoringCase("If-None-Match: \"one\"");
    }
    origin.close();
    try (RunningGateway gateway = start("1d", "1d", "0")) {
      assertThat(header(gateway.get(URL), "x-tintype-cache")).isEqualTo("disk");
    }
  }

  @Test
  void servesOldResultsWhileTheOriginIsDown() throws Exception {
    try (RunningGateway gateway = start("1d", "1d", "0")) {
      gateway.get(URL);
    }
    origin.close();

    try (RunningGateway gateway = start("1ms", "1d", "0")) {
      assertThat(header(gateway.get(URL), "x-tintype-cache")).isEqualTo("stale");
      assertThat(header(gateway.get(URL), "x-tintype-cache")).isEqualTo("stale");
    }
    try (RunningGateway gateway = start("1ms", "1ms", "0")) {
      assertThat(gateway.get(URL).statusCode()).isEqualTo(502);
    }
  }

  @Test
  void removesWhatTheOriginNoLongerHas() throws Exception {
    try (RunningGateway gateway = start("1ms", "1d", "0")) {
      gateway.get(URL);
      until(() -> results().size() == 1);
      origin.script("/a.png", answer("404 Not Found", NOTHING), Then.KEEP);

      assertThat(gateway.get(URL).statusCode()).isEqualTo(404);
      until(() -> results().isEmpty());
    }
  }

  @Test
  void rendersDamagedResultsAnew() throws Exception {
    byte[] body;
    try (RunningGateway gateway = start("1d", "1d", "0")) {
      body = gateway.get(URL).body();
    }
    Path file = results().getFirst();
    byte[] content = Files.readAllBytes(file);
    content[content.length - 1] ^= 1;
    Files.write(file, content);

    try (RunningGateway gateway = start("1d", "1d", "0")) {
      HttpResponse<byte[]> again = gateway.get(URL);
      assertThat(header(again, "x-tintype-cache")).isEqualTo("miss");
      assertThat(again.body()).isEqualTo(body);
      assertThat(gateway.management("/metrics"))
          .contains("tintype_cache_damaged{tier=\"disk\"} 1.0");
      assertThat(header(gateway.get(URL), "x-tintype-cache")).isEqualTo("disk");
    }
  }

  @Test
  void servesWithoutADirectoryAsWell() throws Exception {
    Files.createDirectories(disk.getParent());
    Files.writeString(disk, "in its place");

    try (RunningGateway gateway = start("1d", "1d", "64MiB")) {
      assertThat(gateway.get(URL).statusCode()).isEqualTo(200);
      assertThat(header(gateway.get(URL), "x-tintype-cache")).isEqualTo("memory");
      assertThat(gateway.management("/metrics"))
          .contains("tintype_cache_writes_dropped{tier=\"disk\"} 1.0");
    }
  }

  @Test
  void readsOnceForEqualRequests() throws Exception {
    try (RunningGateway gateway = start("1d", "1d", "64MiB")) {
      gateway.get(URL);
    }
    try (RunningGateway gateway = start("1d", "1d", "64MiB")) {
      List<CompletableFuture<HttpResponse<byte[]>>> answers =
          IntStream.range(0, 20).mapToObj(_ -> gateway.getAsync(URL)).toList();

      assertThat(answers)
          .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
      assertThat(origin.heads()).hasSize(1);
    }
  }

  private RunningGateway start(String ttl, String stale, String memory) throws IOException {
    return RunningGateway.start(
        """
        cache: { memory: %s, disk: { path: "%s", size: 64MiB, files: 1000 } }
        network: { allow: ["127.0.0.0/8"] }
        origins:
          web: { type: web-server, baseUrl: "http://127.0.0.1:%d" }
        endpoints:
          shop: { path: /shop, origins: [web], cache: { ttl: %s, stale: %s, negative: 1s } }
        """
            .formatted(memory, disk, origin.port(), ttl, stale));
  }

  private List<Path> results() {
    try (Stream<Path> all = Files.walk(disk)) {
      return all.filter(file -> file.getFileName().toString().matches("[0-9a-f]{32}")).toList();
    } catch (IOException | java.io.UncheckedIOException changing) {
      return List.of(disk, disk);
    }
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private static void until(BooleanSupplier holds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.onSpinWait();
    }
  }
}
