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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Bar 8: does the cost grow as it should? */
public final class Growth implements Bar {
  private static final int[] MEGAPIXELS = {3, 12, 24, 48};
  private static final int CONNECTIONS = 4;
  private static final int HIT_CONNECTIONS = 8;
  private static final int HITS_A_ROUND = 20_000;
  private static final int ENDPOINTS = 1000;
  private static final int EQUAL = 32;
  private static final double TOLERANCE = 1.1;
  private static final int FILLING_CONNECTIONS = 32;
  private static final int CACHE_MIB = 1024;
  private static final double MICROS_PER_MILLI = 1000;
  private static final String HIT = "/plain/tr:w-16,f-jpg/" + Picture.stamp().file();
  private static final String RENDERED = "tintype_rendered_total";

  @Override
  public int number() {
    return 8;
  }

  @Override
  public String title() {
    return "cost grows as it should";
  }

  @Override
  public void measure(Rig rig, Section section) {
    rig.pictures().file(Picture.stamp());
    try (TintypeServer tintype = rig.tintype(Setup.STANDARD)) {
      pixels(rig, section, tintype);
      together(rig, section, tintype);
      endpoints(rig, section, tintype);
      entries(rig, section, tintype);
    }
  }

  private static void pixels(Rig rig, Section section, TintypeServer tintype) {
    Map<Integer, List<Double>> cpu = new TreeMap<>();
    for (int round = 0; round < rig.pace().rounds(); round++) {
      for (int megapixels : MEGAPIXELS) {
        Picture picture = Picture.ofMegapixels(megapixels);
        rig.pictures().file(picture);
        Fresh paths = new Fresh("/same/tr:w-300,h-200,f-jpg,q-80/" + picture.file());
        Crew crew = new Crew(tintype.port(), paths);
        crew.times(CONNECTIONS, CONNECTIONS);
        cpu.computeIfAbsent(megapixels, _ -> new ArrayList<>())
            .add(
                Trial.of(tintype.tree(), () -> crew.closedLoop(CONNECTIONS, rig.pace().turn()))
                    .cpuMillis());
      }
    }
    Table table =
        new Table("One scene in several sizes, to 300x200 JPEG", "MP", "CPU ms", "ms / MP");
    cpu.forEach(
        (megapixels, series) ->
            table.row(
                megapixels, Statistics.median(series), Statistics.median(series) / megapixels));
    section.show(table);
    section.find(
        Finding.atMost(
            "CPU of 48 MP / 12 MP",
            4 * TOLERANCE,
            Statistics.median(cpu.get(48)) / Statistics.median(cpu.get(12))));
  }

  private static void together(Rig rig, Section section, TintypeServer tintype) {
    String path = new Fresh(Job.J3.path()).get();
    rig.pictures().file(Job.J3.picture());
    long fetched = rig.origin().fetches(Job.J3.picture().file());
    double rendered = tintype.metric(RENDERED);
    Load load = new Crew(tintype.port(), () -> path).times(EQUAL, EQUAL);
    section.find(
        Finding.atMost(
            "renderings for 32 equal cold requests", 1, tintype.metric(RENDERED) - rendered));
    section.find(
        Finding.atMost(
            "fetches for them", 1, rig.origin().fetches(Job.J3.picture().file()) - fetched));
    section.find(Finding.atLeast("of them answered", EQUAL, load.accepted().length));
  }

  private static void endpoints(Rig rig, Section section, TintypeServer few) {
    try (TintypeServer many = rig.tintype(Setup.STANDARD.withBystanders(ENDPOINTS))) {
      hits(few);
      hits(many);
      List<Double> one = new ArrayList<>();
      List<Double> other = new ArrayList<>();
      for (int round = 0; round < rig.pace().rounds(); round++) {
        one.add(hits(few));
        other.add(hits(many));
      }
      Table table = new Table("CPU of a hit by configuration", "endpoints, origins", "us");
      table.row("4, 1", Statistics.median(one));
      table.row("1,004, 101", Statistics.median(other));
      section.show(table);
      section.find(
          Finding.atMost(
              "CPU of a hit with 1,000 endpoints more / without",
              TOLERANCE,
              Statistics.median(other) / Statistics.median(one)));
    }
  }

  /** CPU of one, in microseconds. */
  private static double hits(TintypeServer server) {
    Crew crew = new Crew(server.port(), () -> HIT);
    return Trial.of(server.tree(), () -> crew.times(HITS_A_ROUND, HIT_CONNECTIONS)).cpuMillis()
        * MICROS_PER_MILLI;
  }

  private static void entries(Rig rig, Section section, TintypeServer few) {
    try (TintypeServer many = rig.tintype(Setup.STANDARD.withMemory(CACHE_MIB))) {
      int count = rig.pace().entries();
      Load filling = new Crew(many.port(), new Fresh(HIT)).times(count, FILLING_CONNECTIONS);
      hits(many);
      List<Double> one = new ArrayList<>();
      List<Double> other = new ArrayList<>();
      for (int round = 0; round < rig.pace().rounds(); round++) {
        one.add(hits(few));
        other.add(hits(many));
      }
      double kept = many.metric("tintype_cache_entries{tier=\"memory\"");
      Table table = new Table("CPU of a hit by entries of the cache", "entries", "us");
      table.row(few.metric("tintype_cache_entries{tier=\"memory\""), Statistics.median(one));
      table.row(kept, Statistics.median(other));
      section.show(table);
      section.note(
          "The cache was filled with "
              + filling.accepted().length
              + " results; a million of them is `--entries 1000000`.");
      section.find(
          Finding.atMost(
              "CPU of a hit, full / empty cache",
              TOLERANCE,
              Statistics.median(other) / Statistics.median(one)));
    }
  }
}
