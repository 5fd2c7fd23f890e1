package io.tintype.dialect.imagekit;

import io.tintype.dialect.imagekit.CoveredKeys.Mention;
import io.tintype.dialect.imagekit.CoveredKeys.Where;
import io.tintype.proof.Row;
import io.tintype.testing.CaseTable;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What shows that parameters do what they are read as: pictures, sizes, and tests by name. */
final class Proofs {
  /** Where documented sizes of ImageKit's follow from the parameter. */
  private static final Set<String> SIZES = Set.of("w", "h", "ar", "c", "cm", "dpr", "rt");

  private static final Pattern CHAIN_CELL =
      Pattern.compile("[0-9]*,[0-9]*,(?:\"([^\"]*)\"|([^,]*)),.*");
  private static final Pattern LINK = Pattern.compile("([A-Z]+) ([^:]+): ([^#]+)#(\\w+)");

  /** A parameter in a place. */
  record Subject(Where where, String key) {}

  /** How often each proof was found. */
  private final Map<Subject, Map<String, Integer>> bySubject = new LinkedHashMap<>();

  private Proofs() {}

  static Proofs read() throws IOException, URISyntaxException {
    Proofs proofs = new Proofs();
    for (Row row : Row.all()) {
      for (Subject subject : subjects(row.mentions())) {
        proofs.add(subject, "`pictures.txt`");
      }
    }
    for (String line : lines("imagekit-dims.csv")) {
      Matcher cell = CHAIN_CELL.matcher(line);
      if (cell.matches()) {
        String chain = cell.group(1) == null ? cell.group(2) : cell.group(1);
        subjects(CoveredKeys.mentions(chain)).stream()
            .filter(subject -> SIZES.contains(subject.key()))
            .forEach(subject -> proofs.add(subject, "`imagekit-dims.csv`"));
      }
    }
    for (String line : lines("proofs.txt")) {
      proofs.link(line);
    }
    return proofs;
  }

  /** Tables, with the number of rows, and tests, in the order of their names. */
  List<String> of(Where where, String key) {
    return bySubject.getOrDefault(new Subject(where, key), Map.of()).entrySet().stream()
        .map(proof -> proof.getKey() + (proof.getValue() > 1 ? " ×" + proof.getValue() : ""))
        .toList();
  }

  private void link(String line) {
    Matcher link = LINK.matcher(line);
    if (!link.matches() || !exists(link.group(3), link.group(4))) {
      throw new IllegalArgumentException("no such test: " + line);
    }
    String simpleName = link.group(3).substring(link.group(3).lastIndexOf('.') + 1);
    add(
        new Subject(Where.valueOf(link.group(1)), link.group(2)),
        "`%s.%s`".formatted(simpleName, link.group(4)));
  }

  private void add(Subject subject, String proof) {
    bySubject.computeIfAbsent(subject, _ -> new TreeMap<>()).merge(proof, 1, Integer::sum);
  }

  private static Set<Subject> subjects(List<Mention> mentions) {
    return mentions.stream()
        .map(mention -> new Subject(mention.where(), mention.key()))
        .collect(Collectors.toSet());
  }

  private static boolean exists(String type, String method) {
    try {
      return Arrays.stream(Class.forName(type).getDeclaredMethods())
          .anyMatch(one -> one.getName().equals(method));
    } catch (ClassNotFoundException missing) {
      return false;
    }
  }

  private static Iterable<String> lines(String name) throws IOException, URISyntaxException {
    var resource = Objects.requireNonNull(Proofs.class.getResource("/cases/" + name));
    return CaseTable.lines(Path.of(resource.toURI()));
  }
}
