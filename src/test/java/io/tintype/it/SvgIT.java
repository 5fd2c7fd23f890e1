package io.tintype.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SVG as sources of pictures, drawn by real helper processes. */
class SvgIT {
  private static final int RED = 0xffff0000;
  private static final int BLUE = 0xff0000ff;
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox";

  /** Red to the left of a third of its width, blue to the right of it. */
  private static final String FLAG =
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="30" height="20">
      <rect width="10" height="20" fill="#f00"/><rect x="10" width="20" height="20" fill="#00f"/>
      </svg>
      """;

  @TempDir private static Path folder;
  private static RunningGateway gateway;

  @BeforeAll
  static void start() throws IOException {
    write("flag.svg", FLAG);
    write(
        "dot.svg",
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><circle r='1'/></svg>");
    write("box.svg", FLAG.replace("width=\"30\" height=\"20\"", "viewBox='0 0 30 20'"));
    write("broken.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><g>");
    write(
        "laughs.svg",
        "<!DOCTYPE svg [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>"
            + FLAG.replace("</svg>", "<text>&b;</text></svg>"));
    write("bad.svg", FLAG.replace("<rect w", "<script>alert(1)</script><rect onclick='a()' w"));
    write("page.xml", "<feed xmlns='http://www.w3.org/2005/Atom'/>");
    write("bad.xml", Files.readString(folder.resolve("bad.svg")));
    write(
        "names.svg",
        "<!DOCTYPE svg [<!ENTITY ns 'http://www.w3.org/2000/svg'>]>"
            + "<svg xmlns='&ns;'><script/><rect width='10'/></svg>");
    Files.write(folder.resolve("bad.svgz"), packed(Files.readString(folder.resolve("bad.svg"))));
    Files.write(folder.resolve("flag.svgz"), packed(FLAG));
    Files.createDirectories(folder.resolve("image/upload"));
    write("image/upload/flag", FLAG);
    write("image/upload/bad.svg", Files.readString(folder.resolve("bad.svg")));
    Files.write(folder.resolve("photo.png"), Pictures.png(60, 40));
    write("spins.svg", spinning());
    write("huge.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 30000 20000'/>");
    gateway =
        RunningGateway.start(
            """
            sandbox: { time: 1s }
            management: { host: 127.0.0.1, port: 0, token: "a-token-of-some-length" }
            origins:
              files: { type: folder, path: "%s" }
            endpoints:
              shop: { path: /shop, origins: [files] }
              old: { path: /old, origins: [files], rewriter: cloudinary }
              safe: { path: /safe, origins: [files], svg: { sanitise: true } }
              strict: { path: /strict, origins: [files], unsupported: strict }
            """
                .formatted(folder));
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/shop/flag.svg?tr=f-png | 30 | 20",
        "/shop/tr:f-png/box.svg | 30 | 20",
        "/shop/tr:w-300,f-png/flag.svg | 300 | 200",
        "/shop/tr:w-300,f-png/box.svg | 300 | 200",
        "/shop/tr:w-300,f-png/huge.svg | 300 | 200",
        "/shop/tr:h-10,f-png/flag.svg | 15 | 10",
        "/shop/tr:w-60,h-60,c-force,f-png/flag.svg | 60 | 60",
        "/shop/tr:w-60,h-60,f-png/flag.svg | 60 | 60",
        "/strict/tr:w-300,f-png/flag.svg | 300 | 200",
        "/shop/tr:w-300,f-png/flag.svgz | 300 | 200",
        "/shop/tr:w-30,dpr-3,f-png/flag.svg | 90 | 60",
        "/old/image/upload/f_png/flag.svg | 30 | 20",
        "/old/image/upload/w_300,f_png/flag.svg | 300 | 200",
        "/old/image/upload/w_300/flag.png | 300 | 200",
        "/old/image/upload/flag.png | 30 | 20",
        "/old/image/upload/c_fill,w_50,h_50/flag.png | 50 | 50",
      })
  void drawsInTheSizeThatIsAskedFor(String path, int width, int height) throws IOException {
    BufferedImage picture = png(gateway.get(path));

    assertThat(picture.getWidth()).isEqualTo(width);
    assertThat(picture.getHeight()).isEqualTo(height);
  }

  @Test
  void drawsSharplyInsteadOfEnlargingPixels() throws IOException {
    BufferedImage picture = png(gateway.get("/shop/tr:w-3000,f-png,lo-true/flag.svg"));

    assertThat(picture.getRGB(999, 1000)).isEqualTo(RED);
    assertThat(picture.getRGB(1000, 1000)).isEqualTo(BLUE);
  }

  @Test
  void keepsWhatIsClear() throws IOException {
    BufferedImage picture = png(gateway.get("/shop/tr:w-90,f-png/dot.svg"));

    assertThat(picture.getRGB(2, 2) >>> 24).isEqualTo(255);
    assertThat(picture.getRGB(80, 80) >>> 24).isZero();
  }

  @Test
  void drawsOntoOtherPictures() throws IOException {
    BufferedImage picture =
        png(
            gateway.get(
                "/shop/tr:l-image,i-flag.svg,w-30,lfo-top_left,l-end,f-png,lo-true/photo.png"));

    assertThat(picture.getWidth()).isEqualTo(60);
    assertThat(picture.getRGB(25, 5)).isEqualTo(BLUE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/shop/flag.svg",
        "/shop/tr:w-300/flag.svg",
        "/shop/tr:w-300,f-auto/flag.svg",
        "/shop/tr:orig-true/flag.svg",
        "/old/image/upload/flag.svg",
        "/old/image/upload/w_300/flag.svg",
        "/old/image/upload/w_300,f_auto/flag.svg",
      })
  void leavesVectorsVectorsUntilARasterFormatIsNamed(String path) {
    gateway.get("/shop/tr:w-20,f-png/flag.svg");

    HttpResponse<byte[]> answer = gateway.get(path, "Accept", "image/avif,image/webp,*/*");

    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(FLAG);
    assertThat(header(answer, "Content-Type")).isEqualTo("image/svg+xml");
    assertThat(header(answer, "Content-Security-Policy")).isEqualTo(POLICY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/shop/tr:f-png/broken.svg | damaged",
        "/shop/tr:f-png/laughs.svg | damaged",
        "/shop/tr:w-20000,f-png/flag.svg | limit resultPixels",
        "/shop/tr:f-png/spins.svg | 1000 ms",
      })
  void refusesWhatCannotBeDrawnAndNamesTheLimit(String path, String reason) {
    HttpResponse<byte[]> answer = gateway.get(path);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains(reason);
    assertThat(gateway.get("/shop/tr:w-31,f-png/flag.svg").statusCode()).isEqualTo(200);
  }

  @Test
  void describesADrawing() throws Exception {
    HttpResponse<String> answer =
        gateway.manage(
            "/v1/metadata?url=/shop/flag.svg", "Authorization", "Bearer a-token-of-some-length");

    assertThat(answer.body()).contains("\"width\":30").contains("\"height\":20");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/safe/bad.svg",
        "/safe/tr:orig-true/bad.svg",
        "/safe/tr:w-20/bad.svg",
        "/safe/bad.xml",
        "/safe/names.svg",
        "/safe/bad.svgz",
        "/shop/bad.svg?ik-sanitizeSvg=true",
        "/shop/bad.svg?tr=orig-true&ik-sanitizeSvg=true",
        "/old/image/upload/fl_sanitize/bad.svg",
        "/old/image/upload/w_20,fl_sanitize/bad.svg",
      })
  void sanitisesOnRequest(String path) {
    for (int i = 0; i < 2; i++) {
      HttpResponse<byte[]> answer = gateway.get(path);

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(header(answer, "Content-Type")).isEqualTo("image/svg+xml");
      assertThat(header(answer, "Content-Security-Policy")).isEqualTo(POLICY);
      assertThat(new String(answer.body(), StandardCharsets.UTF_8))
          .contains("<rect width=\"10\"")
          .doesNotContain("script", "onclick");
      assertThat(header(answer, "x-tintype-ignored").isEmpty())
          .isEqualTo(!path.contains("w-20") && !path.contains("w_20"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/safe/page.xml",
        "/safe/tr:orig-true/page.xml",
        "/shop/page.xml?ik-sanitizeSvg=true"
      })
  void refusesMarkupThatCannotBeSanitised(String path) {
    assertThat(gateway.get(path).statusCode()).isEqualTo(400);
    assertThat(gateway.get(path, "Range", "bytes=0-9").statusCode()).isEqualTo(400);
    assertThat(gateway.get("/shop/page.xml").statusCode()).isEqualTo(200);
  }

  @Test
  void givesNoPartOfADrawingUnsanitisedWhateverItsType() {
    HttpResponse<byte[]> part = gateway.get("/safe/tr:orig-true/bad.xml", "Range", "bytes=0-99");

    assertThat(part.statusCode()).isIn(200, 206);
    assertThat(new String(part.body(), StandardCharsets.UTF_8)).doesNotContain("script");
  }

  @Test
  void locksDownWhateverPartOfADrawingIsAskedFor() {
    for (String path : new String[] {"/shop/flag.svg", "/safe/flag.svg"}) {
      HttpResponse<byte[]> whole = gateway.get(path);
      String etag = header(whole, "ETag");
      HttpResponse<byte[]> head = gateway.send("HEAD", path).join();
      HttpResponse<byte[]> same = gateway.get(path, "If-None-Match", etag);
      HttpResponse<byte[]> part = gateway.get(path, "Range", "bytes=0-9");

      assertThat(same.statusCode()).isEqualTo(304);
      for (HttpResponse<byte[]> answer : List.of(whole, head, same, part)) {
        assertThat(header(answer, "Content-Security-Policy")).isEqualTo(POLICY);
      }
    }
  }

  private static String spinning() {
    StringBuilder uses = new StringBuilder("<g id='a0'><circle r='9'/></g>");
    for (int level = 1; level < 18; level++) {
      String before = "<use href='#a%d'/>".formatted(level - 1);
      uses.append("<g id='a%d'>%s</g>".formatted(level, before.repeat(3)));
    }
    return "<svg xmlns='http://www.w3.org/2000/svg' width='99' height='99'>"
        + "<filter id='f'><feTurbulence baseFrequency='0.01' numOctaves='9'/>"
        + "<feGaussianBlur stdDeviation='40'/></filter>"
        + "<defs>"
        + uses
        + "</defs>"
        + "<rect filter='url(#f)' width='3000' height='3000'/>".repeat(500)
        + "</svg>";
  }

  private static BufferedImage png(HttpResponse<byte[]> answer) throws IOException {
    assertThat(answer.statusCode())
        .as(() -> new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(200);
    assertThat(header(answer, "Content-Type")).isEqualTo("image/png");
    return ImageIO.read(new ByteArrayInputStream(answer.body()));
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packing = new GZIPOutputStream(bytes)) {
      packing.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
