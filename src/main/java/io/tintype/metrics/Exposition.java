package io.tintype.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.tintype.telemetry.Gauge;
import io.tintype.telemetry.Gauges;
import io.tintype.telemetry.Metric;
import io.tintype.telemetry.MetricsSnapshot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Our counts and readings in the terms of Prometheus. */
final class Exposition implements MultiCollector {
  private static final double[] BOUNDS = bounds();

  private final Gauges gauges;
  private volatile MetricsSnapshot counts = MetricsSnapshot.EMPTY;

  Exposition(Gauges gauges) {
    this.gauges = gauges;
  }

  /** Sets what the next scrape shows. */
  void show(MetricsSnapshot snapshot) {
    counts = snapshot;
  }

  @Override
  public MetricSnapshots collect() {
    List<MetricSnapshot> all = new ArrayList<>();
    counters().forEach((metric, points) -> all.add(new CounterSnapshot(about(metric), points)));
    timers().forEach((metric, points) -> all.add(new HistogramSnapshot(about(metric), points)));
    readings()
        .forEach(
            (gauge, points) ->
                all.add(
                    new GaugeSnapshot(new MetricMetadata(gauge.title(), gauge.help()), points)));
    return new MetricSnapshots(all);
  }

  private Map<Metric, List<CounterDataPointSnapshot>> counters() {
    Map<Metric, List<CounterDataPointSnapshot>> points = new EnumMap<>(Metric.class);
    counts
        .counts()
        .forEach(
            (series, count) -> {
              if (series.metric().kind() == Metric.Kind.COUNTER) {
                points
                    .computeIfAbsent(series.metric(), _ -> new ArrayList<>())
                    .add(
                        new CounterDataPointSnapshot(
                            count.sum(),
                            labels(series.metric().labels(), series.labels()),
                            null,
                            0));
              }
            });
    return points;
  }

  private Map<Metric, List<HistogramDataPointSnapshot>> timers() {
    Map<Metric, List<HistogramDataPointSnapshot>> points = new EnumMap<>(Metric.class);
    counts
        .counts()
        .forEach(
            (series, count) -> {
              if (series.metric().kind() == Metric.Kind.TIMER) {
                points
                    .computeIfAbsent(series.metric(), _ -> new ArrayList<>())
                    .add(
                        HistogramDataPointSnapshot.builder()
                            .classicHistogramBuckets(
                                ClassicHistogramBuckets.of(BOUNDS, count.buckets()))
                            .sum(count.sum())
                            .labels(labels(series.metric().labels(), series.labels()))
                            .build());
              }
            });
    return points;
  }

  private Map<Gauge, List<GaugeDataPointSnapshot>> readings() {
    Map<Gauge, List<GaugeDataPointSnapshot>> points = new EnumMap<>(Gauge.class);
    gauges
        .readings()
        .forEach(
            (reading, value) ->
                points
                    .computeIfAbsent(reading.gauge(), _ -> new ArrayList<>())
                    .add(
                        new GaugeDataPointSnapshot(
                            value.getAsDouble(),
                            labels(reading.gauge().labels(), reading.labels()),
                            null)));
    return points;
  }

  private static MetricMetadata about(Metric metric) {
    return new MetricMetadata(metric.title(), metric.help());
  }

  private static Labels labels(List<String> names, List<String> values) {
    return Labels.of(names, values);
  }

  private static double[] bounds() {
    double[] bounds = new double[MetricsSnapshot.BOUNDS.size() + 1];
    for (int i = 0; i < MetricsSnapshot.BOUNDS.size(); i++) {
      bounds[i] = MetricsSnapshot.BOUNDS.get(i);
    }
    bounds[bounds.length - 1] = Double.POSITIVE_INFINITY;
    return bounds;
  }
}
