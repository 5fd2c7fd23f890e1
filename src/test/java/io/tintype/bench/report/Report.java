package io.tintype.bench.report;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Everything that came out of a run. */
public final class Report {
  private final String command;
  private final Machine machine;
  private final List<Section> sections = new ArrayList<>();

  public Report(String command, Machine machine) {
    this.command = command;
    this.machine = machine;
  }

  public void add(Section section) {
    sections.add(section);
  }

  /** Whether some target was missed. */
  public boolean fallsShort() {
    return sections.stream()
        .flatMap(section -> section.findings().stream())
        .anyMatch(finding -> finding.verdict() == Verdict.NOT_MET);
  }

  public String heading() {
    return "# `%s`\n\n%s\n\n".formatted(command, machine.words());
  }

  /** With stable names, which docs/performance.md lists. */
  public JsonObject json() {
    JsonArray bars = new JsonArray();
    sections.forEach(section -> bars.add(json(section)));
    return new JsonObject()
        .put("command", command)
        .put("machine", machine.json())
        .put("bars", bars);
  }

  private static JsonObject json(Section section) {
    JsonArray findings = new JsonArray();
    for (Finding finding : section.findings()) {
      JsonObject object =
          new JsonObject()
              .put("name", finding.name())
              .put("target", finding.target())
              .put("verdict", finding.verdict().words())
              .put("remark", finding.remark());
      object.put("figure", Double.isNaN(finding.figure()) ? null : finding.figure());
      findings.add(object);
    }
    JsonArray tables = new JsonArray();
    section.tables().forEach(table -> tables.add(json(table)));
    return new JsonObject()
        .put("bar", section.bar())
        .put("title", section.title())
        .put("findings", findings)
        .put("tables", tables)
        .put("notes", new JsonArray(section.notes()));
  }

  private static JsonObject json(Table table) {
    JsonArray rows = new JsonArray();
    for (List<Object> cells : table.rows()) {
      JsonArray row = new JsonArray();
      cells.forEach(cell -> row.add(cell instanceof Double number && number.isNaN() ? null : cell));
      rows.add(row);
    }
    return new JsonObject()
        .put("title", table.title())
        .put("columns", new JsonArray(table.columns()))
        .put("rows", rows);
  }
}
