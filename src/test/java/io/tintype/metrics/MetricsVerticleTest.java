package io.tintype.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.bus.Lifecycle;
import io.tintype.telemetry.Gauge;
import io.tintype.telemetry.Metric;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetricsVerticleTest {
  private final ManagementPort port = new ManagementPort();

  @AfterEach
  void close() {
    port.close();
  }

  @Test
  void addsUpWhatAllRecordersHaveCounted() {
    port.deployCounter();
    port.deployCounter();

    String metrics = port.get("/metrics").body();

    assertThat(metrics)
        .contains("tintype_requests_total{endpoint=\"x\",outcome=\"x\",status=\"x\"} 2.0")
        .contains("tintype_stage_duration_seconds_bucket{stage=\"x\",le=\"0.001\"} 0")
        .contains("tintype_stage_duration_seconds_bucket{stage=\"x\",le=\"0.0025\"} 2")
        .contains("tintype_stage_duration_seconds_bucket{stage=\"x\",le=\"+Inf\"} 2")
        .contains("tintype_stage_duration_seconds_count{stage=\"x\"} 2")
        .contains("tintype_stage_duration_seconds_sum{stage=\"x\"} 0.004");
  }

  @Test
  void neverCountsBackwardsWhenAVerticleIsGone() {
    String counter = port.deployCounter();
    port.get("/metrics");

    ManagementPort.await(port.vertx.undeploy(counter));

    assertThat(port.get("/metrics").body()).contains("tintype_flights_joined_total 1.0");
  }

  @Test
  void showsEverythingThereIs() {
    port.deployCounter();

    String metrics = port.get("/metrics").body();

    for (Metric metric : Metric.values()) {
      assertThat(metrics).contains("# HELP " + metric.title());
    }
    for (Gauge gauge : Gauge.values()) {
      assertThat(metrics).contains("# TYPE " + gauge.title() + " gauge");
    }
    assertThat(metrics).contains("jvm_memory_used_bytes").contains("process_cpu_usage");
  }

  @Test
  void measuresTheMemoryOfTheProcess() {
    String line =
        port.get("/metrics")
            .body()
            .lines()
            .filter(text -> text.startsWith("tintype_process_resident_bytes"))
            .findFirst()
            .orElseThrow();

    assertThat(Double.parseDouble(line.split(" ", -1)[1])).isGreaterThan(1 << 20);
  }

  @Test
  void saysWhyItIsNotReady() {
    AtomicBoolean works = new AtomicBoolean();
    port.health.require("libvips does not work", works::get);

    assertThat(port.get("/health/ready").statusCode()).isEqualTo(503);
    assertThat(port.get("/health/ready").body()).contains("libvips does not work");
    assertThat(port.get("/health/live").statusCode()).isEqualTo(200);
    works.set(true);
    assertThat(port.get("/health/ready").body()).isEqualTo("{\"status\":\"up\",\"reasons\":[]}\n");
  }

  @Test
  void isNotReadyOnceItDrains() {
    Lifecycle.drain(port.vertx);

    long end = System.nanoTime() + 5_000_000_000L;
    while (port.get("/health/ready").statusCode() == 200 && System.nanoTime() < end) {
      Thread.onSpinWait();
    }

    assertThat(port.get("/health/ready").body()).contains("draining");
    assertThat(port.get("/").body()).contains("/metrics");
    assertThat(port.get("/else").statusCode()).isEqualTo(404);
  }
}
