package io.tintype.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That a gateway keeps its promises through everything that is known to happen to gateways. */
class GatewayChaos {
  private static final Path HOME = Path.of(System.getProperty("tintype.home", "")).toAbsolutePath();
  private static final Path DIRECTORY = HOME.resolve("target/chaos");

  @Test
  void keepsItsPromises() throws Exception {
    List<Phase> phases =
        Stream.of(
                Pixels.phases(),
                BrokenOrigins.phases(),
                RudeClients.phases(),
                List.of(Overload.phase()),
                Operations.phases())
            .flatMap(List::stream)
            .filter(phase -> phase.name().matches(System.getProperty("chaos.phases", ".*")))
            .toList();
    try (Arena arena = new Arena(HOME, DIRECTORY.resolve("scenario"))) {
      Scenario scenario = new Scenario(arena);
      try {
        scenario.run(Pixels.baseline());
        scenario.takeAsCalm();
        for (Phase phase : phases) {
          scenario.run(phase);
        }
        scenario.run(Operations.killed());
        scenario.runLast(Operations.terminated());
      } finally {
        scenario.report(DIRECTORY.resolve("report.txt"));
      }
      assertThat(scenario.broken()).isEmpty();
    }
  }
}
