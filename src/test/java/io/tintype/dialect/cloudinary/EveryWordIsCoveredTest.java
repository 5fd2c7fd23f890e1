package io.tintype.dialect.cloudinary;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.dialect.cloudinary.CoveredWords.Use;
import io.tintype.dialect.cloudinary.Vocabulary.Family;
import io.tintype.dialect.cloudinary.Vocabulary.State;
import io.tintype.testing.CaseTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Says of every word of Cloudinary's language how far it is honoured and where that is shown.
 * {@code mvn test -Dtest=EveryWordIsCoveredTest -Dtintype.update=true} writes the document anew.
 */
class EveryWordIsCoveredTest {
  private static final Path DOCUMENT = Path.of("docs/cloudinary-coverage.md");

  /** Keys whose values are all taken. */
  private static final Set<String> NEVER_REFUSED = Set.of("$", "bl", "d", "dr", "p");

  private static final String HEAD =
      """
      # Cloudinary's language, word by word

      Made from the tables of the code by `EveryWordIsCoveredTest`, and from the words that Cloudinary documents
      (`src/test/resources/cases/parameters-of-cloudinary.txt`). What values mean is told in
      [cloudinary.md](cloudinary.md) and [cloudinary-effects.md](cloudinary-effects.md).

      - *honoured*: does what it says; a value that cannot be is reported.
      - *falls back*: does what it is documented to do where nothing is found, or what is nearest.
      - *no effect*: changes nothing here, and is not reported.
      - *reported*: known and left out, with a report in `x-tintype-ignored`, or 400 on a strict endpoint.

      Two columns count the lines of the tables in `src/test/resources/cases` that show the word honoured, and left
      out or refused; the next one names the tables. The last one says what proves that the result is right:
      `pictures-of-cloudinary.txt`, whose rows compare pictures from the whole gateway with references drawn by plain
      Java (`CloudinaryPicturesIT`), and with what comes out without the word; or a test.

      """;

  @Test
  void documentSaysWhatTheTablesSay() throws Exception {
    String declared = HEAD + document();
    if (Boolean.getBoolean("tintype.update")) {
      Files.writeString(DOCUMENT, declared);
    }
    assertThat(DOCUMENT).content().isEqualTo(declared);
  }

  @ParameterizedTest
  @EnumSource
  void everyWordIsShown(Family family) throws Exception {
    Map<Use, Set<String>> shown = shown();
    List<String> missing = new ArrayList<>();
    Vocabulary.of(family)
        .forEach(
            (word, state) -> {
              if (!shown.containsKey(new Use(family.covered(word), state != State.REPORTED))) {
                missing.add(word + " " + state.words());
              }
              boolean refused = shown.containsKey(new Use(family.covered(word), false));
              if (family == Family.KEY && !NEVER_REFUSED.contains(word) && !refused) {
                missing.add(word + " refused");
              }
            });
    assertThat(missing).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyHonouredWordIsProved(Family family) throws Exception {
    WordProofs proofs = WordProofs.read();
    List<String> unproved = new ArrayList<>();
    Vocabulary.of(family)
        .forEach(
            (word, state) -> {
              boolean does = state == State.HONOURED || state == State.FALLS_BACK;
              if (does && proofs.of(family.covered(word)).isEmpty()) {
                unproved.add(word);
              }
            });
    assertThat(unproved).isEmpty();
  }

  private static String document() throws IOException {
    Map<Use, Set<String>> shown = shown();
    Map<Use, Integer> counts = counts();
    WordProofs proofs = WordProofs.read();
    StringBuilder text = new StringBuilder();
    for (Family family : Family.values()) {
      text.append("## ").append(family.title()).append("\n\n");
      text.append("| Word | State | Honoured | Left out | Shown in | Proved by |\n");
      text.append("| --- | --- | --- | --- | --- | --- |\n");
      Vocabulary.of(family)
          .forEach(
              (word, state) -> {
                Use yes = new Use(family.covered(word), true);
                Use no = new Use(family.covered(word), false);
                Set<String> tables = new TreeSet<>(shown.getOrDefault(yes, Set.of()));
                tables.addAll(shown.getOrDefault(no, Set.of()));
                text.append(
                    "| `%s` | %s | %d | %d | %s | %s |%n"
                        .formatted(
                            word,
                            state.words(),
                            counts.getOrDefault(yes, 0),
                            counts.getOrDefault(no, 0),
                            tables.stream().map("`%s`"::formatted).collect(Collectors.joining(" ")),
                            String.join(", ", proofs.of(yes.word()))));
              });
      text.append('\n');
    }
    return text.toString().stripTrailing() + "\n";
  }

  /** The tables that show a word, honoured or not. */
  private static Map<Use, Set<String>> shown() throws IOException {
    Map<Use, Set<String>> shown = new HashMap<>();
    for (Path table : tables()) {
      for (String line : CaseTable.lines(table)) {
        for (Use use : CoveredWords.of(line)) {
          shown.computeIfAbsent(use, _ -> new TreeSet<>()).add(table.getFileName().toString());
        }
      }
    }
    return shown;
  }

  private static Map<Use, Integer> counts() throws IOException {
    Map<Use, Integer> counts = new HashMap<>();
    for (String line : CaseTable.lines(tables())) {
      CoveredWords.of(line).forEach(use -> counts.merge(use, 1, Integer::sum));
    }
    return counts;
  }

  private static List<Path> tables() throws IOException {
    List<Path> tables = new ArrayList<>(CloudinaryTableTest.tables());
    tables.addAll(CaseTable.named("(effects|layers)-of-cloudinary\\.txt"));
    return tables;
  }
}
