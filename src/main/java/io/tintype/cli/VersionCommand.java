package io.tintype.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Says which versions of what are running. */
@Command(
    name = "version",
    description = "Prints the versions of Tintype, Java, Vert.x and libvips.")
final class VersionCommand implements Callable<Integer> {
  private final Console console;
  private final Wiring wiring;

  VersionCommand(Console console, Wiring wiring) {
    this.console = console;
    this.wiring = wiring;
  }

  @Override
  public Integer call() {
    console.out().println("Tintype " + tintype());
    console.out().println("Java " + Runtime.version());
    console.out().println("Vert.x " + vertx());
    console.out().println("libvips " + libvips());
    return ExitCode.FINE;
  }

  static String tintype() {
    return Objects.requireNonNullElse(
        VersionCommand.class.getPackage().getImplementationVersion(), "(not packaged)");
  }

  private static String vertx() {
    try (InputStream file =
        VersionCommand.class.getResourceAsStream("/META-INF/vertx/vertx-version.txt")) {
      return file == null ? "?" : new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException _) {
      return "?";
    }
  }

  private String libvips() {
    try {
      return wiring.libvipsVersion().get();
    } catch (RuntimeException | LinkageError missing) {
      return "cannot be loaded: " + missing.getMessage();
    }
  }
}
