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

/** What the routing verticles of all event loops share. Safe for use by several threads. */
public final class SharedState {
  /** Of those who gather: more do not arrive before others have been rendered. */
  private static final int MOST_COMING = 16;

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
  private final Backlog backlog;
  private final ConcurrentMap<String, AtomicInteger> gathering = new ConcurrentHashMap<>();

  /**
   * Creates the state of an idle process.
   *
   * @param backlog asked before a source is fetched
   */
  public SharedState(
      VariantCache variants, SourceCache sources, InstantSource clock, Backlog backlog) {
    this.variants = variants;
    this.sources = sources;
    this.absent = new AbsentSources(clock);
    this.upgrades = new Upgrades(clock);
    this.refinements = new Refinements(clock);
    this.clock = clock;
    this.backlog = backlog;
  }

  /** How much waits to be rendered. */
  @FunctionalInterface
  public interface Backlog {
    /**
     * Whether another rendering would probably wait for longer than that.
     *
     * @param coming how many will be there before it, but are not yet
     */
    boolean exceeds(Duration patience, int coming);
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
    return backlog.exceeds(queueTime, 0);
  }

  /**
   * Whether it makes sense to gather what a delivery is rendered from. While the queue is half
   * full, those who gather already are taken for waiting: what comes too late has been fetched in
   * vain. A quarter of the time is left for renderings that take longer than those before them:
   * whoever is let in should not be refused behind the queue. With less to do there is no such
   * limit, however slow origins are. Those who wait for a slow one keep nobody from gathering at
   * other endpoints.
   */
  boolean mayGather(String endpoint, Duration queueTime) {
    int coming = Math.min(MOST_COMING, gathering(endpoint).get());
    return !backlog.exceeds(queueTime.dividedBy(2), 0)
        || !backlog.exceeds(queueTime.multipliedBy(3).dividedBy(4), coming);
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
