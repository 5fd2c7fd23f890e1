package io.tintype.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Trouble that operators make, or have. */
final class Operations {
  private static final Duration LOAD = Duration.ofSeconds(6);
  private static final int RELOADS = 2;

  /** The promise is 4 s on a machine of its own. */
  private static final Duration READY = Duration.ofSeconds(12);

  private static final Duration NOTICED = Duration.ofMillis(100);
  private static final Duration END = Duration.ofSeconds(25);

  private Operations() {}

  /** Those that leave the process as it is. */
  static List<Phase> phases() {
    return List.of(
        Phase.of("reload under load", Operations::reload),
        Phase.of("vanished cache disk", Operations::removeDisk));
  }

  /** The process is killed, and another takes its place. */
  static Phase killed() {
    return Phase.of("kill -9 and restart", Operations::kill);
  }

  /** The process is told to end, and does. */
  static Phase terminated() {
    return Phase.of("SIGTERM under load", Operations::terminate);
  }

  private static void reload(Arena arena, Protocol protocol) throws IOException {
    double before = arena.gateway().metric("tintype_config_reloads");
    try (Clients clients = arena.clients()) {
      Tally ordinary = clients.meanwhile(LOAD, 4, arena.ordinary());
      for (int round = 1; round <= RELOADS; round++) {
        arena.reload(round);
        double expected = before + round;
        boolean took =
            GatewayProcess.await(
                LOAD, () -> arena.gateway().metric("tintype_config_reloads") >= expected);
        protocol.demand(took, "a changed configuration takes effect");
      }
      clients.join();
      protocol.ordinary(ordinary);
    }
  }

  private static void removeDisk(Arena arena, Protocol protocol) {
    try (Clients clients = arena.clients()) {
      Tally ordinary = clients.meanwhile(LOAD, 4, arena.ordinary());
      boolean filled =
          GatewayProcess.await(
              LOAD, () -> arena.gateway().metric("tintype_cache_entries{tier=\"disk\"}") > 20);
      protocol.demand(filled, "results come to the disk");
      remove(arena.disk());
      clients.join();
      protocol.ordinary(ordinary);
      Tally again = clients.all(50, 4, i -> "/good/tr:w-200/photo.jpg?x=" + i);
      protocol.answered(again);
      protocol.demand(again.share(Tally.OK) == 1, "all are served: " + again.summary());
    }
  }

  private static void kill(Arena arena, Protocol protocol) throws InterruptedException {
    try (Clients clients = arena.clients()) {
      Tally cut = clients.meanwhile(Duration.ofSeconds(2), 4, arena.ordinary());
      boolean _ = GatewayProcess.await(Duration.ofSeconds(20), () -> cut.of(Tally.OK) > 20);
      arena.gateway().kill();
      int _ = arena.gateway().awaitEnd(Duration.ofSeconds(20));
      clients.join();
    }
    arena.restart();
    Duration ready = arena.gateway().startUp();
    protocol.figure("ready %d ms after its start".formatted(ready.toMillis()));
    protocol.demand(ready.compareTo(READY) <= 0, "ready within 12 s: " + ready);
    try (Clients clients = arena.clients()) {
      Tally after = clients.all(100, 4, arena.ordinary());
      protocol.answered(after);
      protocol.demand(after.share(Tally.OK) == 1, "all are served: " + after.summary());
    }
    double damaged = arena.gateway().metric("tintype_cache_damaged");
    protocol.demand(damaged == 0, "no torn file: " + damaged);
  }

  /** Clients behind a balancer: they come while the gateway says it is ready. */
  private static void terminate(Arena arena, Protocol protocol) throws InterruptedException {
    GatewayProcess gateway = arena.gateway();
    Tally tally = new Tally();
    long told;
    try (Clients clients = arena.clients()) {
      clients.crowd(
          6,
          () -> {
            while (gateway.readiness() == 200) {
              clients.ask(arena.ordinary().apply(0), tally);
            }
          });
      boolean _ = GatewayProcess.await(LOAD, () -> tally.requests() > 100);
      told = System.nanoTime();
      gateway.terminate();
      boolean noticed = GatewayProcess.await(END, () -> gateway.readiness() != 200);
      Duration after = Duration.ofNanos(System.nanoTime() - told);
      protocol.figure("not ready after %d ms".formatted(after.toMillis()));
      protocol.demand(
          noticed && after.compareTo(NOTICED.multipliedBy(3)) < 0, "not ready at once: " + after);
      clients.join();
    }
    int code = gateway.awaitEnd(END);
    Duration took = Duration.ofNanos(System.nanoTime() - told);
    protocol.figure("ended with %d after %d ms".formatted(code, took.toMillis()));
    protocol.demand(code == 0, "exit code 0: " + code);
    protocol.answered(tally);
    protocol.demand(tally.share(Tally.OK) == 1, "none is lost: " + tally.summary());
  }

  /** Removes a directory that may be in use, as far as that goes. */
  static void remove(Path directory) {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException busy) {
      // Files that come and go meanwhile; what is left is trouble enough.
    }
  }
}
