package io.tintype.bench.report;

import java.util.ArrayList;
import java.util.List;

/** What came out of one bar. */
public final class Section {
  private final int bar;
  private final String title;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Table> tables = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  public Section(int bar, String title) {
    this.bar = bar;
    this.title = title;
  }

  public void find(Finding finding) {
    findings.add(finding);
  }

  public void show(Table table) {
    tables.add(table);
  }

  /** One sentence. */
  public void note(String sentence) {
    if (!notes.contains(sentence)) {
      notes.add(sentence);
    }
  }

  public int bar() {
    return bar;
  }

  public String title() {
    return title;
  }

  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  public List<Table> tables() {
    return List.copyOf(tables);
  }

  public List<String> notes() {
    return List.copyOf(notes);
  }

  /** Headed, figures with their targets first. */
  public String markdown() {
    StringBuilder text = new StringBuilder("## Bar %d: %s\n\n".formatted(bar, title));
    Table verdicts = new Table("Targets", "figure", "target", "measured", "verdict", "remark");
    for (Finding finding : findings) {
      verdicts.row(
          finding.name(),
          finding.target(),
          finding.figure(),
          finding.verdict().words(),
          finding.remark());
    }
    text.append(verdicts.markdown()).append('\n');
    tables.forEach(table -> text.append(table.markdown()).append('\n'));
    notes.forEach(note -> text.append("* ").append(note).append('\n'));
    return text.append('\n').toString();
  }
}
