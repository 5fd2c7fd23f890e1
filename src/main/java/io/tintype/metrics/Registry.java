package io.tintype.metrics;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.tintype.telemetry.Gauge;
import io.tintype.telemetry.Gauges;
import io.tintype.telemetry.MetricsSnapshot;

/** Everything a scrape shows: our counts, our readings, and what Micrometer says of the JVM. */
final class Registry implements AutoCloseable {
  private final Exposition exposition;
  private final PrometheusMeterRegistry meters;
  private final JvmGcMetrics collections = new JvmGcMetrics();

  Registry(Gauges gauges) {
    gauges.add(Gauge.PROCESS_RSS, ProcessMemory::resident);
    exposition = new Exposition(gauges);
    PrometheusRegistry registry = new PrometheusRegistry();
    registry.register(exposition);
    meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, registry, Clock.SYSTEM);
    // Names that Prometheus' own linter refuses; process_cpu_usage and the JVM say the same.
    meters
        .config()
        .meterFilter(MeterFilter.denyNameStartsWith("process.cpu.time"))
        .meterFilter(MeterFilter.denyNameStartsWith("system.cpu.count"));
    new JvmMemoryMetrics().bindTo(meters);
    new JvmThreadMetrics().bindTo(meters);
    new ClassLoaderMetrics().bindTo(meters);
    new ProcessorMetrics().bindTo(meters);
    new UptimeMetrics().bindTo(meters);
    new FileDescriptorMetrics().bindTo(meters);
    collections.bindTo(meters);
  }

  /** Prometheus' text format, with these counts. */
  String scrape(MetricsSnapshot counts) {
    exposition.show(counts);
    return meters.scrape();
  }

  @Override
  public void close() {
    collections.close();
    meters.close();
  }
}
