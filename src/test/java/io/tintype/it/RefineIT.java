package io.tintype.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.testing.Corpus;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results that become smaller because they are asked for again and again. */
class RefineIT {
  @TempDir static Path folder;
  private static RunningGateway gateway;

  @BeforeAll
  static void start() throws IOException {
    Files.write(folder.resolve("beer.jpg"), Corpus.read("beer.jpg"));
    gateway =
        RunningGateway.start(
            """
            origins: { pictures: { type: folder, path: %s } }
            endpoints:
              refined:
                path: /refined
                origins: [pictures]
                refine: { enabled: true, hits: 2, budget: 1m }
            """
                .formatted(folder));
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  /** A PNG always gets smaller; what becomes of other formats is for RefinerTest. */
  @Test
  void areReplacedByASmallerOneOfTheirFormat() throws Exception {
    String path = "/refined/tr:w-300,f-png/beer.jpg";
    HttpResponse<byte[]> first = gateway.get(path);

    HttpResponse<byte[]> refined = other(path, header(first, "ETag"));

    assertThat(refined.body().length).isLessThan(first.body().length);
    assertThat(header(refined, "Content-Type")).isEqualTo(header(first, "Content-Type"));
    assertThat(header(refined, "x-tintype-cache")).isEqualTo("memory");
    assertThat(gateway.management("/metrics"))
        .contains("tintype_refinements_total{result=\"replaced\"}")
        .contains("tintype_refinement_saved_bytes_total")
        .contains("tintype_refinement_duration_seconds_sum");
  }

  /** Asks until there is something else. */
  private static HttpResponse<byte[]> other(String path, String etag) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (System.nanoTime() < end) {
      HttpResponse<byte[]> response = gateway.get(path);
      if (!header(response, "ETag").equals(etag)) {
        return response;
      }
    }
    throw new AssertionError("it stayed as it was");
  }

  private static String header(HttpResponse<byte[]> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
