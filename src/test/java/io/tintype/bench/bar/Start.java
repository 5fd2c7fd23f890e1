package io.tintype.bench.bar;

import io.tintype.bench.Rig;
import io.tintype.bench.load.Fresh;
import io.tintype.bench.report.Finding;
import io.tintype.bench.report.Section;
import io.tintype.bench.report.Statistics;
import io.tintype.bench.report.Table;
import io.tintype.bench.server.Setup;
import io.tintype.bench.server.TintypeServer;
import io.tintype.bench.server.Visit;
import java.util.ArrayList;
import java.util.List;

/** Bar 7: from the command to the first picture. */
public final class Start implements Bar {
  private static final int TIMES = 3;
  private static final double READY_MILLIS = 1000;
  private static final double FIRST_MILLIS = 250;
  private static final double NANOS_PER_MILLI = 1e6;

  @Override
  public int number() {
    return 7;
  }

  @Override
  public String title() {
    return "start";
  }

  /** Times of several starts, and what processors had to do for one. */
  private record Starts(List<Double> ready, List<Double> first, List<Double> cpu) {
    Starts() {
      this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    void add(Rig rig, String jvmOptions) {
      try (TintypeServer tintype = rig.tintype(Setup.STANDARD, jvmOptions)) {
        ready.add(tintype.startUp().toNanos() / NANOS_PER_MILLI);
        cpu.add(tintype.tree().cpuSeconds() * 1000);
        long before = System.nanoTime();
        Visit.of("http://127.0.0.1:" + tintype.port() + new Fresh(Job.J2.path()).get());
        first.add((System.nanoTime() - before) / NANOS_PER_MILLI);
      }
    }

    void show(Table table, String name) {
      table.row(name, Statistics.median(ready), Statistics.median(first), Statistics.median(cpu));
    }
  }

  @Override
  public void measure(Rig rig, Section section) {
    rig.pictures().file(Job.J2.picture());
    Starts cached = new Starts();
    Starts bare = new Starts();
    // The first one reads the jars and the start cache from disk, which is not what is compared.
    new Starts().add(rig, "");
    for (int i = 0; i < Math.max(TIMES, rig.pace().rounds()); i++) {
      cached.add(rig, "");
      bare.add(rig, "-Xshare:off");
    }
    Table table =
        new Table("Milliseconds", "start", "ready", "first picture after that", "CPU until ready");
    cached.show(table, "with the start cache");
    bare.show(table, "without it and without the JDK's class data archive");
    section.show(table);
    section.note("The clock starts with the process of the launcher; Maven is not asked.");
    section.note(
        "The start cache is an AOT cache of the JVM; bin/bench makes it before it measures.");
    section.find(Finding.atMost("ready, ms", READY_MILLIS, Statistics.median(cached.ready())));
    section.find(
        Finding.atMost(
                "first picture, ms after ready", FIRST_MILLIS, Statistics.median(cached.first()))
            .remarking(Job.J2.words()));
  }
}
