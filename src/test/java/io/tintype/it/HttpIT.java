package io.tintype.it;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

/** HTTP as clients and proxies really speak it, against the whole gateway. */
class HttpIT {
  @TempDir private static Path folder;
  private static RunningGateway gateway;

  @BeforeAll
  static void start() throws IOException {
    Files.write(folder.resolve("a.png"), Pictures.png(64, 48));
    Files.write(folder.resolve("grün.png"), Pictures.png(64, 48));
    Files.write(folder.resolve("a\";x.png"), Pictures.png(64, 48));
    Files.write(folder.resolve("doc.pdf"), new byte[5_000]);
    gateway =
        RunningGateway.start(
            """
            origins:
              files: { type: folder, path: "%s" }
            endpoints:
              shop: { path: /shop, hosts: [images.example.com], origins: [files] }
            """
                .formatted(folder));
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void findsNamesBeyondAsciiHoweverTheyAreWritten() {
    for (Charset charset : new Charset[] {StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1}) {
      assertThat(raw("GET /shop/tr:w-10/grün.png HTTP/1.1\r\nHost: a", charset))
          .startsWith("HTTP/1.1 200");
    }
    assertThat(gateway.get("/shop/tr:w-10/gr%C3%BCn.png").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "GET /shop/tr:w-10/a.png HTTP/1.0, HTTP/1.0 200",
    "GET /shop/tr:w-10/a.png HTTP/1.1, HTTP/1.1 400",
    "GET /shop/tr:w-10/a.png HTTP/1.1|Host: a|Host: b, HTTP/1.1 400",
    "GET /tr:w-10/a.png HTTP/1.1|Host: IMAGES.example.com:8443, HTTP/1.1 200",
    "GET /tr:w-10/a.png HTTP/1.1|Host: images.example.com., HTTP/1.1 200",
    "GET /shop/tr:w-10/a.png HTTP/1.1|Host: images.example.com, HTTP/1.1 200",
    "GET http://images.example.com:80/tr:w-10/a.png HTTP/1.1|Host: other, HTTP/1.1 200",
    "GET http://a?x=/shop/a.png HTTP/1.1|Host: a, HTTP/1.1 404",
    "GET /shopX/a.png HTTP/1.1|Host: a, HTTP/1.1 404",
  })
  void readsRequestsAsTheStandardSays(String request, String status) {
    assertThat(raw(request.replace("|", "\r\n"), StandardCharsets.UTF_8)).startsWith(status);
  }

  @Test
  void saysHowMuchThereIsToWhoAsksBeyondTheEnd() {
    HttpResponse<byte[]> beyond = gateway.get("/shop/doc.pdf", "Range", "bytes=5000-");
    HttpResponse<byte[]> part = gateway.get("/shop/doc.pdf", "Range", "bytes=4990-9999");
    HttpResponse<byte[]> several = gateway.get("/shop/doc.pdf", "Range", "bytes=0-1,5-6");

    assertThat(beyond.statusCode()).isEqualTo(416);
    assertThat(header(beyond, "Content-Range")).isEqualTo("bytes */5000");
    assertThat(header(beyond, "Cache-Control")).isEqualTo("no-store");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).hasSize(10);
    assertThat(several.statusCode()).isEqualTo(200);
  }

  @Test
  void variesOnlyWhereTheFormatWasNegotiated() {
    assertThat(header(gateway.get("/shop/tr:w-10/a.png"), "Vary")).isEqualTo("Accept");
    assertThat(header(gateway.get("/shop/tr:w-10,f-png/a.png"), "Vary")).isEmpty();
    assertThat(header(gateway.get("/shop/doc.pdf"), "Vary")).isEmpty();
  }

  @Test
  void knowsFewVariantsWhateverClientsAccept() {
    List<String> words =
        List.of("image/avif", "image/webp", "image/*", "*/*", "text/html", "image/png", "x/y");
    Random random = new Random(1_000);
    Set<String> etags = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      StringBuilder accept = new StringBuilder();
      for (int parts = random.nextInt(1, 6); parts > 0; parts--) {
        accept.append(words.get(random.nextInt(words.size())));
        accept.append(";q=0.").append(random.nextInt(1_000)).append(", ");
      }
      HttpResponse<byte[]> answer =
          gateway.get("/shop/tr:w-14/a.png", "Accept", accept + "a/b" + i);
      assertThat(answer.statusCode()).isEqualTo(200);
      if (header(answer, "x-tintype-cache").equals("miss")) {
        etags.add(header(answer, "ETag") + i);
      }
    }

    assertThat(etags).hasSizeLessThanOrEqualTo(4);
  }

  @Test
  void offersFilesForSavingUnderHarmlessNames() {
    String offered =
        header(gateway.get("/shop/a%22%3Bx.png?ik-attachment=true"), "Content-Disposition");

    assertThat(offered)
        .isEqualTo("attachment; filename=\"a_;x.png\"; filename*=UTF-8''a%22%3Bx.png");
  }

  @Test
  void readsAListThatCameInSeveralLines() {
    String etag = header(gateway.get("/shop/tr:w-11/a.png"), "ETag");

    HttpResponse<byte[]> answer =
        gateway.get("/shop/tr:w-11/a.png", "If-None-Match", "\"x\"", "If-None-Match", etag);

    assertThat(answer.statusCode()).isEqualTo(304);
  }

  @Test
  void answersHeadLikeGet() throws Exception {
    for (String path : new String[] {"/shop/tr:w-12/a.png", "/shop/doc.pdf", "/shop/none.png"}) {
      HttpResponse<byte[]> get = gateway.get(path);
      HttpResponse<byte[]> head = gateway.send("HEAD", path).get();

      assertThat(head.statusCode()).isEqualTo(get.statusCode());
      for (String name : new String[] {"Content-Type", "Content-Length", "ETag", "Vary"}) {
        assertThat(header(head, name)).as(path + " " + name).isEqualTo(header(get, name));
      }
    }
  }

  @Test
  void keepsTheQueryOutOfTheLog() {
    Logger access = (Logger) LoggerFactory.getLogger("io.tintype.access");
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.list = new CopyOnWriteArrayList<>();
    log.start();
    access.setLevel(Level.INFO);
    access.addAppender(log);

    gateway.get("/shop/tr:w-13/a.png?token=secret&ik-s=secret", "x-request-id", "mine");

    List<KeyValuePair> line = awaitLine(log, "mine");
    access.detachAppender(log);
    assertThat(line).extracting(pair -> String.valueOf(pair.value)).contains("a.png", "miss");
    assertThat(line.toString()).doesNotContain("secret");
  }

  /** The line of a request; lines of earlier ones may still come in. */
  private static List<KeyValuePair> awaitLine(ListAppender<ILoggingEvent> log, String request) {
    long end = System.nanoTime() + 10_000_000_000L;
    while (true) {
      for (ILoggingEvent event : log.list) {
        List<KeyValuePair> pairs = event.getKeyValuePairs();
        if (pairs.stream().anyMatch(pair -> request.equals(pair.value))) {
          return pairs;
        }
      }
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  private static String raw(String request, Charset charset) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.deliveryPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write((request + "\r\nConnection: close\r\n\r\n").getBytes(charset));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
