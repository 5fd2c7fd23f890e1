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

/** AVIFs that take longer than their budget, placeholders, and the smallest of all formats. */
class UpgradeIT {
  private static final String BROWSER = "image/avif,image/webp,*/*";

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
              hasty: { path: /hasty, origins: [pictures], avif: { budget: 1ms } }
              settled: { path: /settled, origins: [pictures], avif: { budget: 1ms, upgrade: false } }
              patient: { path: /patient, origins: [pictures], avif: { budget: 0s } }
              small: { path: /small, origins: [pictures], formatChoice: smallest }
            """
                .formatted(folder));
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void followsAHastyWebpByItsAvif() throws Exception {
    HttpResponse<byte[]> first = gateway.get("/hasty/tr:w-300/beer.jpg", "Accept", BROWSER);

    assertThat(header(first, "Content-Type")).isEqualTo("image/webp");
    assertThat(header(first, "Cache-Control")).isEqualTo("public, max-age=60");
    assertThat(header(first, "Vary")).isEqualTo("Accept");

    HttpResponse<byte[]> upgraded = avifOf("/hasty/tr:w-300/beer.jpg");

    assertThat(header(upgraded, "Cache-Control")).isEqualTo("public, max-age=31536000");
    assertThat(header(upgraded, "ETag")).isNotEqualTo(header(first, "ETag"));
    assertThat(header(upgraded, "x-tintype-cache")).isEqualTo("memory");
    assertThat(gateway.management("/metrics"))
        .contains("tintype_upgrades_total{result=\"started\"} 1.0")
        .contains("tintype_upgrades_total{result=\"finished\"} 1.0");
  }

  @Test
  void staysWithWebpWhereUpgradesAreOff() {
    HttpResponse<byte[]> only = gateway.get("/settled/tr:w-300/beer.jpg", "Accept", BROWSER);

    assertThat(header(only, "Content-Type")).isEqualTo("image/webp");
    assertThat(header(only, "Cache-Control")).isEqualTo("public, max-age=31536000");
  }

  @Test
  void takesItsTimeWhereThereIsNoBudget() {
    HttpResponse<byte[]> avif = gateway.get("/patient/tr:w-300/beer.jpg", "Accept", BROWSER);

    assertThat(header(avif, "Content-Type")).isEqualTo("image/avif");
  }

  @Test
  void deliversTheSmallest() {
    HttpResponse<byte[]> smallest = gateway.get("/small/tr:w-200/beer.jpg", "Accept", BROWSER);

    assertThat(smallest.body().length)
        .isLessThanOrEqualTo(gateway.get("/small/tr:w-200,f-avif/beer.jpg").body().length)
        .isLessThanOrEqualTo(gateway.get("/small/tr:w-200,f-webp/beer.jpg").body().length)
        .isLessThanOrEqualTo(gateway.get("/small/tr:w-200,f-jpg/beer.jpg").body().length);
  }

  /** Asks until an upgrade has taken the place of what was there before. */
  private static HttpResponse<byte[]> avifOf(String path) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (System.nanoTime() < end) {
      HttpResponse<byte[]> response = gateway.get(path, "Accept", BROWSER);
      if (header(response, "Content-Type").equals("image/avif")) {
        return response;
      }
    }
    throw new AssertionError("there was no upgrade");
  }

  private static String header(HttpResponse<byte[]> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
