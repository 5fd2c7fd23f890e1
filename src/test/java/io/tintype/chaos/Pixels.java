package io.tintype.chaos;

import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Trouble with pictures. */
final class Pixels {
  private static final Duration CALM = Duration.ofSeconds(5);
  private static final int BOMBS = 200;
  private static final int MOST_MIB = 1_536;

  /** The promise is 64; what has been rendered meanwhile fills the caches, three times 64. */
  private static final int MORE_MIB = 64 + 3 * 64;

  private static final String READY_HELPERS = "tintype_sandbox_ready";
  private static final int KILLS = 8;

  /** The promise is 200 ms. */
  private static final double REPLACED_MILLIS = 1_000;

  private static final Duration BACK = Duration.ofSeconds(30);
  private static final List<String> CHAINS = List.of("tr:w-100", "tr:w-64,f-webp", "tr:rt-90");

  private Pixels() {}

  static List<Phase> phases() {
    return List.of(
        Phase.of("hostile images", Pixels::hostile),
        Phase.of("decompression bombs", Pixels::bombs),
        Phase.of("killed helpers", Pixels::killed));
  }

  /** What is ordinary, before any trouble. */
  static Phase baseline() {
    return Phase.of("baseline", Pixels::calm);
  }

  private static void calm(Arena arena, Protocol protocol) {
    try (Clients clients = arena.clients()) {
      var _ = clients.during(CALM, 8, arena.ordinary());
      protocol.ordinary(clients.during(CALM, 4, arena.ordinary()));
    }
  }

  private static void hostile(Arena arena, Protocol protocol) {
    List<String> files = arena.hostile();
    try (Clients clients = arena.clients()) {
      Tally tally = protocol.answered(clients.all(files.size(), 6, i -> hostile(files, i)));
      protocol.figure(files.size() + " files");
      protocol.demand(tally.of(400) > 0, "some are refused: " + tally.summary());
    }
  }

  private static String hostile(List<String> files, int index) {
    return "/good/" + CHAINS.get(index % CHAINS.size()) + "/" + files.get(index);
  }

  private static void bombs(Arena arena, Protocol protocol) {
    List<String> bombs = bombNames(arena);
    GatewayProcess gateway = arena.gateway();
    long before = gateway.residentMiB();
    gateway.forgetPeak();
    try (Clients ordinary = arena.clients();
        Clients crowd = arena.clients()) {
      Tally served = ordinary.meanwhile(Duration.ofSeconds(12), 4, arena.ordinary());
      Tally refused =
          crowd.all(
              BOMBS,
              BOMBS,
              i -> arena.cold("/good/tr:w-300,f-jpg/" + bombs.get(i % bombs.size())).apply(i));
      ordinary.join();
      protocol.ordinary(served);
      protocol.answered(refused);
    }
    long peak = gateway.peakMiB();
    boolean back = GatewayProcess.await(BACK, () -> gateway.residentMiB() <= before + MORE_MIB);
    protocol.figure("RSS %d, peak %d, then %d MiB".formatted(before, peak, gateway.residentMiB()));
    protocol.demand(peak <= MOST_MIB, "RSS at most 1.5 GiB: " + peak + " MiB");
    protocol.demand(
        back, "RSS back to %d + %d MiB: %d".formatted(before, MORE_MIB, gateway.residentMiB()));
  }

  /** Drawings while processes that draw are killed, each as soon as it has drawn. */
  private static void killed(Arena arena, Protocol protocol) {
    IntFunction<String> drawing = arena.cold("/good/tr:w-100,f-png/drawing.svg");
    GatewayProcess gateway = arena.gateway();
    Tally before = new Tally();
    Tally after = new Tally();
    try (Clients clients = arena.clients()) {
      clients.ask(drawing.apply(0), before);
      for (int i = 0; i < KILLS; i++) {
        boolean spare = GatewayProcess.await(BACK, () -> gateway.metric(READY_HELPERS) >= 2);
        protocol.demand(spare, "a spare helper within 30 s");
        clients.ask(drawing.apply(i), before);
        gateway.helpers().getFirst().destroyForcibly();
        clients.ask(drawing.apply(i), after);
      }
    }
    protocol.answered(before);
    protocol.answered(after);
    double usual = after.percentile(0.5, Tally.OK);
    protocol.figure("drawn %.0f ms after a helper was killed".formatted(usual));
    protocol.demand(after.share(Tally.OK) == 1, "drawn by another: " + after.summary());
    protocol.demand(usual <= REPLACED_MILLIS, "another within 1 s: " + usual);
  }

  private static List<String> bombNames(Arena arena) {
    List<String> named = named(arena).toList();
    if (named.isEmpty()) {
      throw new IllegalStateException("no bombs among " + arena.hostile());
    }
    return named;
  }

  private static Stream<String> named(Arena arena) {
    return arena.hostile().stream().filter(name -> name.contains("bomb"));
  }
}
