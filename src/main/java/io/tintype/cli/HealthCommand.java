package io.tintype.cli;

import io.tintype.settings.ConfigResult;
import io.tintype.settings.GatewayConfig;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks a running gateway whether it is ready. */
@Command(
    name = "health",
    description = {
      "Asks the gateway that runs with this configuration whether it is ready to serve.",
      "Meant for container health checks and scripts."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tintype health",
      "  tintype health --url http://10.0.0.5:9090",
      "",
      "Exits with 0 if it is ready, with 1 if it is not or does not answer."
    })
final class HealthCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Mixin private final ConfigOption config;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "The management port, instead of the one in the configuration.")
  private @Nullable URI url;

  private final Console console;
  private final Wiring wiring;

  HealthCommand(Console console, Wiring wiring) {
    this.console = console;
    this.wiring = wiring;
    this.config = new ConfigOption(console);
  }

  @Override
  public Integer call() throws InterruptedException {
    URI base = url;
    if (base != null) {
      return ask(base);
    }
    Vertx vertx = wiring.vertx().get();
    try {
      return switch (config.read(vertx)) {
        case ConfigResult.Fine(var gateway) -> ask(managementOf(gateway));
        case ConfigResult.Wrong(var problems) -> {
          config.complain(problems);
          yield ExitCode.FINDINGS;
        }
      };
    } finally {
      var _ = vertx.close();
    }
  }

  private static URI managementOf(GatewayConfig gateway) {
    String host = LocalHost.reachable(gateway.management().host());
    return URI.create("http://" + host + ":" + gateway.management().port());
  }

  private int ask(URI base) throws InterruptedException {
    URI ready = base.resolve("/health/ready");
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      HttpRequest request = HttpRequest.newBuilder(ready).timeout(PATIENCE).build();
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() == 200) {
        console.out().println("ready");
        return ExitCode.FINE;
      }
      console.err().println("not ready: " + answer.statusCode() + " " + answer.body().strip());
    } catch (ConnectException refused) {
      console.err().println("no answer from " + ready + ": nothing listens there");
    } catch (IOException unreachable) {
      console.err().println("no answer from " + ready + ": " + unreachable.getMessage());
    } catch (IllegalArgumentException wrong) {
      throw new ConfigOption.WrongUsage("--url: " + wrong.getMessage());
    }
    return ExitCode.FINDINGS;
  }
}
