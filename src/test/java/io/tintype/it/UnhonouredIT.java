package io.tintype.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing is left out in silence, through the whole gateway. */
class UnhonouredIT {
  private static final String IGNORED = "x-tintype-ignored";

  @TempDir static Path folder;
  private static RunningGateway gateway;

  @BeforeAll
  static void start() throws IOException {
    Files.write(folder.resolve("a.png"), Pictures.png(64, 48));
    gateway =
        RunningGateway.start(
            """
            origins: { pictures: { type: folder, path: %s } }
            endpoints:
              lenient: { path: /lenient, origins: [pictures] }
              strict: { path: /strict, origins: [pictures], unsupported: strict }
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
        "w-iw_div_0                          | w-iw_div_0",
        "foo-1,w-iw_sub_5000,bl-0            | foo-1,w-iw_sub_5000,bl-0",
        "h-9999_pow_9999:foo-1:w-1_sub_1.0   | h-9999_pow_9999,foo-1,w-1_sub_1.0",
        "fo-face,w-20,h-20:w-iw_mod_0        | fo-face,w-iw_mod_0",
        "l-image,i-a.png,lx-bw_div_0,l-end   | lx-bw_div_0",
        "l-image,i-,w-iw_div_0,l-end,foo-%C3%A4 | l-image%2Ci-%2Cw-iw_div_0%2Cl-end,foo-%C3%A4",
        "w-iw_div_2                          | ''"
      })
  void namesWhatIsLeftOut(String chain, String ignored) {
    HttpResponse<byte[]> response = gateway.get("/lenient/tr:" + chain + "/a.png");

    assertThat(response.statusCode()).as(text(response)).isEqualTo(200);
    assertThat(response.headers().firstValue(IGNORED).orElse("")).isEqualTo(ignored);
  }

  /** Both URLs mean the same and share one variant; each is told in its own words and order. */
  @Test
  void speaksOfEachUrlInItsOwnWords() {
    HttpResponse<byte[]> first = gateway.get("/lenient/tr:h-ih_div_0,w-iw_div_0/a.png");
    HttpResponse<byte[]> second = gateway.get("/lenient/tr:w-iw_div_0.0,h-ih_div_.0/a.png");

    assertThat(first.headers().firstValue(IGNORED)).hasValue("h-ih_div_0,w-iw_div_0");
    assertThat(second.headers().firstValue(IGNORED)).hasValue("w-iw_div_0.0,h-ih_div_.0");
    assertThat(second.headers().firstValue("x-tintype-cache")).hasValue("memory");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "w-iw_sub_5000 | w is 'iw_sub_5000', expected arithmetic that gives 1 to 65535 (here it"
            + " gives -4936).",
        "h-ih_div_0 | h is 'ih_div_0', expected arithmetic that gives 1 to 65535 (here it gives no"
            + " number).",
        "fo-face,w-20,h-20 | fo-face needs a face detector, and none is configured."
      })
  void refusesInOneSentenceWhereItIsStrict(String chain, String sentence) {
    HttpResponse<byte[]> response = gateway.get("/strict/tr:" + chain + "/a.png");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(text(response)).isEqualTo("Bad transformation request: " + sentence + "\n");
  }

  @Test
  void countsWhatAPlanDoesNotMeet() throws Exception {
    gateway.get("/lenient/tr:h-ih_sub_48/a.png");

    assertThat(gateway.management("/metrics"))
        .contains("endpoint=\"lenient\"")
        .containsPattern("ignored[a-z_]*\\{endpoint=\"lenient\",parameter=\"h\"\\} [1-9]");
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }
}
