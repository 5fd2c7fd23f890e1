package io.tintype.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.it.RunningGateway;
import io.tintype.testing.Corpus;
import io.tintype.vips.Decoded;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.plugins.jpeg.JPEGQTable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.NodeList;

/** What parameters do that is seen in a file and not in its pixels, through the whole gateway. */
class ResultsIT {
  private static final int EXIF = 0xe1;
  private static final int PROFILE = 0xe2;
  private static final int BASELINE = 0xc0;
  private static final int PROGRESSIVE = 0xc2;
  private static final int SCAN = 0xda;

  /** Dots of a metre, in an inch. */
  private static final double INCH = 0.0254;

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

    List<JPEGQTable> tables = tables(answer("f-jpg,q-" + quality, "noise.png").body());

    assertThat(tables.getFirst().getTable())
        .isEqualTo(JPEGQTable.K1Luminance.getScaledInstance((float) scale, true).getTable());
    assertThat(tables.getLast().getTable())
        .isEqualTo(JPEGQTable.K2Chrominance.getScaledInstance((float) scale, true).getTable());
  }

  @Test
  void showsProgressivelyIfAsked() {
    assertThat(markers(answer("f-jpg,pr-true", "noise.png").body()))
        .contains(PROGRESSIVE)
        .doesNotContain(BASELINE);
    assertThat(markers(answer("f-jpg", "noise.png").body()))
        .contains(BASELINE)
        .doesNotContain(PROGRESSIVE);
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

    assertThat(markers(Corpus.read(jpeg))).contains(EXIF);
    assertThat(markers(answer("f-jpg,w-20,md-true", jpeg).body())).contains(EXIF);
    assertThat(markers(answer("f-jpg,w-20", jpeg).body())).doesNotContain(EXIF);
  }

  @Test
  void keepsTheProfileIfAsked() {
    String jpeg = "wide-gamut.jpg";

    assertThat(markers(answer("f-jpg,w-20,cp-true", jpeg).body()))
        .contains(PROFILE)
        .doesNotContain(EXIF);
    assertThat(markers(answer("f-jpg,w-20", jpeg).body())).doesNotContain(PROFILE);
  }

  @Test
  void statesTheDensity() {
    byte[] png = answer("f-png,dn-300", "noise.png").body();
    int chunk = new String(png, StandardCharsets.ISO_8859_1).indexOf("pHYs");

    assertThat(chunk).isPositive();
    assertThat(ByteBuffer.wrap(png).getInt(chunk + 4)).isEqualTo((int) Math.round(300 / INCH));
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

  private static List<JPEGQTable> tables(byte[] jpeg) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
    reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(jpeg)));
    NodeList nodes =
        ((IIOMetadataNode) reader.getImageMetadata(0).getAsTree("javax_imageio_jpeg_image_1.0"))
            .getElementsByTagName("dqtable");
    List<JPEGQTable> tables = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      tables.add((JPEGQTable) ((IIOMetadataNode) nodes.item(i)).getUserObject());
    }
    reader.dispose();
    return tables;
  }

  private static List<Integer> markers(byte[] jpeg) {
    List<Integer> markers = new ArrayList<>();
    int at = 2;
    while (at + 3 < jpeg.length && Byte.toUnsignedInt(jpeg[at + 1]) != SCAN) {
      markers.add(Byte.toUnsignedInt(jpeg[at + 1]));
      at += 2 + Short.toUnsignedInt(ByteBuffer.wrap(jpeg).getShort(at + 2));
    }
    return markers;
  }
}
