package io.tintype.cli;

import io.tintype.cli.ConfigOption.WrongUsage;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.Accepts;
import io.tintype.settings.ConfigResult;
import io.tintype.settings.GatewayConfig;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says how a URL is read. */
@Command(
    name = "explain",
    description = {
      "Says how a URL is read, and what of it is ignored and why.",
      "Shows its endpoint, the source, the origins in order and the transformation as canonical"
          + " text, and of a signed URL the text that was signed. No origin is asked."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tintype explain /demo/tr:w-400,h-300/shop.jpg",
      "  tintype explain --config my.yaml --accept image/avif,image/webp \\",
      "      'https://images.example.com/shop/tr:w-400,bl-10/cat.jpg?v=2'",
      "  tintype explain --json /demo/tr:n-card/shop.jpg | jq -r .chain",
      "",
      "Exits with 0 if all of the URL is honoured, with 1 if it is refused or a part is ignored."
    })
final class ExplainCommand implements Callable<Integer> {
  @Mixin private final ConfigOption config;

  @Parameters(paramLabel = "URL", description = "An absolute URL, or only its path and query.")
  private String url = "";

  @Option(
      names = "--accept",
      paramLabel = "TYPES",
      defaultValue = "",
      description = "The Accept header of the client, such as image/avif,image/webp.")
  private String accept = "";

  @Option(names = "--json", description = "Prints JSON; docs/cli.md has its fields.")
  private boolean json;

  private final Console console;
  private final Wiring wiring;

  ExplainCommand(Console console, Wiring wiring) {
    this.console = console;
    this.wiring = wiring;
    this.config = new ConfigOption(console);
  }

  @Override
  public Integer call() {
    return switch (config.read(wiring.vertx())) {
      case ConfigResult.Fine(var gateway) -> explain(gateway);
      case ConfigResult.Wrong(var problems) -> {
        config.complain(problems);
        yield ExitCode.FINDINGS;
      }
    };
  }

  private int explain(GatewayConfig gateway) {
    UrlParts parts =
        UrlParts.of(url)
            .orElseThrow(() -> new WrongUsage("URL is neither http(s)://… nor a path: " + url));
    try {
      Explanation explanation =
          Explanation.of(gateway, parts, Accepts.ofHeader(accept), Instant.now());
      console.out().print(json ? printed(explanation.json()) : explanation.text());
      return explanation.hasFindings() ? ExitCode.FINDINGS : ExitCode.FINE;
    } catch (FaultException refused) {
      Fault fault = refused.fault();
      console
          .out()
          .print(
              json
                  ? printed(new JsonObject().put("fault", fault.message()))
                  : "refused    %s%n".formatted(fault.message()));
      return ExitCode.FINDINGS;
    }
  }

  private String printed(JsonObject fields) {
    return new JsonObject().put("url", url).mergeIn(fields).encodePrettily()
        + System.lineSeparator();
  }
}
