package io.tintype.chaos;

import io.tintype.bench.report.Statistics;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** What clients were answered, and when. Safe for use by several threads. */
final class Tally {
  /** No answer at all: the connection broke, or 20 seconds were over. */
  static final int NONE = 0;

  static final int OK = 200;
  private static final double NANOS_PER_MILLI = 1e6;

  private final Map<Integer, LongAdder> statuses = new ConcurrentSkipListMap<>();
  private final Map<Integer, Queue<Double>> millis = new ConcurrentHashMap<>();
  private final Queue<String> examples = new ConcurrentLinkedQueue<>();

  void add(int status, long nanos, String what) {
    statuses.computeIfAbsent(status, _ -> new LongAdder()).increment();
    millis.computeIfAbsent(status, _ -> new ConcurrentLinkedQueue<>()).add(nanos / NANOS_PER_MILLI);
    if (status == 500 || status == NONE) {
      examples.add(status + " " + what);
    }
  }

  long of(int status) {
    LongAdder count = statuses.get(status);
    return count == null ? 0 : count.sum();
  }

  long requests() {
    return statuses.values().stream().mapToLong(LongAdder::sum).sum();
  }

  double share(int status) {
    return requests() == 0 ? Double.NaN : of(status) / (double) requests();
  }

  /** Milliseconds that this share of the answers with a status did not exceed. */
  double percentile(double share, int status) {
    return Statistics.percentile(share, sorted(status));
  }

  /** The longest time of any answer, in milliseconds. */
  double slowest() {
    return millis.keySet().stream()
        .mapToDouble(status -> Statistics.percentile(1, sorted(status)))
        .max()
        .orElse(0);
  }

  /** Some of those that ended as none should. */
  String worst() {
    return String.join("; ", examples.stream().limit(5).toList());
  }

  String summary() {
    Map<String, Long> shown = new TreeMap<>();
    statuses.forEach(
        (status, count) -> shown.put(status == NONE ? "none" : status.toString(), count.sum()));
    return shown.toString().replaceAll("[{}]", "").replace(", ", " ");
  }

  private double[] sorted(int status) {
    Queue<Double> all = millis.get(status);
    return all == null
        ? new double[0]
        : all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }
}
