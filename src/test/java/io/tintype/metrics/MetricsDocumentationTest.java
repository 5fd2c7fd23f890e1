package io.tintype.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.telemetry.Gauge;
import io.tintype.telemetry.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsDocumentationTest {
  @Test
  void documentsExactlyWhatThereIs() throws IOException {
    List<String> documented =
        Files.readAllLines(Path.of("docs/metrics.md")).stream()
            .filter(line -> line.startsWith("| `tintype_"))
            .toList();

    assertThat(documented).containsExactlyElementsOf(expected());
  }

  private static List<String> expected() {
    List<String> rows = new ArrayList<>();
    for (Metric metric : Metric.values()) {
      boolean counter = metric.kind() == Metric.Kind.COUNTER;
      rows.add(
          row(
              metric.title() + (counter ? "_total" : ""),
              counter ? "counter" : "histogram",
              metric.labels(),
              metric.help()));
    }
    for (Gauge gauge : Gauge.values()) {
      rows.add(row(gauge.title(), "gauge", gauge.labels(), gauge.help()));
    }
    return rows;
  }

  private static String row(String name, String kind, List<String> labels, String help) {
    String names = labels.isEmpty() ? "–" : "`" + String.join("` `", labels) + "`";
    return "| `%s` | %s | %s | %s |".formatted(name, kind, names, help);
  }
}
