package io.tintype.bench.server;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * libvips alone, without a server around it: {@code bench/limit.c}, compiled against the prebuilt
 * libvips that Tintype runs on.
 */
public final class LimitProgram {
  private final Path program;

  private LimitProgram(Path program) {
    this.program = program;
  }

  /**
   * One job in a loop.
   *
   * @param picture file of the source
   * @param way {@code shrink}, {@code plain} or {@code whole}; see limit.c
   * @param suffix format and options of the saver, such as {@code .webp[Q=80]}
   */
  public record Task(Path picture, int width, int height, String way, String suffix) {}

  /**
   * What the loop took.
   *
   * @param cpuMillis user and system time of one picture
   */
  public record Cost(double perSecond, double cpuMillis, long bytes, double peakMiB) {}

  /** A reason why there can be none, or the program. */
  public sealed interface Built {
    record Ready(LimitProgram program) implements Built {}

    record Missing(String reason) implements Built {}
  }

  /** Compiles what is not there or older than its source; the headers come from npm. */
  public static Built build(Path home, Path directory) {
    Optional<String> compiler = Programs.find("gcc");
    if (compiler.isEmpty()) {
      return new Built.Missing("gcc is not installed");
    }
    Optional<Path> library = library(home.resolve("target/native/node_modules/@img"));
    if (library.isEmpty()) {
      return new Built.Missing("no prebuilt libvips in target/native");
    }
    Path program = directory.resolve("limit");
    Path source = home.resolve("bench/limit.c");
    if (isNewer(program, source)) {
      return new Built.Ready(new LimitProgram(program));
    }
    Path npm = directory.resolve("npm");
    String installed =
        Programs.output(
            List.of(
                "sh",
                home.resolve("src/build/npm-install.sh").toString(),
                home.resolve("bench/npm").toString(),
                npm.toString()));
    Path headers = npm.resolve("node_modules/@img/sharp-libvips-dev/include");
    if (!Files.isDirectory(headers)) {
      return new Built.Missing("the headers of libvips could not be installed: " + installed);
    }
    String messages =
        Programs.output(compiling(compiler.get(), source, program, headers, library.get()));
    return Files.isExecutable(program)
        ? new Built.Ready(new LimitProgram(program))
        : new Built.Missing("limit.c was not compiled: " + messages);
  }

  private static List<String> compiling(
      String compiler, Path source, Path program, Path headers, Path library) {
    return List.of(
        compiler,
        "-O2",
        "-Wall",
        "-o",
        program.toString(),
        source.toString(),
        "-I" + headers,
        "-I" + headers.resolve("glib-2.0"),
        "-I" + library.resolveSibling("glib-2.0/include"),
        library.toString(),
        "-Wl,-rpath," + library.getParent(),
        "-lpthread");
  }

  private static Optional<Path> library(Path packages) {
    try (var files = Files.walk(packages)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("libvips-cpp.so"))
          .findFirst();
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  private static boolean isNewer(Path program, Path source) {
    try {
      return Files.isExecutable(program)
          && Files.getLastModifiedTime(program).compareTo(Files.getLastModifiedTime(source)) > 0;
    } catch (IOException unreadable) {
      return false;
    }
  }

  public Cost run(Task task, Duration time) {
    return read(task, time, Optional.empty());
  }

  /** Does one job and keeps its result. */
  public Cost keep(Task task, Duration time, Path result) {
    return read(task, time, Optional.of(result));
  }

  private Cost read(Task task, Duration time, Optional<Path> result) {
    String text =
        Programs.output(
            List.of(
                program.toString(),
                task.picture().toString(),
                String.valueOf(task.width()),
                String.valueOf(task.height()),
                task.way(),
                task.suffix(),
                String.valueOf(Runtime.getRuntime().availableProcessors()),
                String.valueOf(time.toMillis()),
                result.map(Path::toString).orElse("")));
    if (!text.startsWith("{")) {
      throw new UncheckedIOException(new IOException("limit: " + text));
    }
    JsonObject json = new JsonObject(text);
    return new Cost(
        json.getDouble("perSecond"),
        json.getDouble("cpuMillis"),
        json.getLong("bytes"),
        json.getDouble("peakMiB"));
  }
}
