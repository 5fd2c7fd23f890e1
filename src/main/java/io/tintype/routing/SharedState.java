package io.tintype.routing;

import io.tintype.cache.AbsentSources;
import io.tintype.cache.Flights;
import io.tintype.cache.PassThroughs;
import io.tintype.cache.SourceCache;
import io.tintype.cache.VariantCache;
import io.tintype.cache.VariantKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** What the routing verticles of all event loops share. Safe for use by several threads. */
public final class SharedState {
  /** Deliveries of one endpoint that gather at a time while there is much to render. */
  private static final int FEW = 4;

  private static final int HALF = 2;

  private final VariantCache variants;
  private final SourceCache sources;
  private final Flights<VariantKey, Landed> flights = new Flights<>();
  private final Flights<Question, Sourced> readings = new Flights<>();
  private final AbsentSources absent;
  private final PassThroughs passThroughs = new PassThroughs();
  private final Upgrades upgrades;
  private final Refinements refinements;
  private final OpenConnections connections = new OpenConnections();
  private final InstantSource clock;
  private final Predicate<Duration> saturated;
  private final ConcurrentMap<String, AtomicInteger> gathering = new ConcurrentHashMap<>();

  /**
   * Creates the state of an idle process.
   *
   * @param saturated whether a rendering that may wait so long would be refused at the moment;
   *     asked before a source is fetched
   */
  public SharedState(
      VariantCache variants,
      SourceCache sources,
      InstantSource clock,
      Predicate<Duration> saturated) {
    this.variants = variants;
    this.sources = sources;
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

  /** Connections clients have at the moment. */
  public int openConnections() {
    return connections.count();
  }

  /** Connections that were closed at once, since there were too many. */
  public long refusedConnections() {
    return connections.refused();
  }

  OpenConnections connections() {
    return connections;
  }

  VariantCache variants() {
    return variants;
  }

  SourceCache sources() {
    return sources;
  }

  Flights<VariantKey, Landed> flights() {
    return flights;
  }

  /** Sources that are being read for all who want them. */
  Flights<Question, Sourced> readings() {
    return readings;
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

  /**
   * Whether it makes sense to gather what a delivery is rendered from. While the queue is half full
   * only few do so at a time: nobody knows yet how they will fill it, and what comes too late has
   * been fetched in vain. With less to do there is no such limit, however slow origins are. Those
   * who wait for a slow one keep nobody from gathering at other endpoints.
   */
  boolean mayGather(String endpoint, Duration queueTime) {
    return !saturated(queueTime)
        && (gathering(endpoint).get() < FEW || !saturated(queueTime.dividedBy(HALF)));
  }

  /** Somebody gathers from now on. */
  void gather(String endpoint) {
    gathering(endpoint).incrementAndGet();
  }

  /** Somebody has gathered, or given up. */
  void gathered(String endpoint) {
    gathering(endpoint).decrementAndGet();
  }

  private AtomicInteger gathering(String endpoint) {
    return gathering.computeIfAbsent(endpoint, _ -> new AtomicInteger());
  }
}
