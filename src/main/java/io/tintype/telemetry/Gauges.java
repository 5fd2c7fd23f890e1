package io.tintype.telemetry;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;

/** Where those who own something that can be looked at say how. Safe for use by several threads. */
public final class Gauges {
  private final Map<Reading, DoubleSupplier> readings = new ConcurrentHashMap<>();

  /**
   * Adds a reading, or replaces it.
   *
   * @param value answers at once, on the event loop of the metrics stage
   * @param labels values of the gauge's labels
   */
  public Gauges add(Gauge gauge, DoubleSupplier value, String... labels) {
    if (labels.length != gauge.labels().size()) {
      throw new IllegalArgumentException(gauge + " has the labels " + gauge.labels());
    }
    readings.put(new Reading(gauge, List.of(labels)), value);
    return this;
  }

  /** All readings there are. */
  public Map<Reading, DoubleSupplier> readings() {
    return Map.copyOf(readings);
  }

  /** One gauge with the values of its labels. */
  public record Reading(Gauge gauge, List<String> labels) {
    public Reading {
      labels = List.copyOf(labels);
    }
  }
}
