package io.tintype.it;

import static io.tintype.it.RawOrigin.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tintype.chaos.GatewayProcess;
import io.tintype.it.RawOrigin.Then;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Descriptors and threads of gateways that come and go in one process. */
class GivenBackIT {
  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
  private static final Path THREADS = Path.of("/proc/self/task");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Compilers and collectors of the JVM come and go as they like. */
  private static final int STRAY_THREADS = 4;

  private static final int STRAY_DESCRIPTORS = 2;
  private static final int LIVES = 4;

  @TempDir private Path temporary;

  @Test
  void allOfThemAreGivenBackAtTheEnd() throws Exception {
    assumeTrue(Files.isDirectory(THREADS), "there is no /proc");
    live();
    live();
    long descriptors = count(DESCRIPTORS);
    long threads = count(THREADS);

    for (int i = 0; i < LIVES; i++) {
      live();
    }

    assertThat(
            GatewayProcess.await(
                PATIENCE,
                () ->
                    count(DESCRIPTORS) <= descriptors + STRAY_DESCRIPTORS
                        && count(THREADS) <= threads + STRAY_THREADS))
        .as("descriptors %d, then %d", descriptors, count(DESCRIPTORS))
        .as("threads %d, then %d", threads, count(THREADS))
        .isTrue();
  }

  /** A gateway that is used a little: rendering, a stream, a broken origin, and its disk. */
  private void live() throws IOException {
    try (RawOrigin origin = new RawOrigin()) {
      byte[] picture = Pictures.png(300, 200);
      origin.script("/a.png", answer("200 OK", picture), Then.KEEP);
      origin.script("/a.txt", answer("200 OK", new byte[100_000]), Then.CLOSE);
      origin.script(
          "/torn.png", RawOrigin.join("HTTP/1.1 200 OK\r\nContent-Length: 9", picture), Then.RESET);
      try (RunningGateway gateway = RunningGateway.start(configuration(origin.port()))) {
        List<CompletableFuture<?>> answers =
            IntStream.range(0, 30)
                .mapToObj(
                    i ->
                        List.of("tr:w-" + (20 + i) + "/a.png", "a.txt", "tr:w-9/torn.png")
                            .get(i % 3))
                .<CompletableFuture<?>>map(path -> gateway.getAsync("/shop/" + path))
                .toList();
        answers.forEach(CompletableFuture::join);
      }
    }
  }

  private String configuration(int port) {
    return """
    cache: { disk: { path: "%s", size: 64MiB } }
    network: { allow: ["127.0.0.0/8"] }
    origins:
      web: { type: web-server, baseUrl: "http://127.0.0.1:%d" }
    endpoints:
      shop: { path: /shop, origins: [web] }
    """
        .formatted(temporary.resolve("cache"), port);
  }

  private static long count(Path directory) {
    try (Stream<Path> all = Files.list(directory)) {
      return all.count();
    } catch (IOException unreadable) {
      return Long.MAX_VALUE;
    }
  }
}
