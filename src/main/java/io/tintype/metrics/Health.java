package io.tintype.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Whether requests should be sent here, and whether the process lives at all. Everybody who has a
 * say adds a condition; the process is ready when all of them hold and nothing ails it. Safe for
 * use by several threads.
 */
public final class Health {
  private final Map<String, BooleanSupplier> obstacles = new ConcurrentHashMap<>();
  private final List<Supplier<List<String>>> watchers = new CopyOnWriteArrayList<>();

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

  /**
   * Adds somebody who notices what only a new process can mend.
   *
   * @param ailments answers at once, with a sentence for each
   */
  public Health watch(Supplier<List<String>> ailments) {
    watchers.add(ailments);
    return this;
  }

  /** Why the process is not ready; empty = it is. */
  public List<String> obstacles() {
    List<String> reasons = new ArrayList<>();
    new TreeMap<>(obstacles)
        .forEach(
            (reason, holds) -> {
              if (!holds.getAsBoolean()) {
                reasons.add(reason);
              }
            });
    reasons.addAll(ailments());
    return List.copyOf(reasons);
  }

  /** What only a new process can mend; empty = nothing. */
  public List<String> ailments() {
    return watchers.stream().flatMap(watcher -> watcher.get().stream()).toList();
  }
}
