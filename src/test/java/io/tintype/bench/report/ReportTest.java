package io.tintype.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class ReportTest {
  private final Section section = new Section(4, "hits");

  @Test
  void figuresAreJudgedByTheirTargets() {
    assertThat(Finding.atLeast("a", 0.95, 0.95).verdict()).isEqualTo(Verdict.MET);
    assertThat(Finding.atLeast("a", 0.95, 0.94).verdict()).isEqualTo(Verdict.NOT_MET);
    assertThat(Finding.atMost("a", 2, 2.1).verdict()).isEqualTo(Verdict.NOT_MET);
    assertThat(Finding.atMost("a", 2, Double.NaN).verdict()).isEqualTo(Verdict.NOT_MEASURED);
  }

  @Test
  void sectionsPrintTargetsTablesAndNotes() {
    Table table = new Table("64 connections", "server", "req/s");
    table.row("nginx", 61140.4);
    section.show(table);
    section.find(Finding.atLeast("hit / nginx", 1, 1.17));
    section.note("varnish is left out: it is not installed.");
    section.note("varnish is left out: it is not installed.");

    assertThat(section.markdown())
        .isEqualTo(
            """
            ## Bar 4: hits

            **Targets**

            | figure | target | measured | verdict | remark |
            |---|---:|---:|---:|---:|
            | hit / nginx | >= 1.00 | 1.17 | met |  |

            **64 connections**

            | server | req/s |
            |---|---:|
            | nginx | 61140 |

            * varnish is left out: it is not installed.

            """);
  }

  @Test
  void jsonHasTheSameFigures() {
    Report report = new Report("bin/bench", Machine.here());
    Table table = new Table("t", "server", "req/s");
    table.row("nginx", Double.NaN);
    section.show(table);
    section.find(Finding.atMost("growth", 1, 3.5));
    section.find(Finding.notMeasured("hits", "wrk is not installed"));
    report.add(section);

    JsonObject bar = report.json().getJsonArray("bars").getJsonObject(0);

    assertThat(bar.getInteger("bar")).isEqualTo(4);
    assertThat(bar.getJsonArray("findings").getJsonObject(0).getDouble("figure")).isEqualTo(3.5);
    assertThat(bar.getJsonArray("findings").getJsonObject(1).getValue("figure")).isNull();
    assertThat(bar.getJsonArray("tables").encode())
        .isEqualTo(
            "[{\"title\":\"t\",\"columns\":[\"server\",\"req/s\"],\"rows\":[[\"nginx\",null]]}]");
    assertThat(report.fallsShort()).isTrue();
  }

  @Test
  void whatBrokeOffIsNotMet() {
    Finding broken = Finding.broken("start", "first\nsecond | third");
    section.find(broken);

    assertThat(broken.verdict()).isEqualTo(Verdict.NOT_MET);
    assertThat(section.markdown()).contains("| broke off: first second / third |");
  }
}
