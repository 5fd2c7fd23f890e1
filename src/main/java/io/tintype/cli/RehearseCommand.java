package io.tintype.cli;

import io.tintype.EndpointBuilder;
import io.tintype.cli.ConfigOption.WrongUsage;
import io.tintype.rehearse.Goal;
import io.tintype.rehearse.HtmlReport;
import io.tintype.rehearse.JsonReport;
import io.tintype.rehearse.Judge;
import io.tintype.rehearse.Rehearsal;
import io.tintype.rehearse.Report;
import io.tintype.rehearse.TextReport;
import io.tintype.settings.GatewayConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Says what would become of the requests in logs. */
@Command(
    name = "rehearse",
    description = {
      "Says what would become of the requests in access logs: how many would be served as asked,"
          + " and which parameters stand against the others.",
      "Reads logs of nginx and Apache, of CloudFront, lists of URLs and HAR, also compressed with"
          + " gzip. Goes by the configuration; no origin is asked, and nothing is fetched."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tintype rehearse --config my.yaml --log access.log",
      "  tintype rehearse --log cloudfront/*.gz --host images.example.com --html report.html",
      "  sort urls.txt | uniq -c | tintype rehearse --log - --json - | jq .covered",
      "  tintype rehearse --log page.har --least 99.5 --only-endpoints",
      "",
      "Exits with 0 if enough is served as asked (--least), with 1 if not."
    })
final class RehearseCommand implements Callable<Integer> {
  private static final String STDOUT = "-";
  private static final double ALL = 100;

  @Mixin private final ConfigOption config;

  @Mixin private final LogOptions logs = new LogOptions();

  @Option(
      names = "--least",
      paramLabel = "PERCENT",
      defaultValue = "100",
      converter = Percent.class,
      description =
          "Share of the requests that has to be served as asked without the old vendor; default:"
              + " ${DEFAULT-VALUE}.")
  private double least = ALL;

  @Option(
      names = "--only-endpoints",
      description = "Leaves requests for no endpoint out of that share.")
  private boolean onlyEndpoints;

  @Option(
      names = "--examples",
      paramLabel = "N",
      defaultValue = "3",
      description = "URLs that are shown of each kind; default: ${DEFAULT-VALUE}.")
  private int examples;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "30",
      description = "Rows of each table; default: ${DEFAULT-VALUE}.")
  private int top;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Writes JSON; - prints it instead of tables. docs/cli.md has its fields.")
  private @Nullable String json;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Writes a page for browsers; - prints it instead of tables.")
  private @Nullable String html;

  private final Console console;
  private final Wiring wiring;

  RehearseCommand(Console console, Wiring wiring) {
    this.console = console;
    this.wiring = wiring;
    this.config = new ConfigOption(console);
  }

  @Override
  public Integer call() {
    if (!(least >= 0 && least <= ALL) || examples < 0 || top < 1) {
      throw new WrongUsage(
          "--least is 0 to 100 percent, --examples 0 or more and --top 1 or more.");
    }
    if (STDOUT.equals(html) && STDOUT.equals(json)) {
      throw new WrongUsage(
          "Only one of --json and --html can be printed; write the other to a file.");
    }
    return config.use(wiring.vertx(), this::rehearse);
  }

  private int rehearse(GatewayConfig gateway) {
    Judge judge = new Judge(EndpointBuilder.endpoints(gateway), Instant.now());
    Rehearsal rehearsal = new Rehearsal(judge, logs.rules(examples));
    logs.read(rehearsal, console.err());
    Report report = rehearsal.report();
    Goal goal = new Goal(least, !onlyEndpoints);
    print(report, goal);
    return goal.isMetBy(report) ? ExitCode.FINE : ExitCode.FINDINGS;
  }

  private void print(Report report, Goal goal) {
    boolean printed = STDOUT.equals(html) || STDOUT.equals(json);
    if (html != null) {
      put(html, new HtmlReport(report, goal).text());
    }
    if (json != null) {
      put(json, new JsonReport(report, goal).text());
    }
    if (!printed) {
      console.out().print(new TextReport(report, goal, top).text());
    }
  }

  private void put(String where, String text) {
    if (where.equals(STDOUT)) {
      console.out().print(text);
    } else {
      write(Path.of(where), text);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException notWritable) {
      throw new WrongUsage(file + " cannot be written.");
    }
  }

  /** Reads a share. */
  private static final class Percent implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      try {
        return Double.valueOf(text);
      } catch (NumberFormatException wrong) {
        throw new TypeConversionException("'" + text + "' is no number from 0 to 100");
      }
    }
  }
}
