package io.tintype.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.testing.CaseTable;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every chain whose picture is proved, on pictures of a pixel, a row, a column: windows are larger
 * than these, averages are of one, edges have no inside. Nothing of it is a bug to the client.
 */
class TinyPicturesIT {
  private static final int AT_ONCE = 4;

  /** Pictures that each chain meets, in turn. */
  private static final int MEETINGS = 3;

  private static final int[][] SIZES = {{1, 1}, {2, 2}, {1, 60}, {60, 1}, {3, 2}, {1, 2000}};
  private static final int[] KINDS = {
    BufferedImage.TYPE_INT_ARGB,
    BufferedImage.TYPE_INT_RGB,
    BufferedImage.TYPE_BYTE_GRAY,
    BufferedImage.TYPE_USHORT_GRAY
  };

  @TempDir private static Path folder;
  private static final List<String> names = new ArrayList<>();
  private static RunningGateway gateway;

  @BeforeAll
  static void start() throws IOException {
    Path assets = Files.createDirectories(folder.resolve("image/upload"));
    Random random = new Random(1);
    for (int[] size : SIZES) {
      for (int kind : KINDS) {
        String name = "%dx%d-%d.png".formatted(size[0], size[1], kind);
        BufferedImage image = new BufferedImage(size[0], size[1], kind);
        for (int i = 0; i < size[0] * size[1]; i++) {
          image.setRGB(i % size[0], i / size[0], random.nextInt());
        }
        ImageIO.write(image, "png", folder.resolve(name).toFile());
        ImageIO.write(image, "png", assets.resolve(name).toFile());
        names.add(name);
      }
    }
    gateway =
        RunningGateway.start(
            """
            log: { access: false }
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

  @Test
  void comeOutOfEveryChainOrAreRefused() throws IOException {
    List<String> paths = new ArrayList<>();
    Stream.concat(
            chains("pictures.txt", "/shop/tr:%s/"),
            chains("pictures-of-cloudinary.txt", "/shop/image/upload/%s/"))
        .forEach(
            start -> {
              for (int i = 0; i < MEETINGS; i++) {
                paths.add(start + names.get(paths.size() % names.size()));
              }
            });

    List<CompletableFuture<Void>> workers = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      workers.add(ask(paths, i));
    }
    CompletableFuture.allOf(workers.toArray(CompletableFuture[]::new)).join();

    assertThat(paths).hasSizeGreaterThan(1000);
  }

  private static Stream<String> chains(String table, String form) throws IOException {
    return CaseTable.lines(table).stream()
        .map(line -> line.split("\\|", -1)[2].strip())
        .filter(chain -> chain.matches("[\\w,:;.=!$-]+"))
        .distinct()
        .map(form::formatted);
  }

  private static CompletableFuture<Void> ask(List<String> paths, int index) {
    if (index >= paths.size()) {
      return CompletableFuture.completedFuture(null);
    }
    String path = paths.get(index);
    return gateway
        .getAsync(path)
        .thenAccept(
            answer ->
                assertThat(answer.statusCode())
                    .as("%s: %s", path, new String(answer.body(), StandardCharsets.UTF_8))
                    .isIn(200, 400, 404, 503))
        .thenCompose(_ -> ask(paths, index + AT_ONCE));
  }
}
