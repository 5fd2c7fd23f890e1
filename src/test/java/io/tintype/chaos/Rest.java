package io.tintype.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a gateway looks like when nobody asks it for anything: everything lent has been given back.
 *
 * @param descriptors open files and sockets
 * @param threads of all kinds
 * @param residentMiB memory
 */
record Rest(long descriptors, long threads, long residentMiB) {
  /** Segments of the disk tier, and connections to an origin that are kept for a minute. */
  private static final int MORE_DESCRIPTORS = 48 + 64;

  /** Pools that grow with their first work. */
  private static final int MORE_THREADS = 40;

  private static final Duration PATIENCE = Duration.ofSeconds(25);
  private static final List<String> ZERO =
      List.of("tintype_render_queue", "tintype_render_running", "tintype_flights");

  /** As it is now. */
  static Rest of(GatewayProcess gateway) {
    return new Rest(gateway.descriptors(), gateway.threads(), gateway.residentMiB());
  }

  /** Waits for it, and says what is not as it was. */
  List<String> await(GatewayProcess gateway) {
    boolean _ = GatewayProcess.await(PATIENCE, () -> disturbances(gateway).isEmpty());
    return disturbances(gateway);
  }

  private List<String> disturbances(GatewayProcess gateway) {
    List<String> found = new ArrayList<>();
    if (!gateway.isAlive()) {
      return List.of("the process has ended: " + gateway.tail());
    }
    for (String gauge : ZERO) {
      double value = gateway.metric(gauge + " ");
      if (value != 0) {
        found.add(gauge + " = " + value);
      }
    }
    unaccounted(gateway, "rendering", "pixels", found);
    unaccounted(gateway, "sources", "sources", found);
    if (gateway.descriptors() > descriptors + MORE_DESCRIPTORS) {
      found.add("descriptors %d, before %d".formatted(gateway.descriptors(), descriptors));
    }
    if (gateway.threads() > threads + MORE_THREADS) {
      found.add("threads %d, before %d".formatted(gateway.threads(), threads));
    }
    if (gateway.readiness() != 200 || gateway.liveness() != 200) {
      found.add("health: ready %d, live %d".formatted(gateway.readiness(), gateway.liveness()));
    }
    return found;
  }

  /** What is kept counts as used, until it is given up. */
  private static void unaccounted(
      GatewayProcess gateway, String budget, String tier, List<String> found) {
    double used = gateway.metric("tintype_budget_used_bytes{budget=\"" + budget + "\"}");
    double kept = gateway.metric("tintype_cache_bytes{tier=\"" + tier + "\"}");
    if (used > kept) {
      found.add("budget %s: %.0f used, %.0f kept".formatted(budget, used, kept));
    }
  }
}
