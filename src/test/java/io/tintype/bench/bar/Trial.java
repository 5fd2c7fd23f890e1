package io.tintype.bench.bar;

import io.tintype.bench.load.Load;
import io.tintype.bench.server.ProcessTree;
import java.util.List;
import java.util.function.Supplier;

/**
 * Load on a server and what it cost.
 *
 * @param cpuSeconds user and system time of the server's processes
 */
record Trial(Load load, double cpuSeconds) {
  private static final double MILLIS = 1000;

  static Trial of(ProcessTree server, Supplier<Load> asking) {
    double before = server.cpuSeconds();
    Load load = asking.get();
    return new Trial(load, server.cpuSeconds() - before);
  }

  /** For one accepted answer, so that failing is not cheap; NaN if there was none. */
  double cpuMillis() {
    int accepted = load.accepted().length;
    return accepted == 0 ? Double.NaN : cpuSeconds * MILLIS / accepted;
  }

  /** How many answers were refusals, errors, or broken connections. */
  static long unaccepted(List<Trial> trials) {
    return trials.stream()
        .mapToLong(trial -> trial.load().answers() - trial.load().accepted().length)
        .sum();
  }
}
