package io.tintype.cli;

import io.tintype.cli.ConfigOption.WrongUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line of Tintype. */
@Command(
    name = "tintype",
    description =
        "Tintype: a self-hosted image gateway. It serves resized, converted and optimised"
            + " images from folders, buckets and web servers.",
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nTo begin with:%n",
    footer = {
      "  tintype serve                            the demo, on bundled pictures",
      "  tintype explain /demo/tr:w-400/shop.jpg  how that URL is read",
      "  tintype check --config my.yaml           is a configuration of your own fine?",
      "  tintype serve --config my.yaml           serve it",
      "",
      "Each command has its own --help. Exit codes: 0 fine, 1 findings, 2 wrong usage."
    })
public final class TintypeCommand {
  private TintypeCommand() {}

  /**
   * Runs one command to its end.
   *
   * @return the exit code
   */
  public static int run(Console console, Wiring wiring, String... arguments) {
    int code =
        ServeCommand.plainly(console, wiring, arguments)
            .map(command -> serve(console, command))
            .orElseGet(() -> parsed(console, wiring, arguments));
    console.out().flush();
    console.err().flush();
    return code;
  }

  private static int serve(Console console, ServeCommand command) {
    try {
      return command.call();
    } catch (WrongUsage usage) {
      console.err().println(usage.getMessage());
      return ExitCode.USAGE;
    }
  }

  private static int parsed(Console console, Wiring wiring, String... arguments) {
    CommandLine line = new CommandLine(new TintypeCommand());
    line.addSubcommand(new ServeCommand(console, wiring));
    line.addSubcommand(new CheckCommand(console, wiring));
    line.addSubcommand(new ExplainCommand(console, wiring));
    line.addSubcommand(new SignCommand(console, wiring));
    line.addSubcommand(new ConvertCommand(console, wiring));
    line.addSubcommand(new ImportCommand(console));
    line.addSubcommand(new RehearseCommand(console, wiring));
    line.addSubcommand(new HealthCommand(console, wiring));
    line.addSubcommand(new VersionCommand(console, wiring));
    line.addSubcommand(new TrainCommand(console, wiring));
    addHelp(line);
    line.getCommandSpec()
        .version("Tintype " + VersionCommand.tintype())
        .addOption(
            OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Shows the version; the command of this name shows more.")
                .build());
    line.getSubcommands().values().forEach(TintypeCommand::addHelp);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setOut(console.out());
    line.setErr(console.err());
    line.setParameterExceptionHandler((wrong, _) -> wrongUsage(console, wrong));
    line.setExecutionExceptionHandler(
        (failure, _, _) -> {
          if (failure instanceof WrongUsage usage) {
            console.err().println(usage.getMessage());
            return ExitCode.USAGE;
          }
          throw failure;
        });
    return line.execute(arguments);
  }

  /** Says what is wrong, briefly: a page of help would push it out of sight. */
  private static int wrongUsage(Console console, ParameterException wrong) {
    CommandLine line = wrong.getCommandLine();
    console.err().println(wrong.getMessage());
    if (namesAFile(wrong)) {
      console.err().println("A configuration is named with --config FILE.");
    } else if (!UnmatchedArgumentException.printSuggestions(wrong, console.err())) {
      console.err().print(line.getHelp().fullSynopsis());
    }
    console.err().println("See " + line.getCommandSpec().qualifiedName() + " --help.");
    return ExitCode.USAGE;
  }

  private static boolean namesAFile(ParameterException wrong) {
    return wrong instanceof UnmatchedArgumentException extra
        && wrong.getCommandLine().getCommandSpec().findOption("--config") != null
        && Files.exists(Path.of(extra.getUnmatched().getFirst()));
  }

  private static void addHelp(CommandLine line) {
    line.getCommandSpec().usageMessage().width(100);
    line.getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Shows this help.")
                .build());
  }
}
