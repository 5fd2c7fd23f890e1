package io.tintype.bench;

import io.tintype.bench.bar.Bar;
import io.tintype.bench.bar.DefaultSettings;
import io.tintype.bench.bar.Disk;
import io.tintype.bench.bar.Families;
import io.tintype.bench.bar.Growth;
import io.tintype.bench.bar.Hits;
import io.tintype.bench.bar.Memory;
import io.tintype.bench.bar.Overload;
import io.tintype.bench.bar.SameSettings;
import io.tintype.bench.bar.Start;
import io.tintype.bench.report.Finding;
import io.tintype.bench.report.Machine;
import io.tintype.bench.report.Report;
import io.tintype.bench.report.Section;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The command line of {@code bin/bench}. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = {
      "Measures Tintype beside libvips alone, sharp, nginx and varnish, and prints tables.",
      "What is not installed is said and left out. docs/performance.md tells how to read them."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  bin/bench                                 everything; takes about an hour",
      "  bin/bench --quick --bars 1,4",
      "  bin/bench --pictures ~/photos --json out.json",
      "  bin/bench --micro                         small parts, with JMH",
      "",
      "Exits with 0 if every target was met, with 1 if one was missed."
    })
public final class Bench implements Callable<Integer> {
  static final List<Bar> BARS =
      List.of(
          new SameSettings(),
          new DefaultSettings(),
          new Families(),
          new Hits(),
          new Disk(),
          new Memory(),
          new Start(),
          new Growth(),
          new Overload());

  private static final int FINE = 0;
  private static final int MISSED = 1;

  @Option(
      names = "--bars",
      split = ",",
      paramLabel = "NUMBER",
      description = "Which bars, such as 1,4; default: all.")
  private List<Integer> numbers = BARS.stream().map(Bar::number).toList();

  @Option(names = "--quick", description = "One short round: shows what is far off.")
  private boolean quick;

  @Option(names = "--smoke", description = "One second each: only shows that it runs.")
  private boolean smoke;

  @Option(names = "--rounds", paramLabel = "COUNT", description = "How often servers take turns.")
  private Optional<Integer> rounds = Optional.empty();

  @Option(
      names = "--minutes",
      paramLabel = "COUNT",
      description = "How long memory is watched; default: 10.")
  private Optional<Integer> minutes = Optional.empty();

  @Option(
      names = "--entries",
      paramLabel = "COUNT",
      description = "How many results the cache is filled with, a few milliseconds each.")
  private Optional<Integer> entries = Optional.empty();

  @Option(
      names = "--pictures",
      paramLabel = "DIR",
      description = "Your own pictures, by the names of docs/performance.md; others are made.")
  private Optional<Path> pictures = Optional.empty();

  @Option(names = "--json", paramLabel = "FILE", description = "Writes all figures there, too.")
  private Optional<Path> json = Optional.empty();

  @Option(
      names = "--ports",
      paramLabel = "FIRST",
      defaultValue = "19500",
      description = "Ports from there on are used, except taken ones; default: ${DEFAULT-VALUE}.")
  private int firstPort;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  private final PrintWriter out;
  private final Path home;
  private final String command;

  private Bench(PrintWriter out, Path home, String command) {
    this.out = out;
    this.home = home;
    this.command = command;
  }

  public static void main(String... arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    System.exit(run(out, Path.of(System.getProperty("tintype.home")), arguments));
  }

  /**
   * @param home the checkout
   */
  static int run(PrintWriter out, Path home, String... arguments) {
    String command = ("bin/bench " + String.join(" ", arguments)).strip();
    return new CommandLine(new Bench(out, home, command)).execute(arguments);
  }

  @Override
  public Integer call() throws IOException {
    List<Bar> chosen = BARS.stream().filter(bar -> numbers.contains(bar.number())).toList();
    if (chosen.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "There is no such bar: " + numbers);
    }
    Report report = new Report(command, Machine.here());
    out.print(report.heading());
    out.flush();
    try (Rig rig = new Rig(home, pace(), pictures, firstPort)) {
      for (Bar bar : chosen) {
        report.add(measured(bar, rig));
      }
    }
    if (json.isPresent()) {
      Files.writeString(json.get(), report.json().encodePrettily());
    }
    return report.fallsShort() ? MISSED : FINE;
  }

  private Section measured(Bar bar, Rig rig) {
    Section section = new Section(bar.number(), bar.title());
    try {
      bar.measure(rig, section);
    } catch (IllegalStateException | UncheckedIOException broken) {
      section.find(Finding.broken(bar.title(), String.valueOf(broken.getMessage())));
    }
    out.print(section.markdown());
    out.flush();
    return section;
  }

  private Pace pace() {
    Pace pace = smoke ? Pace.SMOKE : quick ? Pace.QUICK : Pace.FULL;
    pace = rounds.isPresent() ? pace.withRounds(rounds.get()) : pace;
    pace = minutes.isPresent() ? pace.withMix(Duration.ofMinutes(minutes.get())) : pace;
    return entries.isPresent() ? pace.withEntries(entries.get()) : pace;
  }
}
