package io.tintype.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tintype.testing.Corpus;
import io.vertx.core.json.JsonObject;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What ImageKit's own SDKs make of their options is served as asked for, signed and unsigned. */
class SdkUrlsIT {
  private static final String PRIVATE_KEY = "private_test_key_0001";
  private static final String ENDPOINT = "http://h.example/shop";

  @TempDir static Path folder;
  private static RunningGateway gateway;

  @BeforeAll
  static void start() throws IOException {
    Path pictures = Files.createDirectories(folder.resolve("pictures/folder")).getParent();
    Files.write(pictures.resolve("photo.jpg"), Pictures.jpeg(640, 480));
    Files.write(pictures.resolve("folder/clear.png"), Pictures.transparentPng(120, 90));
    Files.write(pictures.resolve("moving.gif"), Corpus.read("frames.gif"));
    writeFramed(pictures.resolve("framed.png"));
    gateway =
        RunningGateway.start(
            """
            origins: { pictures: { type: folder, path: %s } }
            endpoints:
              shop: { path: /shop, origins: [pictures], signing: { keys: [%s] } }
            transformations: { thumb: "tr:w-80,h-80" }
            """
                .formatted(pictures, PRIVATE_KEY));
  }

  @AfterAll
  static void stop() {
    if (gateway != null) {
      gateway.close();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("urls")
  void servesWhatAnSdkAsksFor(Case one) throws IOException {
    HttpResponse<byte[]> response = gateway.get(one.target());

    assertThat(response.statusCode()).as(one + ": " + text(response)).isEqualTo(200);
    assertThat(decoded(response.headers().firstValue("x-tintype-ignored").orElse("")))
        .as(one.toString())
        .isEqualTo(one.ignored());
    if (!one.type().isEmpty()) {
      assertThat(response.headers().firstValue("Content-Type")).contains(one.type());
    }
    if (!one.size().isEmpty() && isReadable(response)) {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(response.body()));
      assertThat(image.getWidth() + "x" + image.getHeight())
          .as(one.toString())
          .isEqualTo(one.size());
    }
    if (one.signed()) {
      assertThat(gateway.get(one.tampered()).statusCode()).as(one.toString()).isEqualTo(401);
    }
  }

  @Test
  void coversEveryOption() throws Exception {
    assertThat(urls().stream().map(Case::option).distinct().count()).isGreaterThan(70);
  }

  private static boolean isReadable(HttpResponse<byte[]> response) {
    String type = response.headers().firstValue("Content-Type").orElse("");
    return type.equals("image/jpeg") || type.equals("image/png") || type.equals("image/gif");
  }

  /** Commas within a parameter are percent-encoded, since a comma ends one. */
  private static String decoded(String header) {
    return header.replace("%2C", ",").replace("%20", " ");
  }

  private static String text(HttpResponse<byte[]> response) {
    return response.statusCode() == 200 ? "" : new String(response.body(), UTF_8);
  }

  private static void writeFramed(Path file) throws IOException {
    BufferedImage image = new BufferedImage(140, 120, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 140, 120);
    graphics.setColor(Color.BLUE);
    graphics.fillRect(20, 20, 100, 80);
    graphics.dispose();
    ImageIO.write(image, "png", file.toFile());
  }

  static List<Case> urls() throws Exception {
    Path peer = Path.of(System.getProperty("tintype.peer"));
    assumeTrue(Files.isDirectory(peer.resolve("node_modules/imagekit")), "no SDK is installed");
    Path script = Files.createTempFile("sdk-urls", ".mjs");
    Files.write(script, SdkUrlsIT.class.getResourceAsStream("/peer/sdk-urls.mjs").readAllBytes());
    File out = Files.createTempFile("sdk-urls", ".json").toFile();
    Process node =
        new ProcessBuilder(
                "node", script.toString(), peer.toAbsolutePath().toString(), ENDPOINT, PRIVATE_KEY)
            .redirectErrorStream(true)
            .redirectOutput(out)
            .start();
    assertThat(node.waitFor(60, TimeUnit.SECONDS)).isTrue();
    List<String> lines = Files.readAllLines(out.toPath());
    assertThat(node.exitValue()).as(String.join("\n", lines)).isZero();
    List<Case> cases = new ArrayList<>();
    lines.forEach(line -> cases.add(Case.of(new JsonObject(line))));
    Files.delete(script);
    Files.delete(out.toPath());
    return cases;
  }

  record Case(
      String sdk,
      String option,
      String target,
      String size,
      String ignored,
      String type,
      boolean signed) {
    static Case of(JsonObject json) {
      String url = json.getString("url");
      return new Case(
          json.getString("sdk"),
          json.getString("option"),
          url.substring("http://h.example".length()),
          json.getString("size", ""),
          String.join(
              ",",
              json.getJsonArray("ignored", new io.vertx.core.json.JsonArray()).stream()
                  .map(Object::toString)
                  .toList()),
          json.getString("type", ""),
          json.getBoolean("signed"));
    }

    String tampered() {
      int last = target.length() - 1;
      return target.substring(0, last) + (target.charAt(last) == '0' ? '1' : '0');
    }

    @Override
    public String toString() {
      return sdk + " " + option + " " + target;
    }
  }
}
