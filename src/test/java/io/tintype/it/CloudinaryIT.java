package io.tintype.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.dialect.cloudinary.CropSizes;
import io.tintype.testing.Corpus;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Cloudinary's URLs get over HTTP. */
class CloudinaryIT {
  @TempDir static Path folder;
  private static RunningGateway gateway;

  @BeforeAll
  static void start() throws IOException {
    Path images = Files.createDirectories(folder.resolve("image/upload"));
    for (String size : new String[] {"1600x1200", "400x300"}) {
      int cross = size.indexOf('x');
      Pictures.writePng(
          images.resolve(size),
          Integer.parseInt(size.substring(0, cross)),
          Integer.parseInt(size.substring(cross + 1)));
    }
    Files.write(images.resolve("photo.jpg"), Pictures.jpeg(40, 30));
    Files.write(images.resolve("photo.png"), Pictures.jpeg(40, 30));
    Files.write(images.resolve("beer"), Corpus.read("beer.jpg"));
    gateway =
        RunningGateway.start(
            """
            origins: { pictures: { type: folder, path: %s } }
            endpoints:
              c: { path: /c, origins: [pictures], rewriter: cloudinary, cacheControl: "public, max-age=600" }
              own: { path: /own, origins: [pictures], rewriter: cloudinary, cacheControl: "private, max-age=600" }
              strict: { path: /s, origins: [pictures], rewriter: cloudinary, unsupported: strict }
            """
                .formatted(folder));
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/cases/cloudinary-dims.csv", delimiter = ';', numLinesToSkip = 1)
  void deliversTheSizesOfTheTable(String source, String transformation, String result)
      throws IOException {
    if (!source.equals("1600x1200") && !source.equals("400x300")) {
      return;
    }
    HttpResponse<byte[]> response = gateway.get("/c/image/upload/" + transformation + "/" + source);

    assertThat(response.statusCode()).isEqualTo(200);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(response.body()));
    assertThat(image.getWidth() + "x" + image.getHeight()).isEqualTo(result);
  }

  /** A sample of the sizes that plans are checked for, all modes and wishes among them. */
  @Test
  void deliversTheSizesOfTheFormulas() throws IOException {
    List<CropSizes.Case> cases =
        CropSizes.all().stream().filter(row -> row.source().equals("1600x1200")).toList();
    for (int i = 0; i < cases.size(); i += 9) {
      CropSizes.Case row = cases.get(i);
      HttpResponse<byte[]> response =
          gateway.get("/c/image/upload/" + row.transformation() + "/1600x1200");

      assertThat(response.statusCode()).as(row.toString()).isEqualTo(200);
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(response.body()));
      assertThat(image.getWidth() + "x" + image.getHeight())
          .as(row.toString())
          .isEqualTo(row.result());
    }
  }

  @Test
  void spendsMoreBytesOnBetterLevels() throws IOException {
    int last = Integer.MAX_VALUE;
    for (String level : new String[] {"best", "good", "eco", "low"}) {
      HttpResponse<byte[]> response =
          gateway.get("/c/image/upload/w_600,f_jpg,q_auto:" + level + "/beer");

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body().length).isLessThan(last);
      last = response.body().length;
    }
  }

  @Test
  void deliversStoredBytesWhereNothingIsAskedFor() throws IOException {
    HttpResponse<byte[]> response = gateway.get("/c/image/upload/photo.jpg?_a=AJADJWI0");

    assertThat(response.body())
        .isEqualTo(Files.readAllBytes(folder.resolve("image/upload/photo.jpg")));
    assertThat(header(response, "content-type")).isEqualTo("image/jpeg");
  }

  @Test
  void tellsWhatAPictureIsLike() {
    long stored = folder.resolve("image/upload/photo.jpg").toFile().length();
    for (int i = 0; i < 2; i++) {
      HttpResponse<byte[]> picture = gateway.get("/c/image/upload/w_20,f_png/photo.jpg");
      HttpResponse<byte[]> described =
          gateway.get("/c/image/upload/w_20,f_png,fl_getinfo/photo.jpg");

      int bytes = picture.body().length;
      assertThat(header(picture, "server-timing"))
          .isEqualTo(
              ("content-info;desc=\"width=20,height=15,bytes=%d,format=png,owidth=40,oheight=30,"
                      + "obytes=%d,oformat=jpg\"")
                  .formatted(bytes, stored));
      assertThat(header(picture, "access-control-expose-headers")).contains("Server-Timing");
      assertThat(header(described, "content-type")).isEqualTo("application/json");
      assertThat(header(described, "etag")).isEmpty();
      assertThat(new JsonObject(Buffer.buffer(described.body())))
          .isEqualTo(
              new JsonObject()
                  .put("input", facts(40, 30, stored, "jpg"))
                  .put("output", facts(20, 15, bytes, "png")));
    }
  }

  private static JsonObject facts(int width, int height, long bytes, String format) {
    return new JsonObject(
        "{\"width\":%d,\"height\":%d,\"bytes\":%d,\"format\":\"%s\"}"
            .formatted(width, height, bytes, format));
  }

  @Test
  void convertsWhatIsStoredInAnotherFormatThanTheUrlNames() throws IOException {
    for (int i = 0; i < 2; i++) {
      HttpResponse<byte[]> response = gateway.get("/c/image/upload/photo.png");

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(header(response, "content-type")).isEqualTo("image/png");
      assertThat(header(response, "x-tintype-cache")).isEqualTo(i == 0 ? "miss" : "memory");
      assertThat(ImageIO.read(new ByteArrayInputStream(response.body())).getWidth()).isEqualTo(40);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/c/image/upload/w_10/photo.jpg, 'public, max-age=600'",
    "/c/image/upload/w_10/v1/photo.jpg, 'public, max-age=600'",
    "/c/image/upload/w_10/v1700000000/photo.jpg, 'public, max-age=600, immutable'",
    "/c/image/upload/v1700000000/photo.jpg, 'public, max-age=600, immutable'",
    "'/c/image/upload/fl_immutable_cache,w_10/photo.jpg', 'public, max-age=600, immutable'",
    "'/c/image/upload/d_photo.jpg,w_10/v1700000000/none.jpg', 'public, max-age=60'",
    "'/own/image/upload/d_photo.jpg,w_10/none.jpg', 'private, max-age=60'"
  })
  void tellsHowLongAnswersHold(String path, String cacheControl) {
    assertThat(header(gateway.get(path), "cache-control")).isEqualTo(cacheControl);
  }

  @Test
  void tellsWhyTheDefaultImageIsShown() throws IOException {
    HttpResponse<byte[]> response = gateway.get("/c/image/upload/d_photo.jpg,w_10/none.jpg");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(header(response, "x-cld-error")).isEqualTo("The source is absent.");
    assertThat(ImageIO.read(new ByteArrayInputStream(response.body())).getWidth()).isEqualTo(10);
  }

  @ParameterizedTest
  @CsvSource({
    "/c/image/upload/none.jpg, 404",
    "/c/image/upload/w_10/none.jpg, 404",
    "'/c/image/upload/d_nothing.jpg,w_10/none.jpg', 404",
    "/c/image/upload/t_nowhere/photo.jpg, 400",
    "'/c/image/upload/w_60000,h_60000/photo.jpg', 400",
    "/c/image/upload/, 404",
    "/s/image/upload/w_abc/photo.jpg, 400",
    "/s/image/upload/fl_abc/photo.jpg, 400"
  })
  void tellsWhatIsWrong(String path, int status) {
    HttpResponse<byte[]> response = gateway.get(path);

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(header(response, "x-cld-error")).endsWith(".").doesNotContain("\n");
    assertThat(header(response, "cache-control")).isEqualTo("no-store");
  }

  /** Also what only the picture tells: there is no such font. */
  @ParameterizedTest
  @ValueSource(strings = {"b_gen_fill", "l_text:Nobodys_20:a"})
  void reportsWhatIsNotHonoured(String wish) {
    HttpResponse<byte[]> response =
        gateway.get("/c/image/upload/c_fill,w_10,h_20," + wish + "/photo.jpg");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(header(response, "x-tintype-ignored")).isEqualTo(wish);
  }

  @Test
  void countsFacesThatNobodyLooksFor() throws Exception {
    HttpResponse<byte[]> response = gateway.get("/c/image/upload/c_thumb,g_face,w_9,h_9/photo.jpg");

    assertThat(header(response, "x-tintype-ignored")).isEmpty();
    assertThat(gateway.management("/metrics")).contains("tintype_fallbacks_total{endpoint=\"c\"}");
  }

  @Test
  void followsTheWidthOfThePage() throws IOException {
    HttpResponse<byte[]> response =
        gateway.get(
            "/c/image/upload/w_auto/1600x1200", "Sec-CH-Viewport-Width", "360", "Sec-CH-DPR", "2");

    assertThat(ImageIO.read(new ByteArrayInputStream(response.body())).getWidth()).isEqualTo(800);
    assertThat(header(response, "vary"))
        .contains("Sec-CH-Width", "Sec-CH-Viewport-Width", "Viewport-Width", "Sec-CH-DPR");
    assertThat(header(response, "accept-ch")).contains("Sec-CH-Viewport-Width");
  }

  private static String header(HttpResponse<byte[]> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
