package io.tintype.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
    long pid = gateway.pid();
    List<String> all = allowed(pid);
    boolean apart =
        all.size() > 1
            && assign(all.getFirst(), pid)
            && assign(String.join(",", all.subList(1, all.size())), self());
    return new Cores(String.join(",", all), pid, apart);
  }

  /** Those a process may run on; none where the system does not say. */
  private static List<String> allowed(long pid) {
    try (Stream<String> status = Files.lines(Path.of("/proc", String.valueOf(pid), "status"))) {
      return status
          .filter(line -> line.startsWith("Cpus_allowed_list:"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .flatMap(ranges -> Stream.of(ranges.split(",", -1)))
          .flatMap(Cores::each)
          .toList();
    } catch (IOException unknown) {
      return List.of();
    }
  }

  private static Stream<String> each(String range) {
    String[] ends = range.split("-", 2);
    int last = Integer.parseInt(ends[ends.length - 1]);
    return IntStream.rangeClosed(Integer.parseInt(ends[0]), last).mapToObj(String::valueOf);
  }

  /** Whether the gateway has one of its own. */
  boolean areApart() {
    return apart;
  }

  @Override
  public void close() {
    if (apart) {
      assign(all, gateway);
      assign(all, self());
    }
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
