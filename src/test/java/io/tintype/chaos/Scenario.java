package io.tintype.chaos;

import io.tintype.bench.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Phases one after the other, with a look at the gateway after each. */
final class Scenario {
  private final Arena arena;
  private final Table table =
      new Table(
          "Chaos",
          "phase",
          "requests",
          "statuses",
          "p50 ms",
          "p99 ms",
          "RSS MiB",
          "figures",
          "promises");
  private final List<String> broken = new ArrayList<>();
  private Rest calm;

  Scenario(Arena arena) {
    this.arena = arena;
    calm = Rest.of(arena.gateway());
  }

  /** Runs a phase from which the gateway must recover. */
  void run(Phase phase) throws Exception {
    Protocol protocol = new Protocol(phase.name());
    long start = System.nanoTime();
    phase.run(arena, protocol);
    for (String left : calm.await(arena.gateway())) {
      protocol.demand(false, "at rest afterwards: " + left);
    }
    ordinaryRequest(protocol);
    note(protocol, start);
  }

  /** Adds a promise about the whole. */
  void demand(boolean kept, String promise) {
    if (!kept) {
      broken.add(promise);
    }
  }

  /** Runs the phase that ends the gateway. */
  void runLast(Phase phase) throws Exception {
    Protocol protocol = new Protocol(phase.name());
    long start = System.nanoTime();
    phase.run(arena, protocol);
    note(protocol, start);
  }

  /** What comes now is compared with how things are at this moment. */
  void takeAsCalm() {
    calm = Rest.of(arena.gateway());
  }

  private void ordinaryRequest(Protocol protocol) {
    try (Clients clients = arena.clients()) {
      int status = clients.ask(arena.ordinary().apply(0), new Tally());
      protocol.demand(status == Tally.OK, "an ordinary request works afterwards: " + status);
    }
  }

  private void note(Protocol protocol, long start) {
    protocol.figure(
        "%d descriptors, %d threads"
            .formatted(arena.gateway().descriptors(), arena.gateway().threads()));
    table.row(protocol.row(arena.gateway().residentMiB()));
    broken.addAll(protocol.broken());
    System.out.printf(
        "chaos: %s: %s, %d s%s%n",
        protocol.phase(),
        protocol.isKept() ? "kept" : "BROKEN",
        Duration.ofNanos(System.nanoTime() - start).toSeconds(),
        protocol.isKept() ? "" : " " + protocol.broken());
  }

  /** Promises that were not kept. */
  List<String> broken() {
    return List.copyOf(broken);
  }

  /** Prints the table, and writes it to a file. */
  void report(Path file) throws IOException {
    String text = table.markdown() + "\n" + String.join("\n", broken) + "\n";
    System.out.println(text);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
