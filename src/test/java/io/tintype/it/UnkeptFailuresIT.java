package io.tintype.it;

import static io.tintype.it.RawOrigin.answer;
import static io.tintype.it.RawOrigin.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.it.RawOrigin.Then;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whatever is wrong with an answer of an origin, nothing of it is kept: as soon as the origin is
 * well, so are we, in memory, on disk and among the sources.
 */
class UnkeptFailuresIT {
  private static final byte[] PICTURE = Pictures.png(64, 48);
  private static final byte[] NOTHING = {};
  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final Map<String, byte[]> WRONG = new HashMap<>();

  @TempDir private static Path disk;
  private static RawOrigin server;
  private static RunningGateway gateway;

  @BeforeAll
  static void start() throws IOException {
    server = new RawOrigin();
    gateway =
        RunningGateway.start(
            """
            cache: { memory: 64MiB, sources: 64MiB, disk: { path: '%2$s', size: 64MiB, files: 1000 } }
            origins:
              web: { type: web-server, baseUrl: 'http://127.0.0.1:%1$d', breaker: { failures: 0 } }
            endpoints:
              web: { origins: [web], limits: { fetchTime: 1s } }
            network: { allow: ['127.0.0.1/32'] }
            """
                .formatted(server.port(), disk));
    for (int status : new int[] {400, 401, 403, 429, 500, 502, 503, 504}) {
      WRONG.put("status-" + status, answer(status + " X", PICTURE));
    }
    lengths();
    codings();
  }

  private static void lengths() {
    int size = PICTURE.length;
    byte[] half = Arrays.copyOf(PICTURE, size / 2);
    WRONG.put("nothing", NOTHING);
    WRONG.put("half-a-head", (OK + "Content-Le").getBytes(StandardCharsets.ISO_8859_1));
    WRONG.put("half", join(OK + "Content-Length: " + size, half));
    WRONG.put("one-short", join(OK + "Content-Length: " + (size + 1), PICTURE));
    WRONG.put("declared-short", join(OK + "Content-Length: " + size / 2, PICTURE));
    WRONG.put("negative", join(OK + "Content-Length: -1", PICTURE));
    WRONG.put("no-number", join(OK + "Content-Length: many", PICTURE));
    WRONG.put("huge", join(OK + "Content-Length: 99999999999999999999", PICTURE));
    WRONG.put("two-lengths", join(OK + "Content-Length: 9\r\nContent-Length: " + size, PICTURE));
    WRONG.put("too-large", join(OK + "Content-Length: 50000000", PICTURE));
  }

  private static void codings() throws IOException {
    byte[] packed = gzip(PICTURE);
    byte[] some = Arrays.copyOf(packed, packed.length / 2);
    String chunked = OK + "Transfer-Encoding: chunked";
    WRONG.put("no-last-chunk", join(chunked, chunk(PICTURE)));
    WRONG.put("half-a-chunk", join(chunked, Arrays.copyOf(chunk(PICTURE), 60)));
    WRONG.put("no-chunk", join(chunked, PICTURE));
    WRONG.put("both-and-cut", join(chunked + "\r\nContent-Length: 9", chunk(PICTURE)));
    WRONG.put("no-gzip", answer("200 OK\r\nContent-Encoding: gzip", PICTURE));
    WRONG.put("half-gzip", answer("200 OK\r\nContent-Encoding: gzip", some));
    WRONG.put(
        "half-declared-gzip",
        join(OK + "Content-Encoding: gzip\r\nContent-Length: " + packed.length, some));
    WRONG.put("brotli", answer("200 OK\r\nContent-Encoding: br", PICTURE));
    WRONG.put("not-modified", answer("304 Not Modified", NOTHING));
    WRONG.put("part", answer("206 Partial\r\nContent-Range: bytes 0-9/99", PICTURE));
    WRONG.put("redirect-to-nowhere", answer("302 Found", PICTURE));
  }

  @AfterAll
  static void stop() throws IOException {
    gateway.close();
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "status-400, 502",
    "status-401, 403",
    "status-403, 403",
    "status-429, 502",
    "status-500, 502",
    "status-502, 502",
    "status-503, 502",
    "status-504, 502",
    "nothing, 502",
    "half-a-head, 502",
    "half, 502",
    "one-short, 502",
    "declared-short, 400",
    "negative, 502",
    "no-number, 502",
    "huge, 502",
    "two-lengths, 502",
    "too-large, 502",
    "no-last-chunk, 502",
    "half-a-chunk, 502",
    "no-chunk, 502",
    "both-and-cut, 502",
    "no-gzip, 502",
    "half-gzip, 400",
    "half-declared-gzip, 502",
    "brotli, 502",
    "not-modified, 502",
    "part, 502",
    "redirect-to-nowhere, 502",
  })
  void nothingOfAFailureIsKept(String name, int status) {
    String path = "/web/tr:w-16/" + name + ".png";
    server.script("/" + name + ".png", WRONG.get(name), Then.CLOSE);
    HttpResponse<byte[]> failed = gateway.get(path);
    assertThat(failed.statusCode()).isEqualTo(status);
    assertThat(failed.headers().firstValue("cache-control")).hasValue("no-store");

    server.script("/" + name + ".png", answer("200 OK", PICTURE), Then.KEEP);
    HttpResponse<byte[]> well = gateway.get(path);
    assertThat(well.statusCode()).isEqualTo(200);
    assertThat(well.headers().firstValue("x-tintype-cache")).hasValue("miss");
  }

  @Test
  void noResultOfAFailureIsWrittenToDisk() throws Exception {
    server.script("/torn.png", WRONG.get("half"), Then.CLOSE);
    server.script("/stalled.png", WRONG.get("half"), Then.HANG);
    double before = entries();

    assertThat(gateway.get("/web/tr:w-16/torn.png").statusCode()).isEqualTo(502);
    assertThat(gateway.get("/web/tr:w-16/stalled.png").statusCode()).isEqualTo(504);

    assertThat(entries()).isEqualTo(before);
    try (Stream<Path> files = Files.walk(disk)) {
      assertThat(files.filter(file -> file.toString().contains("torn"))).isEmpty();
    }
  }

  @Test
  void whatIsAbsentIsRememberedForAMinuteAtMost() {
    server.script("/late.png", answer("404 Not Found", NOTHING), Then.KEEP);
    for (int i = 0; i < 5; i++) {
      HttpResponse<byte[]> absent = gateway.get("/web/tr:w-16/late.png");
      assertThat(absent.statusCode()).isEqualTo(404);
      assertThat(absent.headers().firstValue("cache-control")).hasValue("no-store");
    }

    assertThat(server.heads().stream().filter(head -> head.startsWith("GET /late.png"))).hasSize(1);
  }

  private static double entries() {
    return Stream.of("memory", "disk", "sources", "negative")
        .mapToDouble(tier -> Gauging.read(gateway, "tintype_cache_entries{tier=\"" + tier + "\"}"))
        .sum();
  }

  private static byte[] chunk(byte[] content) {
    ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    chunk.writeBytes(
        (Integer.toHexString(content.length) + "\r\n").getBytes(StandardCharsets.UTF_8));
    chunk.writeBytes(content);
    chunk.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    return chunk.toByteArray();
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    }
    return packed.toByteArray();
  }
}
