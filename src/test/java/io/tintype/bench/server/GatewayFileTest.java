package io.tintype.bench.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.config.ConfigFile;
import io.tintype.settings.ConfigReader;
import io.tintype.settings.ConfigResult;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayFileTest {
  private static final GatewayFile.Ports PORTS = new GatewayFile.Ports(8080, 9090);

  private final Vertx vertx = Vertx.vertx();

  @TempDir Path directory;

  @AfterEach
  void close() {
    vertx.close().await();
  }

  private ConfigResult read(Setup setup, Set<Feature> supported) throws IOException {
    Path file = directory.resolve("tintype.yaml");
    Files.writeString(file, GatewayFile.text(setup, supported, PORTS, 8081));
    return new ConfigReader(Map.of()).read(ConfigFile.open(vertx, file).read().await());
  }

  @Test
  void isFineWithoutTheKeysInDoubt() throws IOException {
    Set<Feature> none = EnumSet.noneOf(Feature.class);
    List<Setup> setups =
        List.of(
            Setup.STANDARD,
            Setup.STANDARD.withoutCaches(),
            Setup.STANDARD.withDisk(directory),
            Setup.STANDARD.withBystanders(20));

    for (Setup setup : setups) {
      assertThat(read(setup, none)).as(setup.toString()).isInstanceOf(ConfigResult.Fine.class);
    }
  }

  @Test
  void withThemAllProblemsAreAboutThem() throws IOException {
    Set<Feature> all = EnumSet.allOf(Feature.class);

    switch (read(Setup.STANDARD.withDisk(directory), all)) {
      case ConfigResult.Fine _ -> {}
      case ConfigResult.Wrong(var problems) ->
          assertThat(problems)
              .allMatch(problem -> all.stream().anyMatch(feature -> feature.isAt(problem.path())));
    }
  }
}
