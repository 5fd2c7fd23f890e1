package io.tintype.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.it.RunningGateway;
import io.tintype.testing.Corpus;
import io.tintype.vips.Decoded;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.plugins.jpeg.JPEGQTable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What parameters do that is seen in a file and not in its pixels, through the whole gateway. */
class ResultsIT {
  @TempDir static Path folder;
  private static RunningGateway gateway;

  @BeforeAll
  static void start() throws IOException {
    Files.write(folder.resolve("noise.png"), Drawings.byName().get("noise").png());
    for (String name : List.of("wide-gamut.jpg", "orientation-1.jpg", "shop.jpg")) {
      Files.write(folder.resolve(name), Corpus.read(name));
    }
    gateway =
        RunningGateway.start(
            """
            origins: { pictures: { type: folder, path: %s } }
            endpoints: { e: { path: /e, origins: [pictures] } }
            """
                .formatted(folder));
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @ParameterizedTest
  @CsvSource({
    "f-jpg, image/jpeg, 0, ffd8ff",
    "f-jpeg, image/jpeg, 0, ffd8ff",
    "f-png, image/png, 0, 89504e470d0a1a0a",
    "f-webp, image/webp, 8, 57454250",
    "f-avif, image/avif, 4, 6674797061766966"
  })
  void writesTheFormat(String chain, String type, int at, String magic) {
    HttpResponse<byte[]> response = answer(chain, "noise.png");

    assertThat(response.headers().firstValue("Content-Type")).contains(type);
    assertThat(HexFormat.of().formatHex(response.body(), at, at + magic.length() / 2))
        .isEqualTo(magic);
  }

  /** The tables of the Independent JPEG Group, scaled as its library does. */
  @ParameterizedTest
  @ValueSource(ints = {10, 40, 50, 80, 95})
  void writesTheQuality(int quality) throws IOException {
    double scale = quality < 50 ? 50.0 / quality : 2 - quality / 50.0;

    List<JPEGQTable> tables = Jpeg.tables(answer("f-jpg,q-" + quality, "noise.png").body());

    assertThat(tables.getFirst().getTable())
        .isEqualTo(JPEGQTable.K1Luminance.getScaledInstance((float) scale, true).getTable());
    assertThat(tables.getLast().getTable())
        .isEqualTo(JPEGQTable.K2Chrominance.getScaledInstance((float) scale, true).getTable());
  }

  @Test
  void showsProgressivelyIfAsked() {
    assertThat(Jpeg.markers(answer("f-jpg,pr-true", "noise.png").body()))
        .contains(Jpeg.PROGRESSIVE)
        .doesNotContain(Jpeg.BASELINE);
    assertThat(Jpeg.markers(answer("f-jpg", "noise.png").body()))
        .contains(Jpeg.BASELINE)
        .doesNotContain(Jpeg.PROGRESSIVE);
  }

  @Test
  void keepsEveryPixelIfAsked() {
    Sheet noise = Drawings.byName().get("noise");

    assertThat(farthest(noise, answer("f-webp,lo-true", "noise.png").body())).isZero();
    assertThat(farthest(noise, answer("f-webp", "noise.png").body())).isGreaterThan(10);
  }

  @Test
  void keepsMetadataIfAsked() {
    String jpeg = "orientation-1.jpg";

    assertThat(Jpeg.markers(Corpus.read(jpeg))).contains(Jpeg.EXIF);
    assertThat(Jpeg.markers(answer("f-jpg,w-20,md-true", jpeg).body())).contains(Jpeg.EXIF);
    assertThat(Jpeg.markers(answer("f-jpg,w-20", jpeg).body())).doesNotContain(Jpeg.EXIF);
  }

  @Test
  void keepsTheProfileIfAsked() {
    String jpeg = "wide-gamut.jpg";

    assertThat(Jpeg.markers(answer("f-jpg,w-20,cp-true", jpeg).body()))
        .contains(Jpeg.PROFILE)
        .doesNotContain(Jpeg.EXIF);
    assertThat(Jpeg.markers(answer("f-jpg,w-20", jpeg).body())).doesNotContain(Jpeg.PROFILE);
  }

  @Test
  void statesTheDensity() {
    byte[] png = answer("f-png,dn-300", "noise.png").body();

    assertThat(Answer.dotsPerInch(png)).isEqualTo(300);
  }

  @Test
  void deliversTheOriginalIfAsked() {
    assertThat(answer("orig-true,w-20", "shop.jpg").body()).isEqualTo(Corpus.read("shop.jpg"));
  }

  private static HttpResponse<byte[]> answer(String chain, String path) {
    HttpResponse<byte[]> response = gateway.get("/e/tr:" + chain + "/" + path);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("x-tintype-ignored")).isEmpty();
    return response;
  }

  private static double farthest(Sheet picture, byte[] webp) {
    Decoded decoded = Decoded.of(webp, "webpload_buffer");
    double farthest = 0;
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        for (int band = 0; band < Sheet.ALPHA; band++) {
          farthest = Math.max(farthest, Math.abs(decoded.at(x, y, band) - picture.at(x, y, band)));
        }
      }
    }
    return farthest;
  }
}
