package io.tintype.bench.bar;

import io.tintype.bench.Rig;
import io.tintype.bench.load.Crew;
import io.tintype.bench.load.Fresh;
import io.tintype.bench.load.Load;
import io.tintype.bench.picture.Picture;
import io.tintype.bench.report.Finding;
import io.tintype.bench.report.Section;
import io.tintype.bench.report.Statistics;
import io.tintype.bench.report.Table;
import io.tintype.bench.server.Setup;
import io.tintype.bench.server.TintypeServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Bar 9: more requests than there is time for. */
public final class Overload implements Bar {
  private static final int PEAK_CONNECTIONS = 8;
  private static final int CONNECTIONS = 128;

  /** The default of {@code limits.queueTime}, which the endpoint has. */
  private static final double QUEUE_MILLIS = 2000;

  /** What an early refusal may take, on a busy machine. */
  private static final double EARLY_MILLIS = 250;

  private static final double GOODPUT = 0.95;

  /** Turns are longer than a queue, or refusals would hardly be seen. */
  private static final int TURNS = 3;

  private static final String PATH = "/plain/tr:w-1200,f-webp,q-80/" + Picture.PHOTO_12.file();

  @Override
  public int number() {
    return 9;
  }

  @Override
  public String title() {
    return "overload";
  }

  @Override
  public void measure(Rig rig, Section section) {
    rig.pictures().file(Picture.PHOTO_12);
    Duration turn = rig.pace().turn().multipliedBy(TURNS);
    List<Trial> calm = new ArrayList<>();
    List<Trial> busy = new ArrayList<>();
    try (TintypeServer tintype = rig.warmTintype(Setup.STANDARD)) {
      Crew crew = new Crew(tintype.port(), new Fresh(PATH));
      crew.closedLoop(CONNECTIONS, rig.pace().warm());
      for (int round = 0; round < rig.pace().rounds(); round++) {
        calm.add(Trial.of(tintype.tree(), () -> crew.closedLoop(PEAK_CONNECTIONS, turn)));
        busy.add(Trial.of(tintype.tree(), () -> crew.closedLoop(CONNECTIONS, turn)));
      }
    }
    section.show(table(calm, busy));
    judge(section, calm, busy);
  }

  private static Table table(List<Trial> calm, List<Trial> busy) {
    Table table =
        new Table(
            "12 MP JPEG to 1200 wide WebP",
            "connections",
            "made a second",
            "p50 ms",
            "p99 ms",
            "refused",
            "p99 ms of refusals",
            "failed");
    row(table, PEAK_CONNECTIONS, calm);
    row(table, CONNECTIONS, busy);
    return table;
  }

  private static void row(Table table, int connections, List<Trial> trials) {
    table.row(
        connections,
        median(trials, Load::perSecond),
        median(trials, Load::p50),
        median(trials, Load::p99),
        median(trials, load -> load.refused().length),
        median(trials, Load::refusedP99),
        trials.stream().mapToLong(trial -> trial.load().failed()).sum());
  }

  private static double median(List<Trial> trials, ToDoubleFunction<Load> figure) {
    return Statistics.median(
        trials.stream().mapToDouble(trial -> figure.applyAsDouble(trial.load())).toArray());
  }

  private static void judge(Section section, List<Trial> calm, List<Trial> busy) {
    double bound = QUEUE_MILLIS + median(calm, Load::p99);
    section.find(
        Finding.atMost("p99 of what was accepted, ms", bound, median(busy, Load::p99))
            .remarking("the bound is the queue's 2 s and p99 without overload"));
    section.find(Finding.atLeast("refused", 1, median(busy, load -> load.refused().length)));
    section.find(
        Finding.atMost("p99 of refusals, ms", EARLY_MILLIS, median(busy, Load::refusedP99)));
    section.find(
        Finding.atLeast(
            "made a second, 128 connections / 8",
            GOODPUT,
            median(busy, Load::perSecond) / median(calm, Load::perSecond)));
    section.find(
        Finding.atMost(
            "neither made nor refused",
            0,
            busy.stream().mapToLong(trial -> trial.load().failed()).sum()));
    section.note("A refused connection waits 100 ms before it asks again.");
  }
}
