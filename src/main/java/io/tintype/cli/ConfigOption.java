package io.tintype.cli;

import io.tintype.config.ConfigFile;
import io.tintype.config.ConfigProblem;
import io.tintype.settings.ConfigReader;
import io.tintype.settings.ConfigResult;
import io.tintype.settings.GatewayConfig;
import io.vertx.core.Vertx;
import java.io.Serial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option every command that needs a configuration has. */
final class ConfigOption {
  /** Names the configuration of commands that are not told one. */
  private static final String VARIABLE = "TINTYPE_CONFIG";

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description =
          "The configuration; default: the file named by $TINTYPE_CONFIG, else conf/tintype.yaml of"
              + " the installation.")
  private @Nullable Path file;

  private final Console console;
  private final ConfigReader reader;

  ConfigOption(Console console) {
    this(console, null);
  }

  ConfigOption(Console console, @Nullable Path file) {
    this.file = file;
    this.console = console;
    this.reader = new ConfigReader(console.environment());
  }

  /** Whether these two arguments, one behind the other, name the configuration. */
  static boolean isNamedBy(String option, String value) {
    return (option.equals("--config") || option.equals("-c")) && !value.startsWith("-");
  }

  Path file() {
    return (file == null ? standing() : file).toAbsolutePath().normalize();
  }

  private Path standing() {
    String named = console.environment().getOrDefault(VARIABLE, "");
    return named.isEmpty() ? console.bundledConfig() : Path.of(named);
  }

  ConfigReader reader() {
    return reader;
  }

  /**
   * Reads the file.
   *
   * @throws WrongUsage if there is no such file
   */
  ConfigResult read(Vertx vertx) {
    Path path = file();
    if (!Files.isReadable(path) || Files.isDirectory(path)) {
      throw new WrongUsage("There is no file " + path + " that can be read; see --config.");
    }
    return reader.read(
        ConfigFile.open(vertx, path).read().toCompletionStage().toCompletableFuture().join());
  }

  /**
   * Reads the file on a Vert.x that is needed for nothing else.
   *
   * @throws WrongUsage if there is no such file
   */
  ConfigResult read(Supplier<Vertx> maker) {
    Vertx vertx = maker.get();
    try {
      return read(vertx);
    } finally {
      var _ = vertx.close();
    }
  }

  /**
   * Does something with the configuration, or says what is wrong with it.
   *
   * @return exit code
   * @throws WrongUsage if there is no such file
   */
  int use(Supplier<Vertx> maker, ToIntFunction<GatewayConfig> work) {
    return switch (read(maker)) {
      case ConfigResult.Fine(var gateway) -> work.applyAsInt(gateway);
      case ConfigResult.Wrong(var problems) -> {
        complain(problems);
        yield ExitCode.FINDINGS;
      }
    };
  }

  /** Prints what is wrong. */
  void complain(List<ConfigProblem> problems) {
    String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
    console.err().println(file() + " has " + count + ":");
    problems.forEach(problem -> console.err().println("  " + problem.text()));
  }

  /** A mistake in how a command was called. */
  static final class WrongUsage extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    WrongUsage(String message) {
      super(message, null, false, false);
    }
  }
}
