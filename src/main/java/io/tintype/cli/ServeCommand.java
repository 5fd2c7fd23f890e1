package io.tintype.cli;

import io.tintype.LoadedConfig;
import io.tintype.LogSetup;
import io.tintype.settings.ConfigResult;
import io.tintype.settings.GatewayConfig;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the gateway until it is told to stop. */
@Command(
    name = ServeCommand.NAME,
    description = {
      "Serves images as the configuration says, until it is stopped (Ctrl-C, SIGTERM).",
      "Without --config it starts in demo mode, on the bundled sample pictures."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tintype serve",
      "  tintype serve --config my.yaml",
      "",
      "Endpoints, origins, transformations, limits and the log follow the file while it runs.",
      "Exits with 1 if the configuration is not fine or the gateway cannot start."
    })
final class ServeCommand implements Callable<Integer> {
  static final String NAME = "serve";

  @Mixin private final ConfigOption config;
  private final Console console;
  private final Wiring wiring;

  ServeCommand(Console console, Wiring wiring) {
    this(console, wiring, new ConfigOption(console));
  }

  private ServeCommand(Console console, Wiring wiring, ConfigOption config) {
    this.console = console;
    this.wiring = wiring;
    this.config = config;
  }

  /**
   * The command, if what was asked for is so plain that no parser is needed: {@code serve}, with or
   * without {@code --config FILE}. The classes of picocli are in a format too old for the start
   * cache; loading and checking them takes a third of the time to be ready.
   */
  static Optional<ServeCommand> plainly(Console console, Wiring wiring, String... arguments) {
    if (arguments.length == 0 || !arguments[0].equals(NAME)) {
      return Optional.empty();
    }
    if (arguments.length == 1) {
      return Optional.of(new ServeCommand(console, wiring));
    }
    if (arguments.length != 3 || !ConfigOption.isNamedBy(arguments[1], arguments[2])) {
      return Optional.empty();
    }
    Path file = Path.of(arguments[2]);
    return Optional.of(new ServeCommand(console, wiring, new ConfigOption(console, file)));
  }

  @Override
  public Integer call() {
    Vertx vertx = wiring.vertx().get();
    ConfigResult result;
    try {
      result = config.read(vertx);
    } catch (RuntimeException unread) {
      var _ = vertx.close();
      throw unread;
    }
    return switch (result) {
      case ConfigResult.Fine(var gateway) -> serve(vertx, gateway);
      case ConfigResult.Wrong(var problems) -> {
        var _ = vertx.close();
        config.complain(problems);
        yield ExitCode.FINDINGS;
      }
    };
  }

  private int serve(Vertx vertx, GatewayConfig gateway) {
    LogSetup.ofProcess().serve(gateway.log());
    LoadedConfig loaded = new LoadedConfig(gateway, config.file(), config.reader());
    Wiring.Running running;
    try {
      running =
          wiring.starter().start(vertx, loaded).toCompletionStage().toCompletableFuture().join();
    } catch (CompletionException failed) {
      console.err().println("The gateway cannot start: " + reason(failed));
      var _ = vertx.close();
      return ExitCode.FINDINGS;
    }
    // Lines of JSON are read by machines, which a greeting would confuse.
    if (gateway.log().format() == GatewayConfig.Log.Format.TEXT) {
      Greeting.of(gateway, running, loaded.file().equals(bundled())).print(console.out());
    }
    running.ended().toCompletionStage().toCompletableFuture().join();
    return ExitCode.FINE;
  }

  private Path bundled() {
    return console.bundledConfig().toAbsolutePath().normalize();
  }

  private static String reason(CompletionException failed) {
    Throwable failure = failed.getCause() == null ? failed : failed.getCause();
    String message = failure.getMessage();
    return message == null ? failure.toString() : message;
  }
}
