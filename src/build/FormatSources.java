import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs google-java-format over the Java sources below the working directory. The build starts it on
 * the project's JDK, since the formatter does not run on the older JDK that Maven may be using.
 *
 * <p>Arguments: {@code check} or {@code replace}, then a stamp file. Sources older than the stamp
 * were right at the last run and are not looked at again.
 */
public final class FormatSources {

  private FormatSources() {}

  /** Exits with status 1 when a source is not formatted. */
  public static void main(String... args) throws Exception {
    boolean replace = args[0].equals("replace");
    Path stamp = Path.of(args[1]);
    FileTime started = FileTime.fromMillis(System.currentTimeMillis());
    List<String> sources = changedSources(stamp);
    if (!sources.isEmpty() && run(replace, sources) != 0) {
      System.exit(1);
    }
    Files.createDirectories(stamp.getParent());
    if (!Files.exists(stamp)) {
      Files.createFile(stamp);
    }
    Files.setLastModifiedTime(stamp, started);
  }

  private static List<String> changedSources(Path stamp) throws IOException {
    FileTime since =
        Files.exists(stamp) ? Files.getLastModifiedTime(stamp) : FileTime.fromMillis(0);
    List<String> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      for (Path file : (Iterable<Path>) files.sorted(Comparator.naturalOrder())::iterator) {
        if (file.toString().endsWith(".java")
            && Files.getLastModifiedTime(file).compareTo(since) >= 0) {
          sources.add(file.toString());
        }
      }
    }
    return sources;
  }

  private static int run(boolean replace, List<String> sources) throws Exception {
    List<String> arguments =
        new ArrayList<>(
            replace ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
    arguments.addAll(sources);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        new Main(new PrintWriter(out, true), new PrintWriter(err, true), System.in)
            .format(arguments.toArray(String[]::new));
    System.err.print(err);
    if (status != 0) {
      if (!out.toString().isBlank()) {
        System.err.print("Not formatted:\n" + out.toString().indent(2));
      }
      System.err.println("Reformat with: mvn -q -Pformat validate");
    }
    return status;
  }
}
