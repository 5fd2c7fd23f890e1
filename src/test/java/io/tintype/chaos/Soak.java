package io.tintype.chaos;

import io.tintype.bench.report.Statistics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Trouble of every kind in random order for a long time, and after each bout a look at the memory:
 * it may grow as caches fill and pools reach their size, but not for ever.
 */
final class Soak {
  private static final long SEED = 6;
  private static final double MINUTE = Duration.ofMinutes(1).toNanos();
  private static final double MOST_MIB_A_MINUTE = 1;

  /** Minutes after which memory is level; of short runs, a third. */
  private static final double SETTLED = 10;

  private static final double PART = 1 / 3.0;
  private static final int FEWEST = 10;

  private final Duration time;
  private final List<Phase> phases;
  private final Random random = new Random(SEED);
  private final List<Double> minutes = new ArrayList<>();
  private final List<Double> mebibytes = new ArrayList<>();

  Soak(Duration time, List<Phase> phases) {
    this.time = time;
    this.phases = phases;
  }

  /** Makes trouble until the time is over. */
  void run(Scenario scenario, Arena arena) throws Exception {
    long start = System.nanoTime();
    while (System.nanoTime() - start < time.toNanos()) {
      scenario.run(phases.get(random.nextInt(phases.size())));
      scenario.run(Pixels.baseline());
      minutes.add((System.nanoTime() - start) / MINUTE);
      mebibytes.add((double) arena.gateway().residentMiB());
    }
    double settled = Math.min(SETTLED, PART * time.toNanos() / MINUTE);
    int first = (int) minutes.stream().filter(minute -> minute < settled).count();
    double[] x = figures(minutes.subList(first, minutes.size()));
    double[] y = figures(mebibytes.subList(first, mebibytes.size()));
    if (x.length < FEWEST) {
      System.out.println("chaos: too short for the slope of memory");
      return;
    }
    double slope = Statistics.slope(x, y);
    System.out.printf("chaos: memory grows by %.2f MiB a minute%n", slope);
    scenario.demand(
        slope <= MOST_MIB_A_MINUTE, "soak: at most 1 MiB more a minute: %.2f".formatted(slope));
  }

  private static double[] figures(List<Double> list) {
    return list.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
