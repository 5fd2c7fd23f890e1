package io.tintype.chaos;

import io.tintype.bench.load.Crew;
import io.tintype.bench.load.Fresh;
import io.tintype.bench.load.Load;
import io.tintype.bench.report.Statistics;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Ten times as many requests as can be rendered, at a constant rate, whoever is answered when. The
 * promises are wide, since the JVM still compiles and neighbours take their part; the figures are
 * exact.
 */
final class Overload {
  private static final String PATH = "/good/tr:w-1200,f-webp/large.jpg";
  private static final Duration WARM = Duration.ofSeconds(3);
  private static final Duration MEASURED = Duration.ofSeconds(5);
  private static final Duration LOAD = Duration.ofSeconds(8);
  private static final Duration RECOVERY = Duration.ofSeconds(5);
  private static final Duration BETWEEN = Duration.ofMillis(20);
  private static final int TIMES = 10;
  private static final int CONNECTIONS = 256;

  /** The promise is 0.9, of a process that has been at work for longer. */
  private static final double GOODPUT = 0.5;

  /** The promise is 50 ms. */
  private static final double REFUSED_MILLIS = 200;

  private static final double MOST_REFUSALS = 0.9;

  private static final double HIT_MILLIS = 500;

  private Overload() {}

  static Phase phase() {
    return Phase.of("overload", Overload::run);
  }

  private static void run(Arena arena, Protocol protocol) {
    try (Cores cores = Cores.apart(arena.gateway())) {
      protocol.figure(cores.areApart() ? "a core of its own" : "cores shared with clients");
      overload(arena, protocol);
    }
  }

  private static void overload(Arena arena, Protocol protocol) {
    Crew crew = new Crew(arena.gateway().deliveryPort(), new Fresh(PATH));
    double guess = crew.closedLoop(4, WARM).perSecond();
    // The JVM compiles what refuses when it is asked for, on the same processor.
    var _ = crew.openLoop(guess * TIMES, CONNECTIONS, LOAD);
    double capacity = crew.closedLoop(4, MEASURED).perSecond();
    Tally hits;
    Tally health = new Tally();
    Load load;
    try (Clients clients = arena.clients()) {
      clients.ask("/good/tr:w-50/photo.jpg", new Tally());
      hits = clients.meanwhile(LOAD, 1, _ -> paced("/good/tr:w-50/photo.jpg"));
      clients.crowd(1, () -> watch(arena.gateway(), health));
      load = crew.openLoop(capacity * TIMES, CONNECTIONS, LOAD);
      clients.join();
      recover(arena, protocol, clients);
    }
    judge(protocol, capacity, load);
    protocol.answered(hits);
    protocol.answered(health);
    double hit = hits.percentile(0.99, Tally.OK);
    protocol.figure(
        "hits p99 %.0f ms, health p99 %.0f ms".formatted(hit, health.percentile(0.99, Tally.OK)));
    protocol.demand(hits.share(Tally.OK) == 1, "hits are served: " + hits.summary());
    protocol.demand(hit <= HIT_MILLIS, "hits at most 500 ms: " + hit);
    protocol.demand(health.share(Tally.OK) == 1, "alive meanwhile: " + health.summary());
  }

  /** Hits ask for a part of the processors themselves: so many as tell how they fare. */
  private static String paced(String path) {
    LockSupport.parkNanos(BETWEEN.toNanos());
    return path;
  }

  private static void watch(GatewayProcess gateway, Tally health) {
    long end = System.nanoTime() + LOAD.toNanos();
    while (System.nanoTime() < end) {
      long since = System.nanoTime();
      health.add(gateway.liveness(), System.nanoTime() - since, "/health/live");
      LockSupport.parkNanos(BETWEEN.toNanos());
    }
  }

  private static void judge(Protocol protocol, double capacity, Load load) {
    double goodput = load.perSecond() / capacity;
    protocol.figure(
        ("capacity %.1f/s, asked %.0f/s, goodput %.2f; %d served, %d refused,"
                + " p50 %.0f, p90 %.0f, p99 %.0f ms")
            .formatted(
                capacity,
                load.answers() / load.seconds(),
                goodput,
                load.accepted().length,
                load.refused().length,
                Statistics.median(load.refused()),
                Statistics.percentile(MOST_REFUSALS, load.refused()),
                load.refusedP99()));
    protocol.demand(goodput >= GOODPUT, "goodput at least " + GOODPUT + ": " + goodput);
    protocol.demand(load.failed() == 0, "served or refused: " + load.failed() + " were neither");
    protocol.demand(load.refused().length > 0, "some are refused");
    double usual = Statistics.median(load.refused());
    protocol.demand(usual <= REFUSED_MILLIS, "most are refused in 200 ms: " + usual);
  }

  private static void recover(Arena arena, Protocol protocol, Clients clients) {
    long end = System.nanoTime();
    Tally tries = new Tally();
    boolean again =
        GatewayProcess.await(
            RECOVERY, () -> clients.ask(arena.cold(PATH).apply(0), tries) == Tally.OK);
    protocol.figure("back in %.1f s".formatted((System.nanoTime() - end) / 1e9));
    protocol.demand(again, "back within 5 s: " + tries.summary());
  }
}
