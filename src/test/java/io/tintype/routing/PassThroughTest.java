package io.tintype.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.model.ImageFormat;
import io.tintype.testing.FakeFetch;
import io.tintype.testing.FakeFetch.Source;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassThroughTest {
  private static final int SIZE = 3_000_000;

  @TempDir private Path directory;
  private final FakeGateway gateway = new FakeGateway();
  private Path file;

  @BeforeEach
  void putAVideoIn() throws IOException {
    file = FakeFetch.file(directory, SIZE);
    gateway.fetch.put("v.mp4", new Source.Media(file, "video/mp4", "\"v\"", Optional.empty()));
  }

  @AfterEach
  void givesEverythingBack() {
    gateway.close();
  }

  @Test
  void streamsWhatIsNoImageUnchanged() throws Exception {
    HttpResponse<byte[]> answer =
        gateway.client.send(
            gateway.request("GET", "/main/v.mp4"), HttpResponse.BodyHandlers.ofByteArray());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(Files.readAllBytes(file));
    assertThat(header(answer, "Content-Type")).isEqualTo("video/mp4");
    assertThat(header(answer, "Content-Length")).isEqualTo("" + SIZE);
    assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
    assertThat(header(answer, "ETag")).isEqualTo("\"v\"");
    assertThat(answer.headers().firstValue("Content-Security-Policy")).isEmpty();
  }

  @Test
  void refusesWhatOnlyClaimsToBeAnImage() {
    gateway.fetch.put("page.jpg", new Source.Media(file, "Image/JPEG", "", Optional.empty()));

    for (int i = 0; i < 2; i++) {
      assertThat(gateway.get("/main/page.jpg").statusCode()).isEqualTo(400);
    }
  }

  @Test
  void answersRangesAlsoWhenItFirstMeetsTheSource() {
    for (int i = 0; i < 2; i++) {
      HttpResponse<String> answer = gateway.get("/main/v.mp4", "Range", "bytes=10-19");

      assertThat(answer.statusCode()).isEqualTo(206);
      assertThat(answer.body()).hasSize(10);
      assertThat(header(answer, "Content-Range")).isEqualTo("bytes 10-19/" + SIZE);
      assertThat(header(answer, "Content-Length")).isEqualTo("10");
    }
  }

  @Test
  void givesTheWholeToWhoHasAPartOfAnotherState() {
    HttpResponse<String> same =
        gateway.get("/main/v.mp4", "Range", "bytes=10-19", "If-Range", "\"v\"");
    HttpResponse<String> other =
        gateway.get("/main/v.mp4", "Range", "bytes=10-19", "If-Range", "\"u\"");

    assertThat(same.statusCode()).isEqualTo(206);
    assertThat(other.statusCode()).isEqualTo(200);
    assertThat(header(other, "Content-Length")).isEqualTo("" + SIZE);
  }

  @Test
  void answersNotModifiedByTheValidatorsOfTheOrigin() {
    HttpResponse<String> answer = gateway.get("/main/v.mp4", "If-None-Match", "\"v\"");

    assertThat(answer.statusCode()).isEqualTo(304);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void answersHeadWithoutABody() {
    for (int i = 0; i < 2; i++) {
      HttpResponse<String> answer = gateway.send("HEAD", "/main/v.mp4");

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(header(answer, "Content-Length")).isEqualTo("" + SIZE);
    }
  }

  @Test
  void reportsATransformationOnMediaOrRefusesIt() {
    HttpResponse<String> lenient = gateway.get("/main/v.mp4?w-10&bl-2&f-png");
    HttpResponse<String> strict = gateway.get("/strict/v.mp4?w-10");
    HttpResponse<String> plain = gateway.get("/strict/v.mp4");

    assertThat(lenient.statusCode()).isEqualTo(200);
    assertThat(header(lenient, "x-tintype-ignored")).isEqualTo("w-10,bl-2,f-png");
    assertThat(strict.statusCode()).isEqualTo(400);
    assertThat(plain.statusCode()).isEqualTo(200);
  }

  @Test
  void takesAPageAndAPlaceholderForATransformation() {
    assertThat(gateway.get("/strict/v.mp4?page-1").statusCode()).isEqualTo(400);
    assertThat(gateway.get("/strict/v.mp4?f-blurhash").statusCode()).isEqualTo(400);
    assertThat(header(gateway.get("/main/v.mp4?page-1"), "x-tintype-ignored")).isEqualTo("page-1");
  }

  @Test
  void locksSvgDownAndDrawsNoneThatCannotBeReadWhole() throws IOException {
    Path svg = Files.writeString(directory.resolve("s.svg"), "<svg/>");
    gateway.fetch.put(
        "s.svg", new Source.Media(svg, "text/html", "", Optional.of(ImageFormat.SVG)));

    HttpResponse<String> answer = gateway.get("/main/s.svg?w-10");
    HttpResponse<String> raster = gateway.get("/main/s.svg?f-png");
    assertThat(gateway.get("/main/s.svg?f-blurhash").statusCode()).isEqualTo(400);

    assertThat(answer.body()).isEqualTo("<svg/>");
    assertThat(header(answer, "Content-Type")).isEqualTo("image/svg+xml");
    assertThat(header(answer, "Content-Security-Policy"))
        .isEqualTo(
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:;"
                + " sandbox");
    assertThat(header(answer, "x-tintype-ignored")).isEqualTo("w-10");
    assertThat(raster.statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Image/SVG+xml", "Text/HTML; charset=utf-8", "application/xhtml+xml"})
  void locksDownWhateverMayRunScripts(String type) {
    gateway.fetch.put("page", new Source.Media(file, type, "", Optional.empty()));

    HttpResponse<String> answer = gateway.get("/main/page");

    assertThat(header(answer, "Content-Type")).isEqualTo(type);
    assertThat(header(answer, "Content-Security-Policy")).startsWith("default-src 'none'");
  }

  @Test
  void rendersASourceThatHasBecomeAnImage() throws IOException {
    assertThat(gateway.get("/main/v.mp4").statusCode()).isEqualTo(200);
    Path png = Files.writeString(directory.resolve("p.png"), "png");
    gateway.fetch.put(
        "v.mp4", new Source.Media(png, "image/png", "", Optional.of(ImageFormat.PNG)));
    assertThat(gateway.get("/main/v.mp4?orig").body()).isEqualTo("png");

    int before = gateway.fetch.requests().size();
    gateway.get("/main/v.mp4");

    assertThat(gateway.fetch.requests().subList(before, gateway.fetch.requests().size()))
        .extracting(request -> request.mode().name())
        .containsExactly("STREAM", "DECODE");
  }

  @Test
  void waitsForASlowReaderInsteadOfFillingMemory() throws Exception {
    Path large = FakeFetch.file(directory, 32 << 20);
    gateway.fetch.put(
        "large.zip", new Source.Media(large, "application/zip", "", Optional.empty()));
    long before = directMemory();
    try (Socket socket =
        RawHttp.open(
            gateway.port(),
            "GET /main/large.zip HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")) {
      InputStream in = socket.getInputStream();
      byte[] start = in.readNBytes(1 << 20);
      long direct = directMemory();
      long rest = 0;
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        rest += n;
      }

      assertThat(start.length + rest).isGreaterThan(32 << 20);
      assertThat(direct - before).isLessThan(16L << 20);
    }
  }

  @Test
  void saysThatTheOriginBrokeOffAsLongAsThatCanBeSaid() {
    gateway.fetch.put("none.mp4", new Source.Breaking(0));
    gateway.fetch.put("some.mp4", new Source.Breaking(1));

    HttpResponse<String> nothingCame = gateway.get("/main/none.mp4");
    String halfCame = RawHttp.get(gateway.port(), "/main/some.mp4", "Host: a");

    assertThat(nothingCame.statusCode()).isEqualTo(502);
    assertThat(header(nothingCame, "Cache-Control")).isEqualTo("no-store");
    assertThat(halfCame)
        .startsWith("HTTP/1.1 200")
        .contains("ontent-Length: 100")
        .endsWith("chunk");
  }

  @Test
  void letsGoOfTheSourceWhenTheClientLeaves() throws Exception {
    Path large = FakeFetch.file(directory, 32 << 20);
    gateway.fetch.put(
        "large.zip", new Source.Media(large, "application/zip", "", Optional.empty()));
    try (Socket socket =
        RawHttp.open(gateway.port(), "GET /main/large.zip HTTP/1.1\r\nHost: a\r\n\r\n")) {
      assertThat(socket.getInputStream().readNBytes(1 << 16)).isNotEmpty();
      assertThat(gateway.fetch.openBodies()).isEqualTo(1);
    }

    FakeGateway.until("the file was closed", () -> gateway.fetch.openBodies() == 0);
  }

  private static long directMemory() {
    return java.lang.management.ManagementFactory.getPlatformMXBeans(
            java.lang.management.BufferPoolMXBean.class)
        .stream()
        .filter(pool -> pool.getName().equals("direct"))
        .mapToLong(java.lang.management.BufferPoolMXBean::getMemoryUsed)
        .sum();
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
