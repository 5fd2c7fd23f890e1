package io.tintype.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a command runs.
 *
 * @param environment values of {@code ${NAME}} in configurations
 * @param home directory with the bundled {@code conf}
 * @param out for results
 * @param err for complaints
 */
public record Console(
    Map<String, String> environment, Path home, PrintWriter out, PrintWriter err) {
  /** The configuration that comes with Tintype. */
  Path bundledConfig() {
    return home.resolve("conf").resolve("tintype.yaml");
  }
}
