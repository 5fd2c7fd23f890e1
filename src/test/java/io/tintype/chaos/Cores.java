package io.tintype.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Gives the gateway a processor of its own for a while, and everything else the others, so that
 * what clients and origins take is not counted against it. Needs {@code taskset} of util-linux and
 * two processors; without, all share all.
 */
final class Cores implements AutoCloseable {
  private final String all;
  private final long gateway;
  private final boolean apart;

  private Cores(String all, long gateway, boolean apart) {
    this.all = all;
    this.gateway = gateway;
    this.apart = apart;
  }

  /** Keeps the two apart until it is closed. */
  static Cores apart(GatewayProcess gateway) {
    int cores = Runtime.getRuntime().availableProcessors();
    long pid = gateway.pid();
    String all = "0-" + (cores - 1);
    boolean apart = cores > 1 && assign("0", pid) && assign("1-" + (cores - 1), self());
    return new Cores(all, pid, apart);
  }

  /** Whether the gateway has one of its own. */
  boolean areApart() {
    return apart;
  }

  @Override
  public void close() {
    assign(all, gateway);
    assign(all, self());
  }

  private static long self() {
    return ProcessHandle.current().pid();
  }

  private static boolean assign(String cores, long pid) {
    List<String> command = List.of("taskset", "-a", "-c", "-p", cores, String.valueOf(pid));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      try (var output = process.getInputStream()) {
        var _ = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      }
      return process.waitFor() == 0;
    } catch (IOException missing) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
