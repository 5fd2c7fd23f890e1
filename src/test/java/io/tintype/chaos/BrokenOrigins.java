package io.tintype.chaos;

import io.tintype.chaos.WildOrigin.Manner;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Trouble with origins. */
final class BrokenOrigins {
  private static final Duration MEASURED = Duration.ofSeconds(8);
  private static final double P99 = 0.99;

  /** The promise is 1.5; of some 400 requests four make the figure. */
  private static final double MOST_SLOWER = 5;

  private static final Duration STORM = Duration.ofSeconds(4);
  private static final Duration RECOVERY = Duration.ofSeconds(5);
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** What broken origins are answered with; refusals for want of room are no lies either. */
  private static final Set<Integer> BROKEN = Set.of(502, 503, 504);

  private BrokenOrigins() {}

  static List<Phase> phases() {
    return List.of(
        Phase.of("hanging and dribbling origins", BrokenOrigins::hanging),
        Phase.of("torn and false bodies", BrokenOrigins::torn),
        Phase.of("storm of 503", BrokenOrigins::storm));
  }

  private static void hanging(Arena arena, Protocol protocol) {
    try (Clients stuck = arena.clients();
        Clients clients = arena.clients()) {
      Tally calm = clients.during(MEASURED, 4, arena.ordinary());
      Tally waiting = new Tally();
      stuck.crowd(60, () -> stuck.ask(arena.cold("/hanging/tr:w-100/photo.jpg").apply(0), waiting));
      stuck.crowd(
          40, () -> stuck.ask(arena.cold("/dribbling/tr:w-100/photo.jpg").apply(0), waiting));
      Tally ordinary = clients.during(MEASURED, 4, arena.ordinary());
      stuck.join();
      double ratio = ordinary.percentile(P99, Tally.OK) / calm.percentile(P99, Tally.OK);
      protocol.figure("p99 of another origin %.2f times what it was".formatted(ratio));
      protocol.demand(ratio <= MOST_SLOWER, "another origin's p99: %.2f times".formatted(ratio));
      protocol.ordinary(ordinary);
      protocol.answered(waiting);
      protocol.demand(waiting.of(Tally.OK) == 0, "none is served: " + waiting.summary());
    }
  }

  private static void torn(Arena arena, Protocol protocol) {
    Tally tally = new Tally();
    try (Clients clients = arena.clients()) {
      for (Manner manner : List.of(Manner.RESET, Manner.TRUNCATE, Manner.LIE, Manner.LOOP)) {
        arena.flaky().behave(manner);
        for (int i = 0; i < 15; i++) {
          int status = clients.ask(arena.cold("/flaky/tr:w-100/photo.jpg").apply(i), tally);
          protocol.demand(BROKEN.contains(status), manner + " is a broken origin: " + status);
        }
      }
      recovered(arena, protocol, clients);
    }
    protocol.answered(tally);
  }

  private static void storm(Arena arena, Protocol protocol) {
    try (Clients clients = arena.clients()) {
      arena.flaky().behave(Manner.STORM);
      long before = arena.flaky().requests();
      Tally tally =
          clients.during(STORM, 8, i -> pause(arena.cold("/flaky/tr:w-100/photo.jpg").apply(i)));
      double ratio = (arena.flaky().requests() - before) / (double) tally.requests();
      protocol.figure("%.2f requests at the origin for one".formatted(ratio));
      protocol.demand(ratio <= 1.2, "at most 1.2 requests at the origin for one: " + ratio);
      protocol.answered(tally);
      protocol.demand(tally.of(Tally.OK) == 0, "none is served: " + tally.summary());
      recovered(arena, protocol, clients);
    }
  }

  /** A client that is refused at once asks again a little later. */
  private static String pause(String path) {
    java.util.concurrent.locks.LockSupport.parkNanos(SECOND.toNanos() / 100);
    return path;
  }

  private static void recovered(Arena arena, Protocol protocol, Clients clients) {
    arena.flaky().behave(Manner.GOOD);
    long end = System.nanoTime();
    Tally tries = new Tally();
    boolean again =
        GatewayProcess.await(
            RECOVERY.plus(SECOND),
            () -> clients.ask(arena.cold("/flaky/tr:w-100/photo.jpg").apply(0), tries) == Tally.OK);
    double seconds = (System.nanoTime() - end) / (double) SECOND.toNanos();
    Tally after = clients.all(200, 4, arena.cold("/flaky/tr:w-100/photo.jpg"));
    protocol.figure("back in %.1f s, then %s".formatted(seconds, after.summary()));
    protocol.demand(again, "back within 5 s: " + tries.summary());
    protocol.demand(after.share(Tally.OK) >= 0.99, "99 % after the end: " + after.summary());
  }
}
