package io.tintype.proof;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.it.RunningGateway;
import io.tintype.testing.Corpus;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Formats that Cloudinary's URLs alone ask for, read by the JDK, through the whole gateway. */
class CloudinaryFormatsIT {
  private static final String IGNORED = "x-tintype-ignored";

  @TempDir static Path folder;
  private static RunningGateway gateway;

  @BeforeAll
  static void start() throws IOException {
    Map<String, Sheet> drawings = Drawings.byName();
    Path images = Files.createDirectories(folder.resolve("image/upload"));
    for (String name : List.of("noise", "mixed")) {
      Files.write(images.resolve(name + ".png"), drawings.get(name).png());
    }
    for (String name : List.of("frames.gif", "frames.webp", "wide-gamut.jpg", "card.tiff")) {
      Files.write(images.resolve(name), Corpus.read(name));
    }
    Files.write(images.resolve("scan.heic"), Corpus.read("wide-gamut.jpg"));
    gateway =
        RunningGateway.start(
            """
            origins:
              pictures: { type: folder, path: %s }
            endpoints:
              c: { path: /c, origins: [pictures], rewriter: cloudinary }
              strict: { path: /strict, origins: [pictures], rewriter: cloudinary, unsupported: strict }
            """
                .formatted(folder));
  }

  @AfterAll
  static void stop() throws Exception {
    gateway.close();
  }

  @ParameterizedTest
  @CsvSource({
    "'f_png,fl_apng', frames.gif, 4",
    "'f_png,fl_apng', frames.webp, 4",
    "'f_png,fl_apng,w_30', frames.webp, 4",
    "'f_png,fl_apng', noise.png, 0",
    "'f_png', frames.gif, 0"
  })
  void keepsAllFramesOfAPngIfAsked(String chain, String path, int frames) {
    HttpResponse<byte[]> response = answer(chain, path);
    String bytes = new String(response.body(), ISO_8859_1);
    int control = bytes.indexOf("acTL");

    assertThat(type(response)).isEqualTo("image/png");
    assertThat(control < 0 ? 0 : (int) bytes.charAt(control + 7)).isEqualTo(frames);
    assertThat(bytes.split("fcTL", -1)).hasSize(frames + 1);
  }

  @ParameterizedTest
  @CsvSource({
    "f_gif, frames.gif, 4",
    "f_gif, frames.webp, 4",
    "'f_gif,w_30', frames.webp, 4",
    "f_gif, noise.png, 1",
    "f_gif, wide-gamut.jpg, 1"
  })
  void makesGifsOfAnything(String chain, String path, int frames) throws IOException {
    HttpResponse<byte[]> response = answer(chain, path);

    assertThat(type(response)).isEqualTo("image/gif");
    assertThat(response.body()).startsWith("GIF89a".getBytes(US_ASCII));
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream in =
        ImageIO.createImageInputStream(new ByteArrayInputStream(response.body()))) {
      reader.setInput(in);
      assertThat(reader.getNumImages(true)).isEqualTo(frames);
    } finally {
      reader.dispose();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"f_tif", "f_tiff", "f_tiff,fl_tiff8_lzw"})
  void writesTiffs(String chain) throws IOException {
    Map<String, Sheet> drawings = Drawings.byName();
    for (String name : List.of("noise", "mixed")) {
      HttpResponse<byte[]> response = answer(chain, name + ".png");

      assertThat(type(response)).isEqualTo("image/tiff");
      assertThat(compression(response.body())).isEqualTo("LZW");
      BufferedImage picture = ImageIO.read(new ByteArrayInputStream(response.body()));
      assertThat(picture.getSampleModel().getSampleSize(0)).isEqualTo(Byte.SIZE);
      assertThat(new Bar("exact").missedBy(Sheet.of(picture), drawings.get(name))).isEmpty();
    }
  }

  @Test
  void writesTiffsInBlackAndWhite() throws IOException {
    HttpResponse<byte[]> response = answer("f_tiff,fl_group4,e_grayscale", "mixed.png");
    Sheet grey = Answer.picture(answer("f_png,fl_png24,e_grayscale", "mixed.png"));

    assertThat(type(response)).isEqualTo("image/tiff");
    assertThat(compression(response.body())).isEqualTo("CCITT T.6");
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(response.body()));
    assertThat(picture.getSampleModel().getSampleSize(0)).isEqualTo(1);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int level = picture.getRGB(x, y) & 0xff;
        assertThat(level).as("%d,%d", x, y).isEqualTo(grey.at(x, y, 0) >= 128 ? 255 : 0);
      }
    }
  }

  private static String compression(byte[] tiff) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(tiff))) {
      reader.setInput(in);
      Node tree = reader.getImageMetadata(0).getAsTree("javax_imageio_1.0");
      return ((Element) ((Element) tree).getElementsByTagName("CompressionTypeName").item(0))
          .getAttribute("value");
    } finally {
      reader.dispose();
    }
  }

  /** The extension asks for a format, and so does whoever leaves the picture as it is. */
  @Test
  void reportsExtensionsOfFormatsThatItDoesNotWrite() {
    HttpResponse<byte[]> changed = gateway.get("/c/image/upload/w_10/scan.heic");
    HttpResponse<byte[]> stored = gateway.get("/c/image/upload/scan.heic");
    HttpResponse<byte[]> original = gateway.get("/c/image/upload/card.tiff");
    HttpResponse<byte[]> other = gateway.get("/c/image/upload/w_10,f_png/scan.heic");

    assertThat(changed.headers().firstValue(IGNORED)).contains(".heic");
    assertThat(type(changed)).isEqualTo("image/jpeg");
    assertThat(stored.headers().firstValue(IGNORED)).contains(".heic");
    assertThat(stored.body()).isEqualTo(Corpus.read("wide-gamut.jpg"));
    assertThat(original.headers().firstValue(IGNORED)).isEmpty();
    assertThat(original.body()).isEqualTo(Corpus.read("card.tiff"));
    assertThat(other.headers().firstValue(IGNORED)).isEmpty();
    assertThat(gateway.get("/strict/image/upload/w_10/scan.heic").statusCode()).isEqualTo(400);
    assertThat(gateway.get("/strict/image/upload/scan.heic").statusCode()).isEqualTo(200);
  }

  private static HttpResponse<byte[]> answer(String chain, String name) {
    HttpResponse<byte[]> response = gateway.get("/c/image/upload/" + chain + "/" + name);
    assertThat(response.statusCode()).as(chain + ": " + Answer.text(response)).isEqualTo(200);
    assertThat(response.headers().firstValue(IGNORED)).isEmpty();
    return response;
  }

  private static String type(HttpResponse<byte[]> response) {
    return response.headers().firstValue("Content-Type").orElse("");
  }
}
