package io.tintype.telemetry;

/** What has been counted for one series. Confined to one event loop. */
final class Tally {
  /** Upper bounds in seconds of the buckets of every timer. */
  private static final double[] BOUNDS = {
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10
  };

  private final long[] buckets;
  private double sum;

  Tally(Metric.Kind kind) {
    this.buckets = kind == Metric.Kind.TIMER ? new long[BOUNDS.length + 1] : new long[0];
  }

  void add(double amount) {
    sum += amount;
  }

  void observe(double seconds) {
    int bucket = 0;
    while (bucket < BOUNDS.length && seconds > BOUNDS[bucket]) {
      bucket++;
    }
    buckets[bucket]++;
    sum += seconds;
  }

  /** Sum of amounts, or of observed seconds. */
  double sum() {
    return sum;
  }

  /** Observations by bucket; empty for a counter. */
  long[] buckets() {
    return buckets.clone();
  }
}
