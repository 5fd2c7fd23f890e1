package io.tintype.cli;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.settings.GatewayConfig;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
      "  tintype explain --header 'Sec-CH-Width: 640' --header 'Sec-CH-DPR: 2' \\",
      "      /demo/tr:w-auto,dpr-auto/shop.jpg",
      "  tintype explain --json /demo/tr:n-card/shop.jpg | jq -r .chain",
      "",
      "Exits with 0 if all of the URL is honoured, with 1 if it is refused or a part is ignored."
    })
final class ExplainCommand implements Callable<Integer> {
  @Mixin private final ConfigOption config;

  @Mixin private final UrlArgument url = new UrlArgument();
  @Mixin private final HeaderOptions client = new HeaderOptions();

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
    HeaderOptions.Headers headers = client.headers();
    return config.use(wiring.vertx(), gateway -> explain(gateway, headers));
  }

  private int explain(GatewayConfig gateway, HeaderOptions.Headers headers) {
    UrlParts parts = url.parts();
    try {
      Explanation explanation = Explanation.of(gateway, parts, headers, Instant.now());
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
    return new JsonObject().put("url", url.text()).mergeIn(fields).encodePrettily()
        + System.lineSeparator();
  }
}
