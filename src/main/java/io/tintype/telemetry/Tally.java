package io.tintype.telemetry;

/** What has been counted for one series. Confined to one event loop. */
final class Tally {
  private static final double[] BOUNDS =
      MetricsSnapshot.BOUNDS.stream().mapToDouble(Double::doubleValue).toArray();

  private final long[] buckets;
  private double sum;

  Tally(Metric.Kind kind) {
    this.buckets = new long[kind == Metric.Kind.TIMER ? MetricsSnapshot.BOUNDS.size() + 1 : 0];
  }

  void add(double amount) {
    sum += amount;
  }

  void observe(double seconds) {
    int bucket = 0;
    while (bucket < buckets.length - 1 && seconds > BOUNDS[bucket]) {
      bucket++;
    }
    buckets[bucket]++;
    sum += seconds;
  }

  MetricsSnapshot.Count count() {
    return new MetricsSnapshot.Count(sum, buckets);
  }
}
