package io.tintype.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.testing.Corpus;
import io.tintype.testing.HostileImages;
import io.tintype.testing.HostileImages.Case;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever lies where originals are, and whatever is asked of it: a picture, or an answer that says
 * what is wrong, or that too much memory is asked for at once. All files, by hundreds at once, are
 * left to the chaos scenario.
 */
class HostileIT {
  private static final long SEED = 11;

  /** Of the files, so that each format comes with each kind of damage. */
  private static final int EVERY = 26;

  private static final int EVERY_MADE = 3;
  private static final int LARGEST = 1 << 20;
  private static final int AT_ONCE = 4;
  private static final Duration LONGEST = Duration.ofSeconds(12);

  @TempDir private static Path folder;
  private static List<Case> cases = List.of();
  private static RunningGateway gateway;

  @BeforeAll
  static void start() throws IOException {
    List<Case> all = HostileImages.all(SEED);
    Path assets = Files.createDirectories(folder.resolve("image/upload"));
    cases = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Case one = all.get(i);
      boolean byHand = !one.name().contains("-broken-");
      if (one.bytes().length <= LARGEST && i % (byHand ? EVERY_MADE : EVERY) == 0) {
        cases.add(one);
        Files.write(folder.resolve(one.name()), one.bytes());
        Files.write(assets.resolve(one.name()), one.bytes());
      }
    }
    Files.write(folder.resolve("good.jpg"), Corpus.read("card.jpg"));
    gateway =
        RunningGateway.start(
            """
            log: { access: false }
            limits: { sourcePixels: 5MP, resultPixels: 5MP }
            origins:
              box: { type: folder, path: %s }
            endpoints:
              shop: { path: /shop, origins: [box], rewriter: cloudinary }
            """
                .formatted(folder));
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/shop/tr:w-100/%s",
        "/shop/tr:w-200,l-image,i-%s,w-90,l-end/good.jpg",
        "/shop/image/upload/e_trim,w_300/q_auto,f_webp/%s",
      })
  void answersWithAPictureOrSaysWhatIsWrong(String form) {
    List<CompletableFuture<Void>> workers = new ArrayList<>();
    for (int start = 0; start < AT_ONCE; start++) {
      workers.add(ask(form, start));
    }
    CompletableFuture.allOf(workers.toArray(CompletableFuture[]::new)).join();

    assertThat(gateway.get("/shop/tr:w-51/good.jpg").statusCode()).isEqualTo(200);
  }

  @Test
  void keepsNothingOfThem() throws Exception {
    String metrics = gateway.management("/metrics");

    assertThat(metrics).contains("tintype_render_queue 0.0");
    assertThat(metrics).doesNotContain("fault=\"internal\"");
  }

  private static CompletableFuture<Void> ask(String form, int index) {
    if (index >= cases.size()) {
      return CompletableFuture.completedFuture(null);
    }
    String name = cases.get(index).name();
    long began = System.nanoTime();
    return gateway
        .getAsync(form.formatted(name))
        .thenAccept(answer -> check(name, answer, System.nanoTime() - began))
        .thenCompose(_ -> ask(form, index + AT_ONCE));
  }

  private static void check(String name, HttpResponse<byte[]> answer, long nanos) {
    String body = new String(answer.body(), StandardCharsets.UTF_8);
    assertThat(answer.statusCode()).as("%s: %s", name, body).isIn(200, 400, 503);
    assertThat(Duration.ofNanos(nanos)).as(name).isLessThan(LONGEST);
    if (answer.statusCode() == 503) {
      assertThat(answer.headers().firstValue("retry-after")).as(name).isPresent();
    } else if (answer.statusCode() == 400) {
      assertThat(body).as(name).matches("[A-Z][^\\n]*\\.\\n").doesNotContain("vips", "/");
    }
  }
}
