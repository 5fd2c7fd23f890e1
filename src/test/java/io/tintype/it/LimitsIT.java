package io.tintype.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.testing.Corpus;
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

/** Whoever meets a limit is told which one, and how much it allows. */
class LimitsIT {
  @TempDir private static Path folder;
  private static RunningGateway gateway;

  @BeforeAll
  static void start() throws IOException {
    Files.write(folder.resolve("a.png"), Pictures.png(64, 48));
    Path typed = Files.createDirectories(folder.resolve("image/upload"));
    Files.write(typed.resolve("a.png"), Pictures.png(64, 48));
    Files.write(folder.resolve("moving.gif"), Corpus.read("frames.gif"));
    gateway =
        RunningGateway.start(
            """
            origins:
              files: { type: folder, path: "%s" }
            endpoints:
              sourceBytes: { origins: [files], limits: { sourceBytes: 100 } }
              sourcePixels: { origins: [files], limits: { sourcePixels: 3000 } }
              frames: { origins: [files], limits: { frames: 1 } }
              resultPixels: { origins: [files], limits: { resultPixels: 4000 } }
              steps: { origins: [files], limits: { steps: 2 } }
              layers: { origins: [files], limits: { layers: 1 } }
              nesting: { origins: [files], limits: { nesting: 1 } }
              widths: { origins: [files], limits: { widths: [16, 32] } }
              heights: { origins: [files], limits: { heights: [24] } }
              snapping:
                origins: [files]
                rewriter: cloudinary
                limits: { widths: [32, 16], snapSizes: true }
            """
                .formatted(folder));
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @ParameterizedTest
  @CsvSource({
    "sourceBytes, tr:w-9/a.png, 100 bytes",
    "sourcePixels, tr:w-9/a.png, 3000 pixels",
    "frames, tr:w-9/moving.gif, the 1 allowed",
    "resultPixels, 'tr:w-100,h-100/a.png', 4000 in all",
    "steps, tr:rt-90:bl-3:rt-90/a.png, the 2 allowed",
    "layers, 'tr:l-text,i-a,l-end,l-text,i-b,l-end/a.png', the 1 allowed",
    "nesting, 'tr:l-image,i-a.png,l-text,i-a,l-end,l-end/a.png', the 1 allowed",
    "widths, tr:w-17/a.png, '16, 32'",
    "heights, 'tr:w-16,h-17/a.png', 24",
  })
  void namesTheLimitAndItsValue(String limit, String path, String value) {
    HttpResponse<byte[]> answer = gateway.get("/" + limit + "/" + path);

    String sentence = new String(answer.body(), StandardCharsets.UTF_8);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(sentence).contains(value).endsWith(" (limit " + limit + ").\n");
    assertThat(answer.headers().firstValue("ik-error").orElse(""))
        .isEqualTo("ELIMIT - " + sentence.strip());
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
  }

  @Test
  void makesOnePictureOfAllWidthsThatBecomeTheSame() {
    HttpResponse<byte[]> first = gateway.get("/snapping/tr:w-17/a.png");
    HttpResponse<byte[]> second = gateway.get("/snapping/tr:w-30/a.png");
    HttpResponse<byte[]> allowed = gateway.get("/snapping/tr:w-32/a.png");
    HttpResponse<byte[]> other = gateway.get("/snapping/image/upload/w_17,c_scale/a.png");

    assertThat(header(first, "x-tintype-cache")).isEqualTo("miss");
    assertThat(header(first, "x-tintype-ignored")).isEqualTo("w-17");
    assertThat(header(second, "x-tintype-cache")).isEqualTo("memory");
    assertThat(header(second, "x-tintype-ignored")).isEqualTo("w-30");
    assertThat(header(allowed, "x-tintype-cache")).isEqualTo("memory");
    assertThat(header(allowed, "x-tintype-ignored")).isEmpty();
    assertThat(allowed.body()).isEqualTo(first.body());
    assertThat(header(other, "x-tintype-ignored")).isEqualTo("w_17");
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
