package io.tintype.rehearse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A report as a page that needs nothing else and runs nothing: what it shows was written by whoever
 * sent requests. It is well-formed XML, too.
 */
public final class HtmlReport {
  private static final String STYLE = "report.css";

  private final Report report;
  private final Goal goal;

  public HtmlReport(Report report, Goal goal) {
    this.report = report;
    this.goal = goal;
  }

  /** The page. */
  public String text() {
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'" />
    <title>Rehearsal: %1$s</title>
    <style>
    %2$s</style>
    </head>
    <body>
    <main>
    <h1>%1$s of %3$s requests</h1>
    <p>are delivered as asked without the old vendor; %4$s&#160;%% have to be:
    <strong>%5$s</strong>.</p>
    %6$s</main>
    </body>
    </html>
    """
        .formatted(
            Share.text(report.covered(), goal.asked(report)),
            style(),
            Share.number(goal.asked(report)),
            Double.toString(goal.least()).replaceFirst("\\.0$", ""),
            goal.isMetBy(report) ? "they are" : "they are not",
            bar() + outcomes() + reading() + endpoints() + lacking() + honoured() + elsewhere());
  }

  private String bar() {
    return Arrays.stream(Outcome.values())
        .filter(outcome -> report.count(outcome).hits() > 0)
        .map(
            outcome ->
                String.format(
                    Locale.ROOT,
                    "<span class=\"%s\" style=\"flex-grow:%.4f\" title=\"%s %s\"></span>",
                    outcome.key(),
                    (double) report.count(outcome).hits() / report.reading().hits(),
                    outcome.label(),
                    share(outcome)))
        .collect(Collectors.joining("", "<div class=\"bar\">", "</div>\n"));
  }

  private String outcomes() {
    return table(
        "What becomes of requests",
        List.of("", "Hits", "Share", "URLs", ""),
        Arrays.stream(Outcome.values())
            .map(
                outcome ->
                    List.of(
                        "<i class=\"%s\"></i>%s".formatted(outcome.key(), outcome.label()),
                        Share.number(report.count(outcome).hits()),
                        share(outcome),
                        Share.urls(report.count(outcome)),
                        escaped(outcome.meaning())))
            .toList());
  }

  private String reading() {
    Report.Reading reading = report.reading();
    return """
    <p>Left out: %s requests that were answered with a failure, or do not read.
    Not readable: %s lines%s.</p>
    """
        .formatted(
            Share.number(reading.leftOut()),
            Share.number(reading.unreadable()),
            reading.unreadablePlaces().isEmpty()
                ? ""
                : " (" + escaped(String.join(", ", reading.unreadablePlaces())) + ")");
  }

  private String endpoints() {
    return table(
        "Endpoints",
        List.of("Endpoint", "Hits", "As asked"),
        report.endpoints().stream()
            .map(
                endpoint ->
                    List.of(
                        escaped(endpoint.name()),
                        Share.number(endpoint.hits()),
                        Share.text(endpoint.covered(), endpoint.hits())))
            .toList());
  }

  private String lacking() {
    return table(
        "Not as asked",
        List.of("Parameter", "Hits", "Share", "URLs", "Becomes", "Why, and where"),
        report.rows(false).stream()
            .map(
                row ->
                    List.of(
                        escaped(row.part().parameter()),
                        Share.number(row.count().hits()),
                        Share.text(row.count().hits(), report.reading().hits()),
                        Share.urls(row.count()),
                        "<i class=\"%s\"></i>%s"
                            .formatted(row.part().outcome().key(), row.part().outcome().label()),
                        escaped(row.part().reason()) + examples(row.examples())))
            .toList());
  }

  private String honoured() {
    return table(
        "As asked",
        List.of("Parameter", "Hits", "Share", "URLs", "Where"),
        report.rows(true).stream()
            .map(
                row ->
                    List.of(
                        escaped(row.part().parameter()),
                        Share.number(row.count().hits()),
                        Share.text(row.count().hits(), report.reading().hits()),
                        Share.urls(row.count()),
                        examples(row.examples())))
            .toList());
  }

  private String elsewhere() {
    return report.elsewhere().isEmpty()
        ? ""
        : "<h2>For no endpoint, such as</h2>\n" + examples(report.elsewhere()) + "\n";
  }

  private String share(Outcome outcome) {
    return Share.text(report.count(outcome).hits(), report.reading().hits());
  }

  /** A table of cells that are HTML already. */
  private static String table(String title, List<String> heads, List<List<String>> rows) {
    if (rows.isEmpty()) {
      return "";
    }
    String body = rows.stream().map(row -> line("td", row)).collect(Collectors.joining());
    return """
    <h2>%s</h2>
    <div class="wide"><table>
    <thead>
    %s</thead>
    <tbody>
    %s</tbody>
    </table></div>
    """
        .formatted(title, line("th", heads), body);
  }

  private static String line(String element, List<String> cells) {
    return cells.stream()
        .map(cell -> "<%1$s>%2$s</%1$s>".formatted(element, cell))
        .collect(Collectors.joining("", "<tr>", "</tr>\n"));
  }

  private static String examples(List<String> urls) {
    return urls.stream()
        .map(url -> "<code>" + escaped(url) + "</code>")
        .collect(Collectors.joining());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String style() {
    try (InputStream in = HtmlReport.class.getResourceAsStream(STYLE)) {
      if (in == null) {
        throw new IllegalStateException(STYLE + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
