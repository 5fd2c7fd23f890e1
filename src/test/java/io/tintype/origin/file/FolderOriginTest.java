package io.tintype.origin.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.model.PercentEncoding;
import io.tintype.origin.FetchOutcome;
import io.tintype.origin.FetchOutcome.Absent;
import io.tintype.origin.FetchOutcome.Broken;
import io.tintype.origin.FetchOutcome.Found;
import io.tintype.origin.OriginConfig;
import io.tintype.origin.OriginId;
import io.tintype.origin.testing.OriginProbe;
import io.tintype.origin.testing.Queries;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderOriginTest {
  private final Vertx vertx = Vertx.vertx();
  private final OriginProbe probe = new OriginProbe(vertx);
  @TempDir Path directory;
  private Path root;

  @BeforeEach
  void makeFolder() throws Exception {
    root = Files.createDirectory(directory.resolve("root"));
  }

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void followsLinksInsideAndNotOutside() throws Exception {
    Files.writeString(directory.resolve("secret.txt"), "secret");
    Files.writeString(root.resolve("real.txt"), "real");
    Files.createSymbolicLink(root.resolve("inside.txt"), root.resolve("real.txt"));
    Files.createSymbolicLink(root.resolve("outside.txt"), directory.resolve("secret.txt"));
    Files.createSymbolicLink(root.resolve("up"), directory);
    Files.createSymbolicLink(root.resolve("loop"), root.resolve("loop"));

    assertThat(ask("inside.txt")).isInstanceOf(Found.class);
    assertThat(ask("outside.txt")).isInstanceOf(Absent.class);
    assertThat(ask("up/secret.txt")).isInstanceOf(Absent.class);
    assertThat(ask("loop")).isInstanceOf(Absent.class);
  }

  @Test
  void givesRegularFilesOnly() throws Exception {
    Files.createDirectory(root.resolve("folder"));

    assertThat(ask("folder")).isInstanceOf(Absent.class);
    assertThat(ask("folder/")).isInstanceOf(Absent.class);
    assertThat(ask("")).isInstanceOf(Absent.class);
    assertThat(ask("nul\0l")).isInstanceOf(Absent.class);
    assertThat(ask("x".repeat(5_000))).isInstanceOf(Absent.class);
  }

  @Test
  void saysBrokenOfAMissingFolder() throws Exception {
    Files.delete(root);

    assertThat(ask("a.jpg")).isInstanceOf(Broken.class);
  }

  @Test
  void tellsTheContentTypeByTheName() throws Exception {
    Files.writeString(root.resolve("a.JPG"), "");
    Files.writeString(root.resolve("a.pdf"), "");
    Files.writeString(root.resolve("a"), "");

    assertThat(((Found) ask("a.JPG")).info().contentType()).isEqualTo("image/jpeg");
    assertThat(((Found) ask("a.pdf")).info().contentType()).isEqualTo("application/pdf");
    assertThat(((Found) ask("a")).info().contentType()).isEmpty();
  }

  private FetchOutcome ask(String path) {
    String raw = PercentEncoding.encodeSegment(path);
    FolderOrigin origin =
        new FolderOrigin(
            new OriginConfig.Folder(new OriginId("files"), Optional.empty(), root), vertx);
    return probe.ask(origin, Queries.raw(raw)).outcome();
  }
}
