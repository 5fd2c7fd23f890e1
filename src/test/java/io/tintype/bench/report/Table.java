package io.tintype.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Figures in rows; the cells are text or numbers. */
public final class Table {
  private final String title;
  private final List<String> columns;
  private final List<List<Object>> rows = new ArrayList<>();

  public Table(String title, String... columns) {
    this.title = title;
    this.columns = List.of(columns);
  }

  public void row(Object... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(cells.length + " cells for " + columns);
    }
    rows.add(List.of(cells));
  }

  public String title() {
    return title;
  }

  public List<String> columns() {
    return columns;
  }

  public List<List<Object>> rows() {
    return List.copyOf(rows);
  }

  public String markdown() {
    String rule =
        columns.stream()
            .map(column -> columns.indexOf(column) == 0 ? "---" : "---:")
            .collect(Collectors.joining("|", "|", "|\n"));
    String body = rows.stream().map(Table::line).collect(Collectors.joining());
    return "**" + title + "**\n\n" + line(columns) + rule + body;
  }

  private static String line(List<?> cells) {
    return cells.stream().map(Table::cell).collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String cell(Object cell) {
    String text = cell instanceof Double figure ? Finding.text(figure) : cell.toString();
    return text.replace('|', '/').replace('\n', ' ');
  }
}
