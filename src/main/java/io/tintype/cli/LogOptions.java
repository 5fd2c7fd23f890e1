package io.tintype.cli;

import io.tintype.cli.ConfigOption.WrongUsage;
import io.tintype.rehearse.LogFile;
import io.tintype.rehearse.LogFormat;
import io.tintype.rehearse.Rehearsal;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Option;

/** Which logs are read, and what of them counts. */
final class LogOptions {
  private static final String STDIN = "-";

  @Option(
      names = "--log",
      paramLabel = "FILE",
      arity = "1..*",
      required = true,
      description = "A log, also compressed with gzip; - is standard input. Several may be given.")
  private List<String> files = List.of();

  @Option(
      names = "--log-format",
      paramLabel = "FORMAT",
      defaultValue = "",
      description = "combined, cloudfront, urls or har; default: found out for each file.")
  private String format = "";

  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = "",
      description = "The host of requests that are logged without one.")
  private String host = "";

  @Option(
      names = "--all",
      description = "Counts requests that were answered with a failure, or do not read, too.")
  private boolean all;

  /**
   * What counts.
   *
   * @param examples the most URLs that are shown of each kind
   */
  Rehearsal.Rules rules(int examples) {
    return new Rehearsal.Rules(host.toLowerCase(Locale.ROOT), all, examples);
  }

  /**
   * Reads all logs, with a bar on a terminal.
   *
   * @throws WrongUsage if one of them cannot be read
   */
  void read(Rehearsal rehearsal, PrintWriter terminal) {
    if (files.stream().filter(STDIN::equals).count() > 1) {
      throw new WrongUsage("Standard input, --log -, can be read only once.");
    }
    Optional<LogFormat> forced = format.isEmpty() ? Optional.empty() : Optional.of(forced());
    if (!isWatched()) {
      files.forEach(file -> read(file, forced, rehearsal, UnaryOperator.identity()));
      return;
    }
    try (ReadingProgress progress = ReadingProgress.of(size(), terminal)) {
      files.forEach(file -> read(file, forced, rehearsal, progress::watched));
    }
  }

  private LogFormat forced() {
    return LogFormat.ofWord(format)
        .orElseThrow(
            () ->
                new WrongUsage(
                    "--log-format is one of combined, cloudfront, urls, har, not " + format));
  }

  private static void read(
      String file,
      Optional<LogFormat> format,
      Rehearsal rehearsal,
      UnaryOperator<InputStream> watch) {
    try (InputStream in = open(file)) {
      new LogFile(file, format).read(watch.apply(in), rehearsal);
    } catch (IOException unreadable) {
      throw new WrongUsage(
          "%s cannot be read to its end: %s".formatted(file, unreadable.getMessage()));
    }
  }

  private static InputStream open(String file) throws IOException {
    if (file.equals(STDIN)) {
      return System.in;
    }
    Path path = Path.of(file);
    if (!Files.isReadable(path) || Files.isDirectory(path)) {
      throw new WrongUsage("There is no file " + file + " that can be read; see --log.");
    }
    return Files.newInputStream(path);
  }

  /** Bytes of all files; -1 if one of them has no size. */
  private long size() {
    return files.stream().allMatch(file -> Files.isRegularFile(Path.of(file)))
        ? files.stream().mapToLong(file -> Path.of(file).toFile().length()).sum()
        : -1;
  }

  private static boolean isWatched() {
    return Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal).isPresent();
  }
}
