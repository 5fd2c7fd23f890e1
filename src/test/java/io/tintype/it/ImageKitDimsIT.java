package io.tintype.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every documented output size of ImageKit's whose parameters we honour, through the whole gateway.
 */
class ImageKitDimsIT {
  /** Where the documentation leaves the source open, any size will do. */
  private static final int ANY_SIDE = 700;

  @TempDir static Path folder;
  private static RunningGateway gateway;

  @BeforeAll
  static void start() throws IOException {
    gateway =
        RunningGateway.start(
            """
            origins: { pictures: { type: folder, path: %s } }
            endpoints: { e: { path: /e, origins: [pictures] } }
            """
                .formatted(folder));
    for (Row row : rows()) {
      Pictures.writePng(folder.resolve(row.file()), row.sourceWidth(), row.sourceHeight());
    }
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void hasTheDocumentedSize(Row row) throws IOException {
    HttpResponse<byte[]> inPath = gateway.get("/e/tr:" + row.transformation() + "/" + row.file());
    HttpResponse<byte[]> inQuery = gateway.get("/e/" + row.file() + "?tr=" + row.transformation());

    assertSize(inPath, row);
    assertSize(inQuery, row);
  }

  private static void assertSize(HttpResponse<byte[]> response, Row row) throws IOException {
    assertThat(response.statusCode()).as(row.toString()).isEqualTo(200);
    if (row.whollyHonoured()) {
      assertThat(response.headers().firstValue("x-tintype-ignored")).as(row.toString()).isEmpty();
    }
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(response.body()));
    assertThat(List.of(image.getWidth(), image.getHeight()))
        .as(row.toString())
        .isEqualTo(List.of(row.width(), row.height()));
  }

  static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    try (var table = ImageKitDimsIT.class.getResourceAsStream("/cases/imagekit-dims.csv")) {
      String text = new String(table.readAllBytes(), StandardCharsets.UTF_8);
      text.lines().skip(1).filter(line -> !line.isBlank()).map(Row::of).forEach(rows::add);
    }
    assertThat(rows).hasSizeGreaterThan(20);
    return rows;
  }

  record Row(int sourceWidth, int sourceHeight, String transformation, int width, int height) {
    /** Reads {@code source_w,source_h,"transformation",expected_w,expected_h,…}. */
    static Row of(String line) {
      List<String> cells = cells(line);
      return new Row(
          side(cells.get(0)),
          side(cells.get(1)),
          cells.get(2),
          Integer.parseInt(cells.get(3)),
          Integer.parseInt(cells.get(4)));
    }

    /** Values that are only reported yet do not change the size of these rows. */
    boolean whollyHonoured() {
      return !transformation.matches(".*(bg-blurred|fo-custom|fo-auto|fo-face|fo-car|w-70000).*");
    }

    String file() {
      return sourceWidth + "x" + sourceHeight + ".png";
    }

    private static int side(String cell) {
      return cell.isEmpty() ? ANY_SIDE : Integer.parseInt(cell);
    }

    private static List<String> cells(String line) {
      List<String> cells = new ArrayList<>();
      StringBuilder cell = new StringBuilder();
      boolean quoted = false;
      for (int i = 0; i < line.length(); i++) {
        char c = line.charAt(i);
        if (c == '"') {
          quoted = !quoted;
        } else if (c == ',' && !quoted) {
          cells.add(cell.toString());
          cell.setLength(0);
        } else {
          cell.append(c);
        }
      }
      cells.add(cell.toString());
      return cells;
    }
  }
}
