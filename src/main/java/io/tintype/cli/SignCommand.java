package io.tintype.cli;

import io.tintype.EndpointBuilder;
import io.tintype.access.AccessRules;
import io.tintype.access.Expiry;
import io.tintype.access.SignedTarget;
import io.tintype.access.SignedUrl;
import io.tintype.cli.ConfigOption.WrongUsage;
import io.tintype.config.TimeSpan;
import io.tintype.fault.FaultException;
import io.tintype.model.PercentEncoding;
import io.tintype.routing.Endpoint;
import io.tintype.routing.Endpoints;
import io.tintype.settings.GatewayConfig;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Signs a URL. */
@Command(
    name = "sign",
    description = {
      "Prints a URL with the signature its endpoint asks for (ik-s, ik-t).",
      "Signs with a key of that endpoint's configuration. A signature that the URL already has is"
          + " replaced; what may not stand in a URL is percent-encoded."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tintype sign --config my.yaml https://images.example.com/shop/tr:w-400/cat.jpg",
      "  tintype sign --config my.yaml --expires-in 1h '/shop/cat.jpg?tr=w-400'",
      "  tintype sign --config my.yaml --expires-at 1893456000 --json /shop/cat.jpg",
      "",
      "Exits with 1 if the endpoint has no key, or the configuration is not fine."
    })
final class SignCommand implements Callable<Integer> {
  @Mixin private final ConfigOption config;

  @Mixin private final UrlArgument url = new UrlArgument();

  @Option(
      names = "--endpoint",
      paramLabel = "NAME",
      description = "Signs for this endpoint, instead of the one that answers for the URL.")
  private @Nullable String endpointName;

  @ArgGroup(exclusive = true)
  private Life life = new Life();

  @Option(
      names = "--key",
      paramLabel = "NUMBER",
      defaultValue = "1",
      description = "Which of the endpoint's keys signs; default: the first, number 1.")
  private int keyNumber = 1;

  @Option(names = "--json", description = "Prints JSON; docs/cli.md has its fields.")
  private boolean json;

  private final Console console;
  private final Wiring wiring;

  SignCommand(Console console, Wiring wiring) {
    this.console = console;
    this.wiring = wiring;
    this.config = new ConfigOption(console);
  }

  /** How long the URL is to be good. */
  static final class Life {
    @Option(
        names = "--expires-in",
        paramLabel = "TIME",
        description = "For how long the URL is good, such as 30m, 1h or 7d; default: for ever.")
    private @Nullable String in;

    @Option(
        names = "--expires-at",
        paramLabel = "SECONDS",
        description = "Until when the URL is good, in Unix seconds.")
    private @Nullable String at;

    Expiry expiry(Instant now) {
      if (at != null) {
        return Expiry.read(at)
            .orElseThrow(() -> new WrongUsage("--expires-at takes Unix seconds, not " + at));
      }
      if (in != null) {
        return TimeSpan.parse(in)
            .flatMap(span -> Expiry.at(now.plus(span)))
            .orElseThrow(() -> new WrongUsage("--expires-in takes a time such as 1h, not " + in));
      }
      return Expiry.NEVER;
    }
  }

  @Override
  public Integer call() {
    Expiry expiry = life.expiry(Instant.now());
    return config.use(wiring.vertx(), gateway -> sign(gateway, expiry));
  }

  private int sign(GatewayConfig gateway, Expiry expiry) {
    UrlParts parts = url.parts();
    Endpoint endpoint;
    try {
      endpoint = endpoint(EndpointBuilder.endpoints(gateway), parts);
    } catch (FaultException refused) {
      console.err().println(refused.fault().message());
      return ExitCode.FINDINGS;
    }
    AccessRules access = endpoint.config().access();
    if (access.keys().isEmpty()) {
      console.err().println("The endpoint '" + endpoint.name() + "' has no signing.keys.");
      return ExitCode.FINDINGS;
    }
    if (keyNumber < 1 || keyNumber > access.keys().size()) {
      throw new WrongUsage("--key takes a number from 1 to " + access.keys().size() + ".");
    }
    SignedTarget target =
        SignedTarget.of(
            PercentEncoding.repairPath(parts.rawPath()),
            PercentEncoding.repairQuery(parts.rawQuery()));
    print(
        endpoint.name(),
        expiry,
        SignedUrl.of(access.keys().get(keyNumber - 1), endpoint.config().path(), target, expiry));
    return ExitCode.FINE;
  }

  private Endpoint endpoint(Endpoints endpoints, UrlParts parts) {
    if (endpointName == null) {
      return endpoints.resolve(parts.host(), parts.rawPath()).endpoint();
    }
    return endpoints.all().stream()
        .filter(endpoint -> endpoint.name().equals(endpointName))
        .findFirst()
        .orElseThrow(() -> new WrongUsage("There is no endpoint named " + endpointName + "."));
  }

  private void print(String endpoint, Expiry expiry, SignedUrl signed) {
    String whole = UrlParts.origin(url.text()) + signed.rawTarget();
    if (!json) {
      console.out().println(whole);
      return;
    }
    Optional<Long> seconds =
        expiry.isNever() ? Optional.empty() : Optional.of(expiry.moment().getEpochSecond());
    console
        .out()
        .println(
            new JsonObject()
                .put("url", whole)
                .put("endpoint", endpoint)
                .put("expires", seconds.orElse(null))
                .put("message", signed.message())
                .put("signature", signed.hash())
                .encodePrettily());
  }
}
