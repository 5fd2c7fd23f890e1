package io.tintype.metrics;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * Whether requests should be sent here. Everybody who has a say adds a condition; the process is
 * ready when all of them hold. Safe for use by several threads.
 */
public final class Health {
  private final Map<String, BooleanSupplier> obstacles = new ConcurrentHashMap<>();

  /**
   * Adds a condition, or replaces it.
   *
   * @param reason why the process is not ready while it does not hold, for example {@code draining}
   * @param holds answers at once
   */
  public Health require(String reason, BooleanSupplier holds) {
    obstacles.put(reason, holds);
    return this;
  }

  /** Why the process is not ready; empty = it is. */
  public List<String> obstacles() {
    return new TreeMap<>(obstacles)
        .entrySet().stream()
            .filter(obstacle -> !obstacle.getValue().getAsBoolean())
            .map(Map.Entry::getKey)
            .toList();
  }
}
