package io.tintype.telemetry;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everything one recorder, or several together, have counted since they were made. */
public record MetricsSnapshot(Map<Recorder.Series, Count> counts) {
  public static final MetricsSnapshot EMPTY = new MetricsSnapshot(Map.of());

  /** Upper bounds in seconds of the buckets of every timer; the last bucket has none. */
  public static final List<Double> BOUNDS =
      List.of(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0);

  public MetricsSnapshot {
    counts = Map.copyOf(counts);
  }

  /** The sum of both. */
  public MetricsSnapshot plus(MetricsSnapshot other) {
    Map<Recorder.Series, Count> sum = new HashMap<>(counts);
    other.counts.forEach((series, count) -> sum.merge(series, count, Count::plus));
    return new MetricsSnapshot(sum);
  }

  /**
   * What has been counted for one series.
   *
   * @param sum of the amounts of a counter, or of the seconds of a timer
   * @param buckets how many observations fell into each bucket of a timer, not cumulative; empty
   *     for a counter
   */
  @SuppressWarnings("ArrayRecordComponent") // copied on the way in, never handed out for writing
  public record Count(double sum, long[] buckets) {
    public Count {
      buckets = buckets.clone();
    }

    @Override
    public long[] buckets() {
      return buckets.clone();
    }

    private Count plus(Count other) {
      long[] together = buckets.clone();
      Arrays.setAll(together, i -> together[i] + other.buckets[i]);
      return new Count(sum + other.sum, together);
    }
  }
}
