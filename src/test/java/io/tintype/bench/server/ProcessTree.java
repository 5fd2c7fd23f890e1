package io.tintype.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a process and its descendants use, from {@code /proc}. */
public final class ProcessTree {
  /** Ticks a second of the times in {@code /proc/PID/stat}: fixed on Linux, whatever HZ is. */
  private static final double TICKS = 100;

  /** Fields of {@code stat} behind the name: utime, stime, cutime, cstime. */
  private static final int FIRST_TIME = 11;

  private static final int TIMES = 4;
  private static final double KIB_PER_MIB = 1024;

  private final ProcessHandle root;

  ProcessTree(ProcessHandle root) {
    this.root = root;
  }

  /** User and system time so far, of ended children, too. */
  public double cpuSeconds() {
    return members()
        .mapToDouble(one -> read(one, "stat").map(ProcessTree::seconds).orElse(0.0))
        .sum();
  }

  public double residentMiB() {
    return sum("VmRSS:");
  }

  /** Since the last {@link #forgetPeak}. */
  public double peakMiB() {
    return sum("VmHWM:");
  }

  /** Lets the peak of resident memory be that of now, where the kernel allows it. */
  public void forgetPeak() {
    for (ProcessHandle one : members().toList()) {
      try {
        Files.writeString(Path.of("/proc/" + one.pid() + "/clear_refs"), "5");
      } catch (IOException forbidden) {
        return;
      }
    }
  }

  private Stream<ProcessHandle> members() {
    return Stream.concat(Stream.of(root), root.descendants());
  }

  private double sum(String field) {
    return members()
        .mapToDouble(one -> read(one, "status").map(text -> mebibytes(text, field)).orElse(0.0))
        .sum();
  }

  private static Optional<String> read(ProcessHandle process, String file) {
    try {
      return Optional.of(Files.readString(Path.of("/proc/" + process.pid() + "/" + file)));
    } catch (IOException ended) {
      return Optional.empty();
    }
  }

  /** Of a {@code /proc/PID/stat}, in which the name may contain anything. */
  static double seconds(String stat) {
    List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
    return fields.subList(FIRST_TIME, FIRST_TIME + TIMES).stream().mapToLong(Long::parseLong).sum()
        / TICKS;
  }

  /** Of a {@code /proc/PID/status}; 0 if it has no such field, as with kernel threads. */
  static double mebibytes(String status, String field) {
    return status
        .lines()
        .filter(line -> line.startsWith(field))
        .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / KIB_PER_MIB)
        .sum();
  }
}
