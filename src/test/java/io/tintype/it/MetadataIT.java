package io.tintype.it;

import static io.tintype.it.RawOrigin.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.it.RawOrigin.Then;
import io.tintype.testing.Corpus;
import io.tintype.testing.ExifBlock;
import io.vertx.core.json.JsonObject;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The metadata call as its users see it, with everything behind it real. */
class MetadataIT {
  private static final String TOKEN = "0123456789abcdef";

  @TempDir static Path folder;

  private static RawOrigin server;
  private static RawOrigin other;
  private static RunningGateway gateway;

  @BeforeAll
  static void start() throws Exception {
    Files.write(folder.resolve("a.png"), Pictures.png(64, 48));
    Files.write(folder.resolve("red.png"), Pictures.transparentPng(40, 2));
    Files.write(
        folder.resolve("camera.jpg"), ExifBlock.into(Pictures.jpeg(60, 20), ExifBlock.ofCamera()));
    Files.write(folder.resolve("frames.gif"), Corpus.read("frames.gif"));
    Files.writeString(folder.resolve("text.txt"), "no picture");
    byte[] shop = Corpus.read("shop.jpg");
    Files.write(folder.resolve("half.jpg"), Arrays.copyOf(shop, shop.length / 2));
    server = new RawOrigin();
    other = new RawOrigin();
    server.script("/ok.png", answer("200 OK", Pictures.png(64, 48)), Then.KEEP);
    server.script("/broken.png", answer("500 Oh", new byte[0]), Then.KEEP);
    other.script("/ok.png", answer("200 OK", Pictures.png(64, 48)), Then.KEEP);
    gateway = RunningGateway.start(configuration());
  }

  @AfterAll
  static void stop() throws Exception {
    gateway.close();
    server.close();
    other.close();
  }

  @Test
  void describesTheOriginal() throws Exception {
    JsonObject seen = json(ask("/shop/a.png"));

    assertThat(seen.getInteger("width")).isEqualTo(64);
    assertThat(seen.getInteger("height")).isEqualTo(48);
    assertThat(seen.getLong("size")).isEqualTo(Files.size(folder.resolve("a.png")));
    assertThat(seen.getString("format")).isEqualTo("png");
    assertThat(seen.getBoolean("hasColorProfile")).isFalse();
    assertThat(seen.getInteger("quality")).isZero();
    assertThat(seen.getInteger("density")).isEqualTo(72);
    assertThat(seen.getBoolean("hasTransparency")).isFalse();
    assertThat(seen.getString("pHash")).matches("[0-9a-f]{16}");
    assertThat(seen.getString("dominantColor")).matches("#f[0-9a-f]0[0-9a-f]0[0-9a-f]");
    assertThat(seen.getInteger("frames")).isEqualTo(1);
    assertThat(seen.getJsonObject("exif").fieldNames())
        .containsExactly("image", "thumbnail", "exif", "gps", "interoperability", "makernote");
  }

  @ParameterizedTest
  @CsvSource({
    "/shop/tr:w-32/a.png, 32, 24, png",
    "/shop/a.png?tr=w-32%2Cf-webp, 32, 24, webp",
    "'https://img.example.com/tr:h-12,f-jpg/a.png', 16, 12, jpg",
    "'https://img.example.com/shop/tr:h-12,f-jpg/a.png', 16, 12, jpg",
    "http://any.host.test:81/shop/tr:w-32/a.png#x, 32, 24, png",
    "'/shop/tr:w-32,orig-true/a.png', 64, 48, png",
    "/shop/frames.gif?tr=f-png, 60, 40, png",
  })
  void describesWhatTheUrlDelivers(String url, int width, int height, String format)
      throws Exception {
    JsonObject seen = json(ask(url));

    assertThat(seen.getString("format")).isEqualTo(format);
    if (!url.contains("frames")) {
      assertThat(seen.getInteger("width")).isEqualTo(width);
      assertThat(seen.getInteger("height")).isEqualTo(height);
    }
    assertThat(seen.getInteger("frames")).isEqualTo(1);
  }

  @Test
  void showsWhatTheCameraWrote() throws Exception {
    JsonObject seen = json(ask("/shop/camera.jpg"));

    assertThat(seen.getInteger("width")).isEqualTo(60);
    assertThat(seen.getInteger("quality")).isEqualTo(75);
    JsonObject exif = seen.getJsonObject("exif");
    assertThat(exif.getJsonObject("image").getString("Make")).isEqualTo("Tintype");
    assertThat(exif.getJsonObject("image").getInteger("Orientation")).isEqualTo(6);
    assertThat(exif.getJsonObject("exif").getDouble("ExposureTime")).isEqualTo(0.00625);
    assertThat(exif.getJsonObject("gps").getJsonArray("GPSLatitude").encode())
        .isEqualTo("[48,8,15.5]");

    JsonObject turned = json(ask("/shop/tr:w-10/camera.jpg"));

    assertThat(turned.getInteger("height")).isEqualTo(30);
    assertThat(turned.getJsonObject("exif").getJsonObject("image").isEmpty()).isTrue();
  }

  @Test
  void seesTransparencyAndFrames() throws Exception {
    assertThat(json(ask("/shop/red.png")).getBoolean("hasTransparency")).isTrue();
    assertThat(json(ask("/shop/frames.gif")).getInteger("frames")).isGreaterThan(1);
  }

  @Test
  void reportsWhatThePictureDoesNotShow() throws Exception {
    assertThat(json(ask("/shop/tr:w-32,no-such/a.png")).getJsonArray("ignored").encode())
        .isEqualTo("[\"no-such\"]");
  }

  @Test
  void saysThatItIsALayerThatIsMissing() throws Exception {
    HttpResponse<String> answer = ask("/shop/tr:l-image,i-missing.png,l-end/a.png");

    assertThat(json(answer).getString("message")).startsWith("A layer cannot be drawn: ");
  }

  @ParameterizedTest
  @CsvSource({
    "'', 400",
    "a.png, 400",
    "ftp://img.example.com/a.png, 400",
    "//img.example.com/a.png, 400",
    "https://user:pass@img.example.com/a.png, 400",
    "/shop/text.txt, 400",
    "/shop/half.jpg, 400",
    "/shop/missing.png, 404",
    "'/shop/tr:l-image,i-missing.png,l-end/a.png', 404",
    "https://foreign.example.org/a.png, 404",
    "/other/a.png, 404",
    "/web/broken.png, 502",
    "/web/ok.png, 200",
    "/proxy/http://127.0.0.1:PORT/ok.png, 200",
    "/proxy/http://127.0.0.1:OTHER/ok.png, 403",
    "/proxy/http://169.254.169.254/latest/meta-data, 403",
    "/proxy/http://10.0.0.1/ok.png, 403",
    "/shop/../../etc/passwd, 400",
    "/shop/%2e%2e%2f%2e%2e%2fetc%2fpasswd, 400",
  })
  void answersWithTheStatusOfTheDelivery(String url, int status) throws Exception {
    HttpResponse<String> answer = ask(withPorts(url));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    if (status != 200) {
      assertThat(json(answer).fieldNames()).containsExactly("message", "help");
    }
    assertThat(answer.headers().firstValue("x-request-id")).isPresent();
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:OTHER/ok.png",
        "http://localhost:OTHER/ok.png",
        "http://127.0.0.1:OTHER/web/ok.png",
        "http://127.0.0.1:OTHER/shop/a.png",
        "/shop/http://127.0.0.1:OTHER/ok.png",
        "/web/http://127.0.0.1:OTHER/ok.png",
        "/proxy/http://127.0.0.1:OTHER/ok.png"
      })
  void neverConnectsToWhatTheUrlNames(String url) throws Exception {
    ask(withPorts(url));

    assertThat(other.heads()).isEmpty();
  }

  @Test
  void needsExactlyOneUrl() throws Exception {
    assertThat(call("/v1/metadata").statusCode()).isEqualTo(400);
    assertThat(call("/v1/metadata?url=/shop/a.png&url=/shop/b.png").statusCode()).isEqualTo(400);
    assertThat(raw("/v1/metadata?url=%zz")).startsWith("HTTP/1.1 400").contains("\"message\"");
    assertThat(call("/v1/metadata?url=/shop/a.png").statusCode()).isEqualTo(200);
  }

  @Test
  void needsTheToken() throws Exception {
    String path = "/v1/metadata?url=/shop/a.png";

    assertThat(gateway.manage(path).statusCode()).isEqualTo(401);
    HttpResponse<String> wrong = gateway.manage(path, "Authorization", "Bearer wrong");
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(json(wrong).fieldNames()).containsExactly("message", "help");
    assertThat(gateway.manage("/metrics").statusCode()).isEqualTo(200);
  }

  @Test
  void isSwitchedOffWithoutAToken() throws Exception {
    try (RunningGateway open =
        RunningGateway.start(configuration().replaceFirst("(?m)^management:.*$", ""))) {
      HttpResponse<String> refused =
          open.manage("/v1/metadata?url=/shop/a.png", "Authorization", "Bearer ");

      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(json(refused).getString("help")).contains("management.token");
    }
  }

  private static HttpResponse<String> ask(String url) throws Exception {
    return call("/v1/metadata?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8));
  }

  private static HttpResponse<String> call(String path) throws Exception {
    return gateway.manage(path, "Authorization", "Bearer " + TOKEN);
  }

  /** For targets that no client library would send. */
  private static String raw(String target) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.managementPort())) {
      String request =
          "GET %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
              .formatted(target, TOKEN);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  private static JsonObject json(HttpResponse<String> answer) {
    return new JsonObject(answer.body());
  }

  private static String withPorts(String url) {
    return url.replace("PORT", Integer.toString(server.port()))
        .replace("OTHER", Integer.toString(other.port()));
  }

  private static String configuration() {
    return """
    management: { host: 127.0.0.1, port: 0, token: %1$s }
    origins:
      files: { type: folder, path: '%2$s' }
      web: { type: web-server, baseUrl: 'http://127.0.0.1:%3$d' }
      proxy: { type: web-proxy, allowedHosts: ['127.0.0.1:%3$d', 10.0.0.1] }
    endpoints:
      shop: { origins: [files], hosts: [img.example.com] }
      web: { origins: [web] }
      proxy: { origins: [proxy] }
    network: { allow: ['127.0.0.0/8'] }
    """
        .formatted(TOKEN, folder, server.port());
  }
}
