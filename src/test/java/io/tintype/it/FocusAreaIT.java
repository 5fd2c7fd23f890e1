package io.tintype.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tintype.origin.testing.S3Server;
import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Areas that origins store with their pictures, as {@code fo-custom} shows them. */
class FocusAreaIT {
  private static final int WIDTH = 240;
  private static final int HEIGHT = 120;

  /** Where each pixel is, in red and green. */
  private static final byte[] PICTURE = picture();

  private static final Map<String, String> AREAS = new ConcurrentHashMap<>();

  private static HttpServer web;
  private static S3Server bucket;
  private static RunningGateway gateway;

  @BeforeAll
  static void start() throws Exception {
    web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    web.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    web.createContext("/", FocusAreaIT::answer);
    web.start();
    AREAS.put("/area.png", "150,60,20,20");
    AREAS.put("/malformed.png", "150;60;20;20");
    AREAS.put("/outside.png", "900,60,20,20");
    bucket = new S3Server();
    bucket.put("area.png", PICTURE, Map.of("custom-coordinates", "150,60,20,20"));
    bucket.put("renamed.png", PICTURE, Map.of("focus", "10,70,20,20"));
    bucket.put("none.png", PICTURE);
    gateway = RunningGateway.start(configuration());
  }

  @AfterAll
  static void stop() {
    gateway.close();
    web.stop(0);
    bucket.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/web/tr:w-20,h-20,cm-extract,fo-custom,f-png/area.png | 150 | 60",
        "/web/tr:w-20,h-20,cm-extract,fo-auto-custom_override,f-png/area.png | 150 | 60",
        "/web/tr:w-60,h-120,fo-custom,f-png/area.png | 130 | 0",
        "/web/tr:w-100,h-40,cm-extract,x-100,y-50:w-20,h-20,cm-extract,fo-custom,f-png/area.png |"
            + " 150 | 60",
        "/proxy/http://127.0.0.1:PORT/area.png?tr=w-20,h-20,cm-extract,fo-custom,f-png | 150 | 60",
        "/strict/tr:w-20,h-20,cm-extract,fo-custom,f-png/area.png | 150 | 60",
        "/s3/tr:w-20,h-20,cm-extract,fo-custom,f-png/area.png | 150 | 60",
        "/s3/tr:w-60,h-120,fo-custom,f-png/area.png | 130 | 0",
        "/renamed/tr:w-20,h-20,cm-extract,fo-custom,f-png/renamed.png | 10 | 70",
      })
  void decideWhatIsCutOut(String path, int left, int top) throws IOException {
    HttpResponse<byte[]> answer = gateway.get(path.replace("PORT", Integer.toString(webPort())));

    assertThat(cornerOf(answer)).isEqualTo(left + ", " + top);
    assertThat(answer.headers().firstValue("x-tintype-ignored")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/web/tr:w-20,h-20,cm-extract,fo-custom,f-png/none.png",
        "/web/tr:w-20,h-20,cm-extract,fo-custom,f-png/malformed.png",
        "/web/tr:w-20,h-20,cm-extract,fo-custom,f-png/outside.png",
        "/strict/tr:w-20,h-20,cm-extract,fo-custom,f-png/none.png",
        "/s3/tr:w-20,h-20,cm-extract,fo-custom,f-png/none.png",
        "/s3/tr:w-20,h-20,cm-extract,fo-custom,f-png/renamed.png",
      })
  void areReportedWhereThereIsNone(String path) throws IOException {
    HttpResponse<byte[]> answer = gateway.get(path);

    assertThat(cornerOf(answer)).isEqualTo("110, 50");
    assertThat(answer.headers().firstValue("x-tintype-ignored")).hasValue("fo-custom");
  }

  @Test
  void areThoseOfTheLayersOwnPicture() throws IOException {
    HttpResponse<byte[]> answer =
        gateway.get(
            "/web/tr:w-20,h-20,cm-extract,f-png,"
                + "l-image,i-area.png,w-20,h-20,cm-extract,fo-custom,t-false,l-end/none.png");

    assertThat(cornerOf(answer)).isEqualTo("150, 60");
  }

  @Test
  void surviveAConfirmationAndEndWithOneThatSaysOtherwise() throws IOException {
    String path = "/doubting/tr:w-20,h-20,cm-extract,fo-custom,f-png/moving.png";
    AREAS.put("/moving.png", "10,20,20,20");
    assertThat(cornerOf(gateway.get(path))).isEqualTo("10, 20");

    AREAS.remove("/moving.png");
    HttpResponse<byte[]> confirmed = gateway.get(path);
    assertThat(cornerOf(confirmed)).isEqualTo("10, 20");
    assertThat(confirmed.headers().firstValue("x-tintype-cache")).hasValue("memory");

    AREAS.put("/moving.png", "30,40,20,20");
    assertThat(cornerOf(gateway.get(path))).isEqualTo("30, 40");
  }

  @Test
  void areShownByTheMetadataCall() throws Exception {
    String path = "/v1/metadata?url=/web/";

    assertThat(metadata(path + "area.png").getString("customCoordinates"))
        .isEqualTo("150,60,20,20");
    assertThat(metadata(path + "none.png").containsKey("customCoordinates")).isFalse();
    assertThat(metadata(path + "tr:w-50/area.png").containsKey("customCoordinates")).isFalse();
  }

  private static JsonObject metadata(String path) throws Exception {
    return new JsonObject(gateway.manage(path, "Authorization", "Bearer 0123456789abcdef").body());
  }

  /** Says the area whatever the status, as servers do that are configured to add a header. */
  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String area = AREAS.get(exchange.getRequestURI().getPath());
      if (area != null) {
        exchange.getResponseHeaders().set("X-Custom-Coordinates", area);
      }
      exchange.getResponseHeaders().set("ETag", "\"1\"");
      if (exchange.getRequestHeaders().containsKey("If-None-Match")) {
        exchange.sendResponseHeaders(304, -1);
        return;
      }
      exchange.sendResponseHeaders(200, PICTURE.length);
      exchange.getResponseBody().write(PICTURE);
    }
  }

  private static int webPort() {
    return web.getAddress().getPort();
  }

  private static String cornerOf(HttpResponse<byte[]> answer) throws IOException {
    assertThat(answer.statusCode()).isEqualTo(200);
    int color = ImageIO.read(new ByteArrayInputStream(answer.body())).getRGB(0, 0);
    return (color >> 16 & 0xff) + ", " + (color >> 8 & 0xff);
  }

  private static byte[] picture() {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        image.setRGB(x, y, x << 16 | y << 8);
      }
    }
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(image, "png", bytes);
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static String configuration() {
    return """
    management: { host: 127.0.0.1, port: 0, token: 0123456789abcdef }
    origins:
      web: { type: web-server, baseUrl: 'http://127.0.0.1:%d' }
      anywhere: { type: web-proxy, allowedHosts: ['127.0.0.1:%d'] }
      bucket: &bucket
        type: s3
        bucket: %s
        endpoint: 'http://127.0.0.1:%d'
        pathStyle: true
        accessKey: %s
        secretKey: %s
      renamed: { <<: *bucket, focusHeader: x-amz-meta-focus }
    endpoints:
      web: { origins: [web], png: &exact { palette: false } }
      strict: { origins: [web], png: *exact, unsupported: strict }
      doubting: { origins: [web], png: *exact, cache: { ttl: 0s } }
      proxy: { origins: [anywhere], png: *exact }
      s3: { origins: [bucket], png: *exact }
      renamed: { origins: [renamed], png: *exact }
    network: { allow: ['127.0.0.0/8'] }
    """
        .formatted(
            webPort(),
            webPort(),
            S3Server.BUCKET,
            bucket.port(),
            S3Server.ACCESS_KEY,
            S3Server.SECRET_KEY);
  }
}
