package io.tintype.dialect.imagekit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.dialect.Param;
import io.tintype.dialect.ParamTable;
import io.tintype.dialect.imagekit.CoveredKeys.Use;
import io.tintype.dialect.imagekit.CoveredKeys.Where;
import io.tintype.testing.CaseTable;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Says of every parameter that ImageKit documents how far it is honoured and where that is shown.
 * {@code mvn test -Dtest=EveryParamIsCoveredTest -Dtintype.update=true} writes the document anew.
 */
class EveryParamIsCoveredTest {
  private static final Path DOCUMENT = Path.of("docs/imagekit-coverage.md");

  /** What has no name of its own in a table of parameters. */
  private static final List<String> STRUCTURE = List.of("n", "l", "if");

  /** The quality of an overlay: nothing is encoded before the whole picture is. */
  private static final String WITHOUT_EFFECT = "oiq";

  /** Another value than ik_canvas, and the layer is no block. */
  private static final List<String> NAMES_OF_A_BLOCK = List.of("i", "ie");

  private static final String HEAD =
      """
      # ImageKit's parameters, one by one

      Made from the code by `EveryParamIsCoveredTest`; the list of parameters is
      `src/test/resources/cases/parameters.txt`, taken from ImageKit's documentation and SDKs. What values
      mean is told in [imagekit.md](imagekit.md).

      - *supported*: honoured; a value that cannot be is reported.
      - *reported*: known and left out, with a report in `x-tintype-ignored`, or 400 on a strict endpoint.
      - *with `legacyOverlays`*: honoured on endpoints with that switch, elsewhere 400 as by ImageKit.

      Two columns count the URLs in `src/test/resources/cases` that show the parameter honoured, and
      left out or refused; the next one names the tables that they stand in. What is reported in the
      chain is reported in layers, too. The last column says what proves that the result is right:
      `pictures.txt`, whose rows compare pictures from the whole gateway with references drawn by plain
      Java (`PicturesIT`), and with what comes out without the parameter; `imagekit-dims.csv`,
      the sizes that ImageKit documents (`ImageKitDimsIT`); or a test.

      """;

  @Test
  void documentSaysWhatTheTablesSay() throws Exception {
    String declared = HEAD + document();
    if (Boolean.getBoolean("tintype.update")) {
      Files.writeString(DOCUMENT, declared);
    }
    assertThat(DOCUMENT).content().isEqualTo(declared);
  }

  @Test
  void everyDocumentedParameterIsKnown() throws Exception {
    for (Map.Entry<Where, List<String>> keys : documented().entrySet()) {
      assertThat(states(keys.getKey()).keySet())
          .as(keys.getKey().words())
          .containsAll(keys.getValue());
    }
  }

  @Test
  void everyKnownParameterIsDocumented() throws Exception {
    for (Where where : Where.values()) {
      assertThat(documented().getOrDefault(where, List.of()))
          .as(where.words())
          .containsAll(states(where).keySet());
    }
  }

  @Test
  void everySupportedParameterHasAcceptedAndRefusedCases() throws Exception {
    Map<Use, Set<String>> shown = shown();
    for (Where where : Where.values()) {
      states(where)
          .forEach(
              (key, state) -> {
                if (!state.equals("reported") && !key.equals(WITHOUT_EFFECT)) {
                  assertThat(shown).as(where + " " + key).containsKey(new Use(where, key, true));
                }
                if (!(where == Where.BLOCK && NAMES_OF_A_BLOCK.contains(key))) {
                  assertThat(shown).as(where + " " + key).containsKey(new Use(where, key, false));
                }
              });
    }
  }

  @Test
  void everySupportedParameterIsProved() throws Exception {
    Proofs proofs = Proofs.read();
    for (Where where : Where.values()) {
      states(where)
          .forEach(
              (key, state) -> {
                if (!state.equals("reported") && !key.equals(WITHOUT_EFFECT)) {
                  assertThat(proofs.of(where, key)).as(where + " " + key).isNotEmpty();
                }
              });
    }
  }

  private static String document() throws IOException, URISyntaxException {
    Map<Use, Set<String>> shown = shown();
    Map<Use, Integer> counts = counts();
    Proofs proofs = Proofs.read();
    StringBuilder text = new StringBuilder();
    for (Where where : Where.values()) {
      text.append("## In ").append(where.words()).append("\n\n");
      text.append("| Parameter | State | Honoured | Left out | Shown in | Proved by |\n");
      text.append("| --- | --- | --- | --- | --- | --- |\n");
      states(where)
          .forEach(
              (key, state) -> {
                Use yes = new Use(where, key, true);
                Use no = new Use(where, key, false);
                Set<String> tables = new TreeSet<>(shown.getOrDefault(yes, Set.of()));
                tables.addAll(shown.getOrDefault(no, Set.of()));
                text.append(
                    "| `%s` | %s | %d | %d | %s | %s |%n"
                        .formatted(
                            key,
                            state,
                            counts.getOrDefault(yes, 0),
                            counts.getOrDefault(no, 0),
                            tables.stream().map("`%s`"::formatted).collect(Collectors.joining(" ")),
                            String.join(", ", proofs.of(where, key))));
              });
      text.append('\n');
    }
    return text.toString().stripTrailing() + "\n";
  }

  /** The tables that show a parameter in a place, honoured or not. */
  private static Map<Use, Set<String>> shown() throws IOException, URISyntaxException {
    Map<Use, Set<String>> shown = new LinkedHashMap<>();
    for (Path table : ImageKitTableTest.tables()) {
      for (String line : CaseTable.lines(table)) {
        for (Use use : CoveredKeys.of(line)) {
          shown.computeIfAbsent(use, _ -> new TreeSet<>()).add(table.getFileName().toString());
        }
      }
    }
    return shown;
  }

  private static Map<Use, Integer> counts() throws IOException, URISyntaxException {
    Map<Use, Integer> counts = new LinkedHashMap<>();
    for (String line : ImageKitTableTest.lines()) {
      CoveredKeys.of(line).stream().distinct().forEach(use -> counts.merge(use, 1, Integer::sum));
    }
    return counts;
  }

  /** How far the code says a parameter is honoured, by name. */
  private static Map<String, String> states(Where where) {
    List<ParamTable<?>> tables =
        switch (where) {
          case CHAIN -> List.of(Params.STEP, Params.OUTPUT, Params.DELIVERY);
          case PICTURE -> List.of(Params.LAYER_STEP, Params.PICTURE, Params.PLACEMENT);
          case TEXT -> List.of(Params.TEXT_STEP, Params.TEXT, Params.PLACEMENT);
          case BLOCK -> List.of(Params.BLOCK_STEP, Params.BLOCK, Params.PLACEMENT);
        };
    Map<String, String> states = new TreeMap<>();
    for (ParamTable<?> table : tables) {
      for (Param<?> param : table.all()) {
        if (where == Where.CHAIN || param.support() == Param.Support.SUPPORTED) {
          states.put(param.name(), state(param.support()));
        }
      }
    }
    STRUCTURE.forEach(key -> states.put(key, state(Param.Support.SUPPORTED)));
    return states;
  }

  private static String state(Param.Support support) {
    return switch (support) {
      case SUPPORTED -> "supported";
      case LATER, REPORTED -> "reported";
      case REMOVED -> "with `legacyOverlays`";
    };
  }

  /** What ImageKit documents: lines of a place, a colon and names. */
  private static Map<Where, List<String>> documented() throws IOException, URISyntaxException {
    var resource =
        Objects.requireNonNull(EveryParamIsCoveredTest.class.getResource("/cases/parameters.txt"));
    Map<Where, List<String>> documented = new EnumMap<>(Where.class);
    for (String line : CaseTable.lines(Path.of(resource.toURI()))) {
      String[] parts = line.split(": ", 2);
      documented
          .computeIfAbsent(Where.valueOf(parts[0]), _ -> new ArrayList<>())
          .addAll(List.of(parts[1].split(" ", -1)));
    }
    return documented;
  }
}
