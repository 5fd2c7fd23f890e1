package io.tintype.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.dialect.cloudinary.CoveredWords.Mention;
import io.tintype.it.RunningGateway;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of {@code cases/pictures-of-cloudinary.txt}, through the whole gateway. */
class CloudinaryPicturesIT {
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
              c:
                path: /c
                origins: [pictures]
                lossless: true
                rewriter: cloudinary
                keepAssetAndDeliveryTypes: false
            transformations: { mirrored: "cloudinary:a_hflip", cut: "cloudinary:c_crop,w_20,h_10" }
            """
                .formatted(folder));
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  static List<CloudinaryRow> rows() throws IOException {
    return CloudinaryRow.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void looksLikeItsReference(CloudinaryRow row) {
    HttpResponse<byte[]> response = gateway.get(row.target(row.chain()));

    assertThat(response.statusCode()).as(row + ": " + Answer.text(response)).isEqualTo(200);
    assertThat(response.headers().firstValue("x-tintype-ignored")).as(row.toString()).isEmpty();
    assertThat(row.bar().missedBy(Answer.picture(response), Recipe.drawn(row.recipe())))
        .as(row.toString())
        .isEmpty();
  }

  /** Otherwise it would prove nothing of the word. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void looksDifferentWithoutWhatItProves(CloudinaryRow row) {
    assertThat(row.mentions()).extracting(Mention::word).containsAll(row.proved());
    Sheet reference = Recipe.drawn(row.recipe());
    for (Mention mention : row.mentions()) {
      HttpResponse<byte[]> response = gateway.get(row.target(mention.without()));

      assertThat(
              response.statusCode() != 200
                  || row.bar().missedBy(Answer.picture(response), reference).isPresent())
          .as(row + " without " + mention.word())
          .isTrue();
    }
  }
}
