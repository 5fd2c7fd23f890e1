package io.tintype.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.dialect.imagekit.CoveredKeys.Mention;
import io.tintype.it.RunningGateway;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
    Drawings.writeTo(folder);
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

    assertThat(response.statusCode()).as(row + ": " + Answer.text(response)).isEqualTo(200);
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
    return row.bar().missedBy(Answer.picture(response), reference);
  }
}
