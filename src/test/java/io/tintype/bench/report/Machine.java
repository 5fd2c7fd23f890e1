package io.tintype.bench.report;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Where and when was measured.
 *
 * @param memoryMiB of the whole machine
 * @param load of the last minute before the run: processes that wanted a processor
 */
public record Machine(
    LocalDate date, String processor, int cores, long memoryMiB, String java, double load) {
  private static final long KIB_PER_MIB = 1024;

  public static Machine here() {
    return new Machine(
        LocalDate.now(ZoneOffset.UTC),
        field("/proc/cpuinfo", "model name").orElse("unknown processor"),
        Runtime.getRuntime().availableProcessors(),
        field("/proc/meminfo", "MemTotal")
            .map(text -> Long.parseLong(text.replaceAll("\\D", "")) / KIB_PER_MIB)
            .orElse(0L),
        Runtime.version().toString(),
        loadNow());
  }

  private static Optional<String> field(String file, String name) {
    try (var lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static double loadNow() {
    try {
      return Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0]);
    } catch (IOException unreadable) {
      return Double.NaN;
    }
  }

  String words() {
    return "%s; %s, %d cores, %d MiB; Java %s; load before the run %s."
        .formatted(date, processor, cores, memoryMiB, java, Finding.text(load));
  }

  JsonObject json() {
    return new JsonObject()
        .put("date", date.toString())
        .put("processor", processor)
        .put("cores", cores)
        .put("memoryMiB", memoryMiB)
        .put("java", java)
        .put("load", Double.isNaN(load) ? null : load);
  }
}
