package io.tintype.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.LogSetup;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code explain} says of what becomes of a URL. */
class ExplainProspectTest {
  private static final String CONFIG =
      """
      origins:
        originals: { type: folder, path: . }
      endpoints:
        shop:
          path: /shop
          rewriter: cloudinary
          cloud: acme
          origins: [originals]
          keepAssetAndDeliveryTypes: false
          limits: { steps: 3 }
        left:
          path: /left
          rewriter: cloudinary
          cloud: acme
          origins: [originals]
          keepAssetAndDeliveryTypes: false
          unsupported: fallthrough
          oldVendor: https://res.cloudinary.com/acme
        strict:
          path: /strict
          rewriter: cloudinary
          cloud: acme
          origins: [originals]
          keepAssetAndDeliveryTypes: false
          unsupported: strict
      """;

  @TempDir Path directory;
  private final Terminal terminal = new Terminal();
  private final StringWriter out = terminal.out();
  private final StringWriter err = terminal.err();
  private Path config = Path.of("");

  @BeforeEach
  void configure() throws IOException {
    config = Files.writeString(directory.resolve("my.yaml"), CONFIG);
  }

  @AfterEach
  void quiet() {
    LogSetup.ofProcess().quiet();
  }

  @ParameterizedTest
  @CsvSource({
    "/shop/acme/image/upload/w_9/a.jpg, native, 0",
    "/shop/acme/image/upload/a.jpg, passedThrough, 0",
    "/shop/acme/image/upload/e_gen_fill/a.jpg, reported, 1",
    "/shop/acme/video/upload/a.mp4, passedThrough, 0",
    "/shop/acme/video/upload/w_50/a.mp4, reported, 1",
    "/strict/acme/video/upload/w_50/a.mp4, refused, 1",
    "/left/acme/video/upload/w_50/a.mp4, fallthrough, 1",
    "/left/acme/image/upload/w_9/a.jpg, native, 0",
  })
  void saysWhatBecomesOfAUrl(String url, String word, int code) {
    assertThat(run("--json", url)).isEqualTo(code);
    assertThat(json().getString("becomes")).isEqualTo(word);
  }

  @Test
  void namesTheOldVendor() {
    assertThat(run("--json", "/left/acme/image/upload/e_gen_fill,w_9/v1/a%20b.jpg")).isOne();
    assertThat(json().getJsonObject("fallthrough"))
        .isEqualTo(
            new JsonObject()
                .put(
                    "url",
                    "https://res.cloudinary.com/acme/image/upload/e_gen_fill,w_9/v1/a%20b.jpg")
                .put("reasons", new JsonArray().add("e_gen_fill: it needs a generative model")));
  }

  @Test
  void namesTheOldVendorInWords() {
    run("/left/acme/video/upload/w_50/a.mp4");
    assertThat(out.toString().lines())
        .contains(
            "left to    https://res.cloudinary.com/acme/video/upload/w_50/a.mp4",
            "because of video: it needs a video decoder");
  }

  @Test
  void refusesMoreStepsThanAreAllowed() {
    assertThat(run("/shop/acme/image/upload/w_9/w_8/w_7/w_6/a.jpg")).isOne();
    assertThat(out)
        .hasToString("refused    The transformation has 4 steps, more than the 3 allowed.\n");
  }

  @Test
  void remarksThatNothingFindsFaces() {
    assertThat(run("--json", "/shop/acme/image/upload/c_fill,g_face,w_9,h_9/a.jpg")).isZero();
    assertThat(json().getJsonArray("ignored")).isEmpty();
    assertThat(json().getJsonArray("remarks"))
        .containsExactly(
            "there is no detector that would find face: the upper part is kept instead");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "http://[::1", "http://", "ftp://a/b", "https://a:b:c/"})
  void callsWhatIsNoUrlWrongUsage(String url) {
    assertThat(run(url)).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).startsWith("'" + url + "' is no URL: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://[::1]:80/shop/acme/image/upload/a.jpg", "HTTPS://u:p@h:8/shop/a"})
  void takesUrls(String url) {
    assertThat(run(url)).isLessThan(ExitCode.USAGE);
  }

  private JsonObject json() {
    return new JsonObject(out.toString());
  }

  private int run(String... options) {
    return terminal.run(List.of("explain", "--config", config.toString()), options);
  }
}
