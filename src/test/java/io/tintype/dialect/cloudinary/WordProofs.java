package io.tintype.dialect.cloudinary;

import io.tintype.proof.CloudinaryRow;
import io.tintype.testing.CaseTable;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What shows that words do what they are read as: pictures, sizes, and tests by name. */
final class WordProofs {
  private static final Pattern LINK = Pattern.compile("(.+): ([^#]+)#(\\w+)");

  /** How often each proof was found, by word. */
  private final Map<String, Map<String, Integer>> byWord = new HashMap<>();

  private WordProofs() {}

  static WordProofs read() throws IOException {
    WordProofs proofs = new WordProofs();
    for (CloudinaryRow row : CloudinaryRow.all()) {
      new HashSet<>(row.proved()).forEach(word -> proofs.add(word, "`pictures-of-cloudinary.txt`"));
    }
    CropSizes.MODES.forEach(
        mode -> proofs.add("c_" + mode, "`CropModeSizesTest.areThoseOfTheFormula`"));
    for (String line : CaseTable.lines("proofs-of-cloudinary.txt")) {
      proofs.link(line);
    }
    return proofs;
  }

  /** Tables, with the number of rows, and tests, in the order of their names. */
  List<String> of(String word) {
    return byWord.getOrDefault(word, Map.of()).entrySet().stream()
        .map(proof -> proof.getKey() + (proof.getValue() > 1 ? " ×" + proof.getValue() : ""))
        .toList();
  }

  /** One test for the words before the colon. */
  private void link(String line) {
    Matcher link = LINK.matcher(line);
    if (!link.matches() || !exists(link.group(2), link.group(3))) {
      throw new IllegalArgumentException("no such test: " + line);
    }
    String simpleName = link.group(2).substring(link.group(2).lastIndexOf('.') + 1);
    for (String word : link.group(1).split(" ", -1)) {
      add(word, "`%s.%s`".formatted(simpleName, link.group(3)));
    }
  }

  private void add(String word, String proof) {
    byWord.computeIfAbsent(word, _ -> new TreeMap<>()).merge(proof, 1, Integer::sum);
  }

  private static boolean exists(String type, String method) {
    try {
      return Arrays.stream(Class.forName(type).getDeclaredMethods())
          .anyMatch(one -> one.getName().equals(method));
    } catch (ClassNotFoundException missing) {
      return false;
    }
  }
}
