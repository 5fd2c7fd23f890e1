package io.tintype.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.it.RawOrigin;
import io.tintype.it.RunningGateway;
import io.tintype.testing.Corpus;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.imageio.plugins.jpeg.JPEGQTable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Cloudinary's words do that is seen in a file or its headers, through the whole gateway. */
class CloudinaryResultsIT {
  private static final String REMOTE = "https://example.com/dot.png";

  @TempDir static Path folder;
  private static RawOrigin account;
  private static RunningGateway gateway;

  @BeforeAll
  static void start() throws IOException {
    Map<String, Sheet> drawings = Drawings.byName();
    for (String type : List.of("upload", "private", "authenticated")) {
      Path images = Files.createDirectories(folder.resolve("image").resolve(type));
      Files.write(images.resolve("dot.png"), drawings.get("dot").png());
    }
    Path images = folder.resolve("image/upload");
    for (String name : List.of("noise", "mixed", "white")) {
      Files.write(images.resolve(name + ".png"), drawings.get(name).png());
    }
    for (String name : List.of("wide-gamut.jpg", "orientation-1.jpg", "orientation-6.jpg")) {
      Files.write(images.resolve(name), Corpus.read(name));
    }
    account = new RawOrigin();
    account.script(
        "/acme/image/fetch/https%3A%2F%2Fexample.com%2Fdot.png",
        RawOrigin.answer("200 OK", drawings.get("dot").png()), RawOrigin.Then.KEEP);
    gateway =
        RunningGateway.start(
            """
            network: { allow: [127.0.0.1/32] }
            origins:
              pictures: { type: folder, path: %s }
              account: { type: web-server, baseUrl: "http://127.0.0.1:%d/acme", layout: cloudinary }
            endpoints:
              c: { path: /c, origins: [pictures, account], rewriter: cloudinary }
            """
                .formatted(folder, account.port()));
  }

  @AfterAll
  static void stop() throws Exception {
    gateway.close();
    account.close();
  }

  @ParameterizedTest
  @CsvSource({
    "f_jpg, noise.png, image/jpeg, 0, ffd8ff",
    "f_jpeg, noise.png, image/jpeg, 0, ffd8ff",
    "f_jpe, noise.png, image/jpeg, 0, ffd8ff",
    "f_png, noise.png, image/png, 0, 89504e470d0a1a0a",
    "f_webp, noise.png, image/webp, 8, 57454250",
    "f_avif, noise.png, image/avif, 4, 6674797061766966"
  })
  void writesTheFormat(String chain, String path, String type, int at, String magic) {
    HttpResponse<byte[]> response = answer(chain + ",a_hflip", path);

    assertThat(response.headers().firstValue("Content-Type")).contains(type);
    assertThat(HexFormat.of().formatHex(response.body(), at, at + magic.length() / 2))
        .isEqualTo(magic);
  }

  @ParameterizedTest
  @ValueSource(strings = {"f_auto", "f_auto:image", "f_auto:animated"})
  void writesWhatTheClientLikes(String chain) {
    assertThat(answer(chain, "white.png", "Accept", "image/webp").headers().firstValue("Vary"))
        .hasValueSatisfying(vary -> assertThat(vary).containsIgnoringCase("accept"));
    assertThat(type(answer(chain, "white.png", "Accept", "image/webp,*/*")))
        .isEqualTo("image/webp");
    assertThat(type(answer(chain, "white.png", "Accept", "*/*"))).isNotEqualTo("image/webp");
  }

  /** The tables of the Independent JPEG Group, scaled as its library does. */
  @ParameterizedTest
  @ValueSource(ints = {10, 40, 50, 80, 95})
  void writesTheQuality(int quality) throws IOException {
    double scale = quality < 50 ? 50.0 / quality : 2 - quality / 50.0;

    List<JPEGQTable> tables = Jpeg.tables(answer("f_jpg,q_" + quality, "noise.png").body());

    assertThat(tables.getFirst().getTable())
        .isEqualTo(JPEGQTable.K1Luminance.getScaledInstance((float) scale, true).getTable());
  }

  @ParameterizedTest
  @CsvSource({
    "fl_progressive, true",
    "fl_progressive:semi, true",
    "fl_progressive:steep, true",
    "fl_progressive:none, false",
    "q_80, false",
    "q_auto, true",
    "'q_auto,fl_progressive:none', false"
  })
  void showsProgressivelyIfAsked(String chain, boolean progressive) {
    assertThat(Jpeg.markers(answer("f_jpg," + chain, "noise.png").body()))
        .contains(progressive ? Jpeg.PROGRESSIVE : Jpeg.BASELINE)
        .doesNotContain(progressive ? Jpeg.BASELINE : Jpeg.PROGRESSIVE);
  }

  @ParameterizedTest
  @CsvSource({
    "fl_lossy, noise.png, image/jpeg",
    "fl_any_format, noise.png, image/jpeg",
    "w_20, noise.png, image/png",
    "'fl_lossy,f_png', noise.png, image/png",
    "fl_lossy, mixed.png, image/png",
    "fl_any_format, mixed.png, image/png"
  })
  void writesOpaquePicturesAsJpegIfTheyMayLoseSomething(String chain, String path, String type) {
    assertThat(type(answer(chain, path))).isEqualTo(type);
  }

  @Test
  void keepsAllColorsOfAPngIfAsked() {
    Sheet mixed = Drawings.byName().get("mixed");
    Bar exact = new Bar("exact");

    assertThat(exact.missedBy(Answer.picture(answer("fl_png32,f_png", "mixed.png")), mixed))
        .isEmpty();
    assertThat(
            new Bar("max 1")
                .missedBy(
                    Answer.picture(answer("fl_png24,f_png", "mixed.png")),
                    Outlines.flatten(mixed, Tint.of("FFFFFF"))))
        .isEmpty();
  }

  /** By the colour type of its header (W3C PNG, third edition). */
  @Test
  void makesPngsOfFewColorsIfAsked() {
    int palette = 3;
    int colorType = 25;

    assertThat(answer("fl_png8,f_png", "noise.png").body()[colorType]).isEqualTo((byte) palette);
    assertThat(answer("fl_lossy,f_png", "noise.png").body()[colorType]).isEqualTo((byte) palette);
    assertThat(answer("f_png,q_auto", "noise.png").body()[colorType]).isNotEqualTo((byte) palette);
  }

  @ParameterizedTest
  @ValueSource(strings = "fl_keep_iptc")
  void keepsMetadataIfAsked(String flag) {
    String jpeg = "orientation-1.jpg";

    assertThat(Jpeg.markers(answer("w_20," + flag, jpeg).body())).contains(Jpeg.EXIF);
    assertThat(Jpeg.markers(answer("w_20", jpeg).body())).doesNotContain(Jpeg.EXIF);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fl_force_icc", "cs_copy"})
  void keepsTheProfileIfAsked(String wish) {
    String jpeg = "wide-gamut.jpg";

    assertThat(Jpeg.markers(answer("w_20," + wish, jpeg).body()))
        .contains(Jpeg.PROFILE)
        .doesNotContain(Jpeg.EXIF);
    assertThat(Jpeg.markers(answer("w_20", jpeg).body())).doesNotContain(Jpeg.PROFILE);
  }

  @Test
  void statesTheDensity() {
    assertThat(Answer.dotsPerInch(answer("dn_300", "noise.png").body())).isEqualTo(300);
  }

  @Test
  void turnsNothingUprightIfAsked() {
    Sheet upright = Answer.picture(answer("f_png,fl_png32", "orientation-6.jpg"));
    Sheet stored = Answer.picture(answer("f_png,fl_png32,a_ignore", "orientation-6.jpg"));

    assertThat(new Bar("exact").missedBy(upright, Outlines.turn(stored))).isEmpty();
  }

  @Test
  void deliversTheOriginalIfAsked() {
    assertThat(answer("fl_original,w_20", "wide-gamut.jpg").body())
        .isEqualTo(Corpus.read("wide-gamut.jpg"));
  }

  @ParameterizedTest
  @CsvSource({
    "fl_attachment, noise.png",
    "fl_attachment:pretty, pretty.png",
    "fl_streaming_attachment:pretty, pretty.png"
  })
  void offersToSave(String chain, String name) {
    assertThat(answer(chain, "noise.png").headers().firstValue("Content-Disposition"))
        .hasValueSatisfying(
            wish -> assertThat(wish).startsWith("attachment").contains("\"" + name + "\""));
  }

  @Test
  void findsLayersOfEveryKind() {
    String remote = Base64.getUrlEncoder().encodeToString(REMOTE.getBytes(UTF_8));
    Map<String, Sheet> drawings = Drawings.byName();
    Sheet expected = Layering.over(drawings.get("noise"), 14, 11, drawings.get("dot"));
    for (String layer :
        List.of(
            "image:dot.png",
            "upload:dot.png",
            "private:dot.png",
            "authenticated:dot.png",
            "fetch:" + remote)) {
      Sheet picture = Answer.picture(answer("s--unproved--/fl_png32,l_" + layer, "noise.png"));

      assertThat(new Bar("exact").missedBy(picture, expected)).as(layer).isEmpty();
    }
  }

  @Test
  void shortensTextsThatDoNotFitOrRefusesThem() {
    String text = "l_text:Open%20Sans_30:far%20too%20many%20words%20for%20a%20box,c_fit,w_120,h_50";

    assertThat(gateway.get(path(text, "white.png")).statusCode()).isEqualTo(200);
    assertThat(gateway.get(path(text + ",fl_text_disallow_overflow", "white.png")).statusCode())
        .isEqualTo(400);
  }

  private static HttpResponse<byte[]> answer(String chain, String name, String... headers) {
    HttpResponse<byte[]> response = gateway.get(path(chain, name), headers);
    assertThat(response.statusCode()).as(chain + ": " + Answer.text(response)).isEqualTo(200);
    assertThat(response.headers().firstValue("x-tintype-ignored")).isEmpty();
    return response;
  }

  private static String path(String chain, String name) {
    return "/c/image/upload/" + chain + "/" + name;
  }

  private static String type(HttpResponse<byte[]> response) {
    return response.headers().firstValue("Content-Type").orElse("");
  }
}
