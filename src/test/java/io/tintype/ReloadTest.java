package io.tintype;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.config.ConfigFile;
import io.tintype.config.ConfigProblem;
import io.tintype.config.ConfigWatcher;
import io.tintype.settings.ConfigReader;
import io.tintype.settings.ConfigResult;
import io.tintype.settings.GatewayConfig;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real file that changes while it is watched. */
class ReloadTest {
  @TempDir Path directory;
  private final Vertx vertx = Vertx.vertx();
  private final BlockingQueue<Object> told = new LinkedBlockingQueue<>();
  private Path file;

  @BeforeEach
  void watch() throws Exception {
    file = directory.resolve("tintype.yaml");
    write("transformations: { a: w-1 }");
    ConfigReader reader = new ConfigReader(Map.of());
    var text = ConfigFile.open(vertx, file).read().toCompletionStage().toCompletableFuture().get();
    GatewayConfig running = ((ConfigResult.Fine) reader.read(text)).config();
    Reload reload =
        new Reload(
            reader,
            running,
            new Reload.Listener() {
              @Override
              public void changed(GatewayConfig config) {
                told.add(config);
              }

              @Override
              public void refused(List<ConfigProblem> problems) {
                told.add(problems);
              }
            });
    vertx
        .deployVerticle(
            new ConfigWatcher(file, Duration.ofMillis(20), reload),
            new DeploymentOptions().setThreadingModel(ThreadingModel.WORKER))
        .toCompletionStage()
        .toCompletableFuture()
        .get();
  }

  @AfterEach
  void stop() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get();
  }

  @Test
  void handsOverAGoodChange() throws Exception {
    write("transformations: { a: w-2 }");

    assertThat(nextConfig().transformations()).containsEntry("a", "w-2");
  }

  @Test
  void refusesABadFileWholeAndGoesOnFromTheOldOne() throws Exception {
    write("transformations: { a: w-2 }\nlog: { format: xml }");
    Object refused = next();
    write("transformations: { a: w-3 }");

    assertThat(refused)
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .hasSize(1);
    assertThat(nextConfig().transformations()).containsEntry("a", "w-3");
  }

  @Test
  void refusesAFileThatIsGone() throws Exception {
    Files.delete(file);

    assertThat(next()).isInstanceOf(List.class);
  }

  @Test
  void keepsWhatOnlyARestartCanChange() throws Exception {
    write("transformations: { a: w-2 }\ndelivery: { port: 1234 }");

    assertThat(nextConfig().delivery().port()).isEqualTo(8080);
  }

  @Test
  void followsTheSwapOfASymbolicLink() throws Exception {
    Path one = Files.createDirectory(directory.resolve("one"));
    Path two = Files.createDirectory(directory.resolve("two"));
    Files.writeString(one.resolve("c.yaml"), "transformations: { a: w-7 }");
    Files.writeString(two.resolve("c.yaml"), "transformations: { a: w-8 }");
    Path data = Files.createSymbolicLink(directory.resolve("data"), one);
    Path link = Files.createSymbolicLink(directory.resolve("link"), data.resolve("c.yaml"));
    Files.move(link, file, StandardCopyOption.ATOMIC_MOVE);
    assertThat(nextConfig().transformations()).containsEntry("a", "w-7");

    Path next = Files.createSymbolicLink(directory.resolve("next"), two);
    Files.move(next, data, StandardCopyOption.ATOMIC_MOVE);

    assertThat(nextConfig().transformations()).containsEntry("a", "w-8");
  }

  private void write(String yaml) throws IOException {
    Path fresh = directory.resolve("fresh");
    Files.writeString(fresh, yaml);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private GatewayConfig nextConfig() throws InterruptedException {
    return (GatewayConfig) next();
  }

  private Object next() throws InterruptedException {
    Object next = told.poll(5, TimeUnit.SECONDS);
    assertThat(next).isNotNull();
    return next;
  }
}
