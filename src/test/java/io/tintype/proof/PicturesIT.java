package io.tintype.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.dialect.imagekit.CoveredKeys.Mention;
import io.tintype.it.RunningGateway;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of {@code cases/pictures.txt}, through the whole gateway. */
class PicturesIT {
  @TempDir static Path folder;
  private static RunningGateway gateway;

  @BeforeAll
  static void start() throws IOException {
    Files.createDirectories(folder.resolve("folder"));
    for (Map.Entry<String, Sheet> drawing : Drawings.byName().entrySet()) {
      Files.write(folder.resolve(drawing.getKey() + ".png"), drawing.getValue().png());
    }
    Files.write(folder.resolve("folder/dot.png"), Drawings.byName().get("dot").png());
    writePages(folder.resolve("pages.gif"), "quarters", "edged");
    gateway =
        RunningGateway.start(
            """
            origins: { pictures: { type: folder, path: %s } }
            endpoints:
              e: { path: /e, origins: [pictures], lossless: true, formats: [] }
              legacy:
                { path: /legacy, origins: [pictures], lossless: true, formats: [], legacyOverlays: true }
            transformations:
              { mirrored: "fl-h", cornered: "r-5", below: "lfo-bottom", turned: "rt-90" }
            """
                .formatted(folder));
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  static List<Row> rows() throws IOException {
    return Row.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void looksLikeItsReference(Row row) {
    HttpResponse<byte[]> response = gateway.get(row.target(row.chain()));

    assertThat(response.statusCode()).as(row + ": " + text(response)).isEqualTo(200);
    assertThat(response.headers().firstValue("x-tintype-ignored")).as(row.toString()).isEmpty();
    assertThat(missed(row, response, Recipe.drawn(row.recipe()))).as(row.toString()).isEmpty();
  }

  /** Otherwise it would prove nothing of the parameter. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void looksDifferentWithoutWhatItProves(Row row) {
    assertThat(row.mentions()).extracting(Mention::key).containsAll(row.proved());
    Sheet reference = Recipe.drawn(row.recipe());
    for (Mention mention : row.mentions()) {
      HttpResponse<byte[]> response = gateway.get(row.target(row.without(mention)));

      assertThat(response.statusCode() != 200 || missed(row, response, reference).isPresent())
          .as(row + " without " + mention.raw())
          .isTrue();
    }
  }

  private static Optional<String> missed(Row row, HttpResponse<byte[]> response, Sheet reference) {
    return row.bar().missedBy(picture(response), reference);
  }

  private static Sheet picture(HttpResponse<byte[]> response) {
    assertThat(response.headers().firstValue("Content-Type")).contains("image/png");
    try {
      return Sheet.of(ImageIO.read(new ByteArrayInputStream(response.body())));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String text(HttpResponse<byte[]> response) {
    return response.statusCode() == 200 ? "" : new String(response.body(), StandardCharsets.UTF_8);
  }

  private static void writePages(Path file, String... names) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (ImageOutputStream output = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(output);
      writer.prepareWriteSequence(null);
      for (String name : names) {
        Sheet page = Outlines.canvas(Drawings.byName().get(name), 20, 20, 0, 0, Tint.of("FFFFFF"));
        writer.writeToSequence(new IIOImage(page.toImage(), null, null), null);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
  }
}
