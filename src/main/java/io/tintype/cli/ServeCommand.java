package io.tintype.cli;

import io.tintype.LoadedConfig;
import io.tintype.LogSetup;
import io.tintype.settings.ConfigResult;
import io.tintype.settings.GatewayConfig;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the gateway until it is told to stop. */
@Command(
    name = "serve",
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
  @Mixin private final ConfigOption config;
  private final Console console;
  private final Wiring wiring;

  ServeCommand(Console console, Wiring wiring) {
    this.console = console;
    this.wiring = wiring;
    this.config = new ConfigOption(console);
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
