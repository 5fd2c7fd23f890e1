package io.tintype.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.telemetry.Metric;
import io.tintype.telemetry.MetricsSnapshot;
import io.tintype.telemetry.Recorder;
import org.junit.jupiter.api.Test;

class MeasurementsTest {
  @Test
  void addsSnapshotsUpSeriesBySeries() {
    Recorder first = new Recorder();
    first.add(Metric.OUTPUT_BYTES, 5, "png");
    first.time(Metric.STAGE_DURATION, 1_000_000, "parse");
    Recorder second = new Recorder();
    second.add(Metric.OUTPUT_BYTES, 7, "png");
    second.add(Metric.OUTPUT_BYTES, 1, "gif");
    second.time(Metric.STAGE_DURATION, 20_000_000_000L, "parse");

    MetricsSnapshot sum = first.snapshot().plus(second.snapshot());

    assertThat(sum.counts()).hasSize(3);
    assertThat(sum.counts().values().stream().mapToDouble(MetricsSnapshot.Count::sum).sum())
        .isEqualTo(13 + 20.001);
    long[] buckets =
        sum.counts().values().stream()
            .map(MetricsSnapshot.Count::buckets)
            .filter(all -> all.length > 0)
            .findFirst()
            .orElseThrow();
    assertThat(buckets[0]).isEqualTo(1);
    assertThat(buckets[buckets.length - 1]).isEqualTo(1);
  }
}
