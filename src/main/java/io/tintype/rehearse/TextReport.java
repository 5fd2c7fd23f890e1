package io.tintype.rehearse;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A report as a table for a terminal. */
public final class TextReport {
  private final Report report;
  private final Goal goal;
  private final int most;

  /**
   * Creates a report.
   *
   * @param most rows of each table, at least 1
   */
  public TextReport(Report report, Goal goal, int most) {
    this.report = report;
    this.goal = goal;
    this.most = most;
  }

  /** Everything, in lines. */
  public String text() {
    return head() + outcomes() + endpoints() + lacking() + honoured() + elsewhere() + verdict();
  }

  private String head() {
    Report.Reading reading = report.reading();
    StringBuilder text = new StringBuilder();
    text.append("%s requests".formatted(Share.number(reading.hits())));
    if (reading.leftOut() > 0) {
      text.append(
          "; %s more were answered with a failure, or do not read, and are left out"
              .formatted(Share.number(reading.leftOut())));
    }
    text.append("%n".formatted());
    if (reading.unreadable() > 0) {
      text.append(
          "%s %s cannot be read, the first: %s%n"
              .formatted(
                  Share.number(reading.unreadable()),
                  reading.unreadable() == 1 ? "line" : "lines",
                  reading.unreadablePlaces().stream()
                      .map(TextReport::printable)
                      .collect(Collectors.joining(", "))));
    }
    return text.toString();
  }

  private String outcomes() {
    StringBuilder text = new StringBuilder("%n".formatted());
    for (Outcome outcome : Outcome.values()) {
      Report.Count count = report.count(outcome);
      text.append(
          "  %-14s %14s %9s  %s%n"
              .formatted(
                  outcome.label(),
                  Share.number(count.hits()),
                  Share.text(count.hits(), report.reading().hits()),
                  outcome.meaning()));
    }
    return text.toString();
  }

  private String endpoints() {
    return table(
        "endpoint                        hits  delivered as asked without the old vendor",
        report.endpoints(),
        endpoint ->
            "  %-20s %14s  %s%n"
                .formatted(
                    endpoint.name(),
                    Share.number(endpoint.hits()),
                    Share.text(endpoint.covered(), endpoint.hits())));
  }

  private String lacking() {
    return table(
        "not as asked                    hits       URLs  becomes      why",
        report.rows(false),
        row ->
            "  %-20s %14s %10s  %-12s %s%n"
                    .formatted(
                        row.part().parameter(),
                        Share.number(row.count().hits()),
                        Share.urls(row.count()),
                        row.part().outcome().label(),
                        printable(row.part().reason()))
                + examples(row.examples()));
  }

  private String honoured() {
    return table(
        "as asked                        hits       URLs",
        report.rows(true),
        row ->
            "  %-20s %14s %10s%n"
                .formatted(
                    row.part().parameter(),
                    Share.number(row.count().hits()),
                    Share.urls(row.count())));
  }

  private String elsewhere() {
    return report.elsewhere().isEmpty()
        ? ""
        : "%nfor no endpoint, such as%n".formatted() + examples(report.elsewhere());
  }

  private String verdict() {
    return "%n%s of %s requests are delivered as asked without the old vendor; %s %% have to be.%n"
        .formatted(
            Share.text(report.covered(), goal.asked(report)),
            Share.number(goal.asked(report)),
            Double.toString(goal.least()).replaceFirst("\\.0$", ""));
  }

  private <T> String table(String title, List<T> rows, Function<T, String> line) {
    if (rows.isEmpty()) {
      return "";
    }
    String more =
        rows.size() > most
            ? "  … and %s more; --json and --html have them all%n"
                .formatted(Share.number(rows.size() - most))
            : "";
    return "%n%s%n".formatted(title)
        + rows.stream().limit(most).map(line).collect(Collectors.joining())
        + more;
  }

  private static String examples(List<String> urls) {
    return urls.stream().map("      %s%n"::formatted).collect(Collectors.joining());
  }

  /** Without what a terminal would take for an order. */
  private static String printable(String text) {
    return text.codePoints()
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
