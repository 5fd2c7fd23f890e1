package io.tintype;

import io.tintype.routing.SharedState;
import io.tintype.sandbox.Sandbox;
import io.tintype.telemetry.Gauge;
import io.tintype.telemetry.Gauges;
import io.tintype.vips.Vips;

/** Gauges of parts that know nothing of gauges. */
final class PartGauges {
  private PartGauges() {}

  static void add(Gauges gauges, SharedState shared, Sandbox sandbox, Vips vips) {
    gauges
        .add(Gauge.SANDBOX_PROCESSES, sandbox::processes)
        .add(Gauge.SANDBOX_READY, sandbox::ready)
        .add(Gauge.SANDBOX_STARTED, sandbox::started)
        .add(Gauge.SANDBOX_LOST, sandbox::lost)
        .add(Gauge.CACHE_ENTRIES, shared::absentSources, "negative")
        .add(Gauge.CONNECTIONS, shared::openConnections)
        .add(Gauge.CONNECTIONS_REFUSED, shared::refusedConnections)
        .add(Gauge.FLIGHTS, shared::flightsUnderWay)
        .add(Gauge.VIPS_MEMORY, () -> vips.memory().bytes())
        .add(Gauge.VIPS_MEMORY_PEAK, () -> vips.memory().highWater())
        .add(Gauge.LOG_LOST, LogSetup::lost);
  }
}
