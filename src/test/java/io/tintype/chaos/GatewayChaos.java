package io.tintype.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** That a gateway keeps its promises through everything that is known to happen to gateways. */
class GatewayChaos {
  private static final Path HOME = Path.of(System.getProperty("tintype.home", "")).toAbsolutePath();
  private static final Path DIRECTORY = HOME.resolve("target/chaos");

  @Test
  void keepsItsPromises() throws Exception {
    try (Arena arena = new Arena(HOME, DIRECTORY.resolve("scenario"))) {
      Scenario scenario = new Scenario(arena);
      try {
        scenario.run(Pixels.baseline());
        scenario.takeAsCalm();
        for (Phase phase : phases()) {
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

  @Test
  @EnabledIfSystemProperty(named = "chaos.minutes", matches = "[0-9]+")
  void doesNotGrow() throws Exception {
    Duration time = Duration.ofMinutes(Long.getLong("chaos.minutes"));
    try (Arena arena = new Arena(HOME, DIRECTORY.resolve("soak"))) {
      Scenario scenario = new Scenario(arena);
      Soak soak = new Soak(time, phases());
      try {
        scenario.run(Pixels.baseline());
        scenario.takeAsCalm();
        soak.run(scenario, arena);
        scenario.runLast(Operations.terminated());
      } finally {
        scenario.report(DIRECTORY.resolve("soak.txt"));
      }
      assertThat(scenario.broken()).isEmpty();
    }
  }

  /** Those that leave the process as it is, unless only some are asked for. */
  private static List<Phase> phases() {
    String wanted = System.getProperty("chaos.phases", ".*");
    return Stream.of(
            Pixels.phases(),
            BrokenOrigins.phases(),
            RudeClients.phases(),
            List.of(Overload.phase()),
            Operations.phases())
        .flatMap(List::stream)
        .filter(phase -> phase.name().matches(wanted))
        .toList();
  }
}
