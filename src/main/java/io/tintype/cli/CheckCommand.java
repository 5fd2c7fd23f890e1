package io.tintype.cli;

import io.tintype.config.ConfigProblem;
import io.tintype.settings.ConfigResult;
import io.tintype.settings.GatewayConfig;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says everything that is wrong with a configuration. */
@Command(
    name = "check",
    description = {
      "Checks a configuration and lists all problems at once: where, what is there, what is"
          + " expected.",
      "Nothing is started and no origin is asked. Variables are taken from the environment."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tintype check --config my.yaml",
      "  tintype check --config my.yaml --json | jq '.problems[].path'",
      "",
      "Exits with 0 if the configuration is fine, with 1 if it is not; warnings change nothing."
    })
final class CheckCommand implements Callable<Integer> {
  @Mixin private final ConfigOption config;

  @Option(names = "--json", description = "Prints JSON; docs/cli.md has its fields.")
  private boolean json;

  private final Console console;
  private final Wiring wiring;

  CheckCommand(Console console, Wiring wiring) {
    this.console = console;
    this.wiring = wiring;
    this.config = new ConfigOption(console);
  }

  @Override
  public Integer call() {
    return switch (config.read(wiring.vertx())) {
      case ConfigResult.Fine(var gateway) -> fine(gateway);
      case ConfigResult.Wrong(var problems) -> wrong(problems);
    };
  }

  private int fine(GatewayConfig gateway) {
    List<Warning> warnings = Warning.of(gateway);
    if (json) {
      console.out().println(report(List.of(), warnings).encodePrettily());
      return ExitCode.FINE;
    }
    warnings.forEach(
        warning ->
            console.err().println("warning: " + warning.path() + ": " + warning.sentence() + "."));
    console
        .out()
        .printf(
            "%s is fine: %d %s, %d %s.%n",
            config.file(),
            gateway.endpoints().size(),
            gateway.endpoints().size() == 1 ? "endpoint" : "endpoints",
            gateway.origins().size(),
            gateway.origins().size() == 1 ? "origin" : "origins");
    return ExitCode.FINE;
  }

  private int wrong(List<ConfigProblem> problems) {
    if (json) {
      console.out().println(report(problems, List.of()).encodePrettily());
    } else {
      config.complain(problems);
    }
    return ExitCode.FINDINGS;
  }

  private JsonObject report(List<ConfigProblem> problems, List<Warning> warnings) {
    JsonArray list = new JsonArray();
    for (ConfigProblem problem : problems) {
      list.add(
          new JsonObject()
              .put("path", problem.path())
              .put("line", problem.line())
              .put("value", problem.value())
              .put("expectation", problem.expectation()));
    }
    JsonArray doubts = new JsonArray();
    for (Warning warning : warnings) {
      doubts.add(new JsonObject().put("path", warning.path()).put("sentence", warning.sentence()));
    }
    return new JsonObject()
        .put("file", config.file().toString())
        .put("fine", problems.isEmpty())
        .put("problems", list)
        .put("warnings", doubts);
  }
}
