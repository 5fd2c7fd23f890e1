package io.tintype;

import io.tintype.config.Live;
import io.tintype.fetch.CircuitLog;
import io.tintype.origin.OriginConfig;
import io.tintype.origin.OriginId;
import io.tintype.origin.OriginSettings;
import io.tintype.origin.Standings;
import io.tintype.settings.GatewayConfig;
import io.tintype.telemetry.Gauge;
import io.tintype.telemetry.Gauges;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** The origins of a gateway, as reloads replace them, and what the process knows of them. */
final class Origins {
  private final Gauges gauges;
  private final Live<OriginSettings> settings;
  private final Standings standings;

  /**
   * Knows nothing of them yet.
   *
   * @param sourceMemory bytes of all sources in memory; one origin's may take half while they
   *     arrive
   */
  Origins(GatewayConfig config, long sourceMemory, Gauges gauges) {
    this.gauges = gauges;
    this.settings = new Live<>(settings(config));
    RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();
    this.standings = new Standings(sourceMemory / 2, new CircuitLog(), System::nanoTime, random);
    observe(config);
  }

  Live<OriginSettings> settings() {
    return settings;
  }

  Standings standings() {
    return standings;
  }

  void replace(GatewayConfig next) {
    settings.replace(settings(next));
    observe(next);
  }

  private static OriginSettings settings(GatewayConfig config) {
    return new OriginSettings(config.fetched(), config.protections());
  }

  private void observe(GatewayConfig config) {
    for (OriginConfig origin : config.fetched()) {
      OriginId id = origin.id();
      if (!(origin instanceof OriginConfig.Folder)) {
        gauges
            .add(Gauge.ORIGIN_ASKED, () -> standings.asking(id), id.name())
            .add(Gauge.ORIGIN_CIRCUITS_OPEN, () -> standings.openCircuits(id), id.name());
      }
    }
  }
}
