package io.tintype.bench.bar;

import io.tintype.bench.load.Load;
import io.tintype.bench.server.ProcessTree;
import java.util.function.Supplier;

/**
 * Load on a server and what it cost.
 *
 * @param cpuMillis user and system time of the server's processes for one answer
 */
record Trial(Load load, double cpuMillis) {
  private static final double MILLIS = 1000;

  static Trial of(ProcessTree server, Supplier<Load> asking) {
    double before = server.cpuSeconds();
    Load load = asking.get();
    double used = server.cpuSeconds() - before;
    return new Trial(load, used * MILLIS / Math.max(1, load.answers()));
  }
}
