package io.tintype.telemetry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts and times on one event loop, without atomics. The metrics stage asks for a snapshot when
 * somebody scrapes; counts only ever grow, so that a lost answer loses nothing.
 */
public final class Recorder {
  private final Map<Series, Tally> tallies = new HashMap<>();

  /** By ordinal of the metric. */
  private final List<Branch> branches =
      Stream.generate(Branch::new).limit(Metric.values().length).toList();

  /** Adds one. */
  public void count(Metric metric, String... labels) {
    add(metric, 1, labels);
  }

  /** Adds an amount to a counter. */
  public void add(Metric metric, double amount, String... labels) {
    tally(metric, labels).add(amount);
  }

  /** Adds a duration to a timer. */
  public void time(Metric metric, long nanos, String... labels) {
    tally(metric, labels).observe(nanos / 1e9);
  }

  /** Everything counted so far; to be called on the recorder's own event loop. */
  public MetricsSnapshot snapshot() {
    Map<Series, MetricsSnapshot.Count> counts = HashMap.newHashMap(tallies.size());
    tallies.forEach((series, tally) -> counts.put(series, tally.count()));
    return new MetricsSnapshot(counts);
  }

  private Tally tally(Metric metric, String... labels) {
    if (labels.length != metric.labels().size()) {
      throw new IllegalArgumentException(metric + " has the labels " + metric.labels());
    }
    Branch branch = branches.get(metric.ordinal());
    for (String label : labels) {
      branch = branch.next(label);
    }
    if (branch.tally == null) {
      branch.tally = new Tally(metric.kind());
      tallies.put(new Series(metric, List.of(labels)), branch.tally);
    }
    return branch.tally;
  }

  /** All series of one metric whose first labels are the same: found without making anything. */
  private static final class Branch {
    private final Map<String, Branch> byLabel = new HashMap<>();
    private @Nullable Tally tally;

    Branch next(String label) {
      Branch next = byLabel.get(label);
      if (next == null) {
        next = new Branch();
        byLabel.put(label, next);
      }
      return next;
    }
  }

  /** One metric with the values of its labels. */
  public record Series(Metric metric, List<String> labels) {
    public Series {
      labels = List.copyOf(labels);
    }
  }
}
