package io.tintype.routing;

import io.tintype.cache.AbsentSources;
import io.tintype.cache.Flights;
import io.tintype.cache.PassThroughs;
import io.tintype.cache.VariantCache;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Predicate;

/** What the routing verticles of all event loops share. Safe for use by several threads. */
public final class SharedState {
  private final VariantCache variants;
  private final Flights<Landed> flights = new Flights<>();
  private final AbsentSources absent;
  private final PassThroughs passThroughs = new PassThroughs();
  private final Upgrades upgrades;
  private final Refinements refinements;
  private final InstantSource clock;
  private final Predicate<Duration> saturated;

  /**
   * Creates the state of an idle process.
   *
   * @param saturated whether a rendering that may wait so long would be refused at the moment;
   *     asked before a source is fetched
   */
  public SharedState(VariantCache variants, InstantSource clock, Predicate<Duration> saturated) {
    this.variants = variants;
    this.absent = new AbsentSources(clock);
    this.upgrades = new Upgrades(clock);
    this.refinements = new Refinements(clock);
    this.clock = clock;
    this.saturated = saturated;
  }

  /** Number of renderings that requests wait for. */
  public int flightsUnderWay() {
    return flights.count();
  }

  /** Number of sources remembered as absent. */
  public long absentSources() {
    return absent.entries();
  }

  VariantCache variants() {
    return variants;
  }

  Flights<Landed> flights() {
    return flights;
  }

  AbsentSources absent() {
    return absent;
  }

  PassThroughs passThroughs() {
    return passThroughs;
  }

  Upgrades upgrades() {
    return upgrades;
  }

  Refinements refinements() {
    return refinements;
  }

  InstantSource clock() {
    return clock;
  }

  /** Whether a delivery that waits for a render thread no longer than this would be refused. */
  boolean saturated(Duration queueTime) {
    return saturated.test(queueTime);
  }
}
