package io.tintype.render;

import com.sun.management.OperatingSystemMXBean;
import io.tintype.bytes.ImageBytes;
import io.tintype.bytes.NettyBuffers;
import io.tintype.it.RunningGateway;
import io.tintype.model.ImageFormat;
import io.tintype.plan.Writing;
import io.tintype.testing.Corpus;
import io.tintype.testing.Ssim;
import io.tintype.vips.Decoded;
import io.tintype.vips.TestVips;
import io.tintype.vips.VipsImage;
import io.tintype.vips.VipsScope;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Prints what sixteen variants of one picture cost that are asked for together, with the caches of
 * sources and pixels and without; asserts nothing, and runs only when it is asked for by name.
 * {@code -Dtintype.picture} is a large JPEG to measure with.
 */
class FamilyCosts {
  private static final int[] WIDTHS = {200, 400, 600, 800, 1000, 1200, 1400, 1600};
  private static final List<ImageFormat> FORMATS = List.of(ImageFormat.JPEG, ImageFormat.WEBP);
  private static final int ROUNDS = Integer.getInteger("tintype.rounds", 7);
  private static final double NANOS_PER_MILLI = 1e6;
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** One of the sixteen. */
  private record Wish(int width, ImageFormat format) {
    String path(int round) {
      return "/web/tr:w-%d,f-%s/photo.jpg?%d"
          .formatted(width, format.name().toLowerCase(Locale.ROOT), round);
    }
  }

  private final AtomicInteger fetches = new AtomicInteger();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Test
  void printsFamilies() throws Exception {
    byte[] source = source();
    Vertx vertx = Vertx.vertx();
    HttpServer origin = origin(vertx, source);
    try (RunningGateway alone = gateway(origin.actualPort(), "sources: 0, pixels: 0");
        RunningGateway family = gateway(origin.actualPort(), "sources: 128MiB, pixels: 64MiB")) {
      double[] encoding = new double[ROUNDS];
      double[] separate = new double[ROUNDS];
      double[] together = new double[ROUNDS];
      int[] separateFetches = new int[ROUNDS];
      int[] togetherFetches = new int[ROUNDS];
      for (int i = -2; i < ROUNDS; i++) {
        int round = Math.max(0, i);
        fetches.set(0);
        int fresh = i + 2;
        separate[round] = millis(() -> all(alone, fresh));
        separateFetches[round] = fetches.getAndSet(0);
        together[round] = millis(() -> all(family, fresh));
        togetherFetches[round] = fetches.get();
        encoding[round] = encoding(source);
      }
      print(encoding, separate, together, separateFetches, togetherFetches);
      family
          .management("/metrics")
          .lines()
          .filter(line -> line.startsWith("tintype_cache_requests_total{"))
          .forEach(System.out::println);
      printSimilarity(alone, family);
    }
    vertx.close().await(20, TimeUnit.SECONDS);
  }

  private static void print(
      double[] encoding, double[] separate, double[] together, int[] fetches, int[] fetched) {
    double encode = median(encoding);
    double before = median(separate);
    double after = median(together);
    System.out.println("| sixteen variants | separate | family | ratio |");
    System.out.println("|---|---:|---:|---:|");
    System.out.printf("| CPU ms, all | %.0f | %.0f | %.2f |%n", before, after, after / before);
    System.out.printf(
        "| CPU ms, all but encoding (%.0f) | %.0f | %.0f | %.2f |%n",
        encode, before - encode, after - encode, (after - encode) / (before - encode));
    System.out.printf(
        "| origin requests | %s | %s | |%n", Arrays.toString(fetches), Arrays.toString(fetched));
  }

  private void printSimilarity(RunningGateway alone, RunningGateway family) {
    List<HttpResponse<byte[]>> direct = all(alone, 7777);
    List<HttpResponse<byte[]>> shared = all(family, 7777);
    System.out.println("| width | format | bytes direct | bytes shared | SSIM |");
    System.out.println("|---:|---|---:|---:|---:|");
    int at = 0;
    for (Wish wish : wishes()) {
      byte[] one = direct.get(at).body();
      byte[] other = shared.get(at++).body();
      System.out.printf(
          "| %d | %s | %d | %d | %.4f |%n",
          wish.width(),
          wish.format(),
          one.length,
          other.length,
          Ssim.of(decoded(one, wish.format()), decoded(other, wish.format())));
    }
  }

  private static Decoded decoded(byte[] encoded, ImageFormat format) {
    try (ImageBytes bytes = NettyBuffers.copyOf(encoded)) {
      return Decoded.of(bytes, Rendering.loader(format));
    }
  }

  private List<HttpResponse<byte[]>> all(RunningGateway gateway, int round) {
    List<CompletableFuture<HttpResponse<byte[]>>> answers = new ArrayList<>();
    for (Wish wish : wishes()) {
      URI uri = URI.create("http://127.0.0.1:" + gateway.deliveryPort() + wish.path(round));
      answers.add(
          client.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray()));
    }
    return answers.stream().map(CompletableFuture::join).map(FamilyCosts::checked).toList();
  }

  private static HttpResponse<byte[]> checked(HttpResponse<byte[]> answer) {
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("answered " + answer.statusCode());
    }
    return answer;
  }

  private static List<Wish> wishes() {
    List<Wish> wishes = new ArrayList<>();
    for (int width : WIDTHS) {
      FORMATS.forEach(format -> wishes.add(new Wish(width, format)));
    }
    return wishes;
  }

  /** What the sixteen cost to encode, however their pixels came about. */
  private static double encoding(byte[] source) {
    FormatWriter writer = new FormatWriter(TestVips.open());
    double sum = 0;
    try (VipsScope scope = TestVips.open().openScope();
        ImageBytes bytes = NettyBuffers.copyOf(source)) {
      VipsImage photo =
          scope
              .operation("jpegload_buffer")
              .bytes("buffer", bytes)
              .integer("shrink", 2)
              .toImage()
              .inMemory();
      for (Wish wish : wishes()) {
        int height = Math.round((float) photo.height() * wish.width() / photo.width());
        VipsImage scaled = photo.resize(wish.width(), height).inMemory();
        sum += millis(() -> writer.write(scaled, wish.format(), Writing.plain(80), false).close());
      }
    }
    return sum;
  }

  private static double millis(Runnable work) {
    long start = PROCESS.getProcessCpuTime();
    work.run();
    return (PROCESS.getProcessCpuTime() - start) / NANOS_PER_MILLI;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private HttpServer origin(Vertx vertx, byte[] source) throws Exception {
    Buffer body = Buffer.buffer(source);
    return vertx
        .createHttpServer()
        .requestHandler(
            request -> {
              fetches.incrementAndGet();
              request.response().putHeader("etag", "\"1\"").end(body);
            })
        .listen(0, "127.0.0.1")
        .await(20, TimeUnit.SECONDS);
  }

  private static RunningGateway gateway(int port, String caches) throws IOException {
    return RunningGateway.start(
        """
        network: { allow: ["127.0.0.1/32:%d"] }
        limits: { fetchTime: 90s, queueTime: 60s, renderTime: 60s }
        log: { access: false }
        cache: { memory: 0, %s }
        origins:
          web: { type: web-server, baseUrl: "http://127.0.0.1:%d", timeouts: { total: 90s } }
        endpoints:
          web: { path: /web, origins: [web] }
        """
            .formatted(port, caches, port));
  }

  private static byte[] source() throws IOException {
    String file = System.getProperty("tintype.picture");
    return file == null ? Corpus.read("beer.jpg") : Files.readAllBytes(Path.of(file));
  }
}
