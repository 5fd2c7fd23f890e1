package io.tintype.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Tables of cases: a line each, what goes in and what comes out, with an arrow between. */
public final class CaseTable {
  /** Stands between the two. */
  public static final String ARROW = " ⇒ ";

  private static final Path FOLDER = Path.of("src/test/resources/cases");

  private CaseTable() {}

  /** What goes in. */
  public static String input(String line) {
    return line.substring(0, line.indexOf(ARROW));
  }

  /** The lines of one table, without empty ones and comments. */
  public static List<String> lines(String name) throws IOException {
    return lines(FOLDER.resolve(name));
  }

  /** The same of a file. */
  public static List<String> lines(Path table) throws IOException {
    return Files.readAllLines(table).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }

  /** The lines of all tables. */
  public static List<String> lines(List<Path> tables) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path table : tables) {
      lines.addAll(lines(table));
    }
    return lines;
  }

  /** The tables with a name like this, by name. */
  public static List<Path> named(String pattern) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.getFileName().toString().matches(pattern)).sorted().toList();
    }
  }
}
