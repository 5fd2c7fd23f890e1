package io.tintype.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.RawRequest;
import io.tintype.dialect.imagekit.ImageKitDialect;
import io.tintype.dialect.imagekit.ImageKitSettings;
import io.tintype.fault.FaultException;
import io.tintype.model.Accepts;
import io.tintype.model.Limits;
import io.tintype.model.SourceRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a URL computes and nobody can use is told in the URL's own words, or refused. */
class UnusableNumbersTest {
  private static final String PREFIX = "Bad transformation request: ";
  private static final Map<String, String> NAMES = Map.of("broken", "w-iw_div_0");
  private static final Limits ROOMY = resultsOf(10_000_000_000L);
  private static final List<String> OPERANDS =
      List.of(
          "iw", "ih", "iar", "idn", "cw", "ch", "car", "0", "1", "2.5", "640", "0.001", "70000");
  private static final List<String> OPERATORS = List.of("add", "sub", "mul", "div", "mod", "pow");

  @ParameterizedTest
  @MethodSource("rows")
  void isTold(Row row) {
    assertThat(row.told(false)).isEqualTo(row.reported());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void isRefusedWhereTheEndpointIsStrict(Row row) {
    String sentence;
    try {
      row.told(true);
      sentence = "-";
    } catch (FaultException refused) {
      sentence = refused.fault().message().replace(PREFIX, "");
    }

    assertThat(sentence).isEqualTo(row.sentence());
  }

  /** Each text is read into a tree, which says that it cannot be used, and how it was written. */
  @Test
  void comesBackAsItWasWritten() {
    Random random = new Random(20_261_122);
    int unusable = 0;
    for (int i = 0; i < 5_000; i++) {
      String chain = "w-" + sum(random);

      List<String> unmet = plan(parse(chain, false, false), false, false).unmet();

      unusable += unmet.size();
      assertThat(unmet).isSubsetOf(chain);
    }
    assertThat(unusable).isBetween(1_000, 4_000);
  }

  private static String sum(Random random) {
    StringBuilder sum = new StringBuilder(any(OPERANDS, random));
    for (int more = 1 + random.nextInt(6); more > 0; more--) {
      sum.append('_').append(any(OPERATORS, random)).append('_').append(any(OPERANDS, random));
    }
    return sum.toString();
  }

  private static String any(List<String> words, Random random) {
    return words.get(random.nextInt(words.size()));
  }

  private static DeliveryRequest parse(String chain, boolean strict, boolean legacy) {
    return new ImageKitDialect(new ImageKitSettings(NAMES, strict, legacy, false))
        .parse(new RawRequest("tr:" + chain + "/img.png", ""));
  }

  private static RenderPlan plan(DeliveryRequest request, boolean strict, boolean moving) {
    OutputRules rules = new OutputRules(80, List.of(), 4_000_000, strict);
    FakeProbe probe =
        new FakeProbe()
            .layer(new SourceRef.Named("a.png", ""), Plans.clear("100x50"))
            .measures(30, 10);
    return new Planner()
        .plan(
            moving ? Plans.moving("640x480", 3) : Plans.png("640x480"),
            request.transformation(),
            Accepts.NEITHER,
            rules,
            ROOMY,
            probe);
  }

  private static Limits resultsOf(long pixels) {
    Limits usual = Limits.DEFAULT;
    return new Limits(
        usual.sourceBytes(),
        usual.sourcePixels(),
        usual.frames(),
        pixels,
        usual.steps(),
        usual.layers(),
        usual.nesting(),
        usual.fetchTime(),
        usual.renderTime(),
        usual.queueTime(),
        usual.sizes());
  }

  static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    try (var table = UnusableNumbersTest.class.getResourceAsStream("/cases/unusable-numbers.txt")) {
      new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Row::of)
          .forEach(rows::add);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return rows;
  }

  record Row(boolean legacy, boolean moving, String chain, String reported, String sentence) {
    static Row of(String line) {
      List<String> cells = Stream.of(line.split(" ⇒ ", -1)).map(String::strip).toList();
      String chain = cells.get(0);
      return new Row(
          chain.startsWith("legacy "),
          chain.startsWith("moving "),
          chain.substring(chain.indexOf(' ') + 1),
          cells.get(1),
          cells.get(2));
    }

    String told(boolean strict) {
      DeliveryRequest request = parse(chain, strict, legacy);
      List<String> told = request.unhonoured(plan(request, strict, moving).unmet());
      return told.isEmpty() ? "-" : String.join(" ", told);
    }
  }
}
