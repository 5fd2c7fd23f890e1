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
import io.tintype.bench.server.Feature;
import io.tintype.bench.server.ProcessTree;
import io.tintype.bench.server.Setup;
import io.tintype.bench.server.TintypeServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Bar 3: all variants of one source at once, as the {@code srcset} of a page asks for them. */
public final class Families implements Bar {
  private static final int STEP = 200;
  private static final int WIDTHS = 8;
  private static final double PREPARING = 0.25;
  private static final double BASELINE = 0.65;
  private static final double PROGRESSIVE = 0.45;
  private static final double ALIKE = 0.995;
  private static final String PREPARED = "tintype_stage_duration_seconds_sum{stage=\"transform\"";

  @Override
  public int number() {
    return 3;
  }

  @Override
  public String title() {
    return "families";
  }

  /** What making all variants took. */
  private record Cost(double cpuSeconds, double preparing, long fetches, long failed) {}

  @Override
  public void measure(Rig rig, Section section) {
    rig.has(Feature.SOURCES, section);
    rig.has(Feature.PIXELS, section);
    section.note(
        "Decoding and resizing are the time of the stage `transform`, on the clock: other work of"
            + " the machine is in it.");
    Table table =
        new Table(
            "Widths 200 to 1600 as JPEG and WebP",
            "source",
            "CPU s together",
            "CPU s apart",
            "preparing s together",
            "preparing s apart",
            "fetches together");
    try (TintypeServer together = rig.tintype(Setup.STANDARD);
        TintypeServer apart = rig.tintype(Setup.STANDARD.withoutCaches())) {
      compare(rig, section, table, together, apart, Picture.PHOTO_12, BASELINE);
      compare(rig, section, table, together, apart, Picture.PROGRESSIVE_12, PROGRESSIVE);
      section.show(table);
      alike(section, together, apart);
    }
  }

  private static void compare(
      Rig rig,
      Section section,
      Table table,
      TintypeServer together,
      TintypeServer apart,
      Picture picture,
      double target) {
    rig.pictures().file(picture);
    cost(rig, together, picture, 2 * WIDTHS);
    cost(rig, apart, picture, 1);
    List<Cost> family = new ArrayList<>();
    List<Cost> singles = new ArrayList<>();
    for (int round = 0; round < rig.pace().rounds(); round++) {
      family.add(cost(rig, together, picture, 2 * WIDTHS));
      singles.add(cost(rig, apart, picture, 1));
    }
    double cpu = Statistics.median(family.stream().map(Cost::cpuSeconds).toList());
    double cpuApart = Statistics.median(singles.stream().map(Cost::cpuSeconds).toList());
    double preparing = Statistics.median(family.stream().map(Cost::preparing).toList());
    double preparingApart = Statistics.median(singles.stream().map(Cost::preparing).toList());
    long fetches = family.stream().mapToLong(Cost::fetches).max().orElse(0);
    long failed = Stream.concat(family.stream(), singles.stream()).mapToLong(Cost::failed).sum();
    table.row(picture.file(), cpu, cpuApart, preparing, preparingApart, fetches);
    section.find(Finding.atMost("fetches of " + picture.file(), 1, fetches));
    section.find(
        Finding.atMost(
            "decode and resize, together / apart, " + picture.file(),
            PREPARING,
            preparing / preparingApart));
    section.find(
        Finding.atMost("CPU, together / apart, " + picture.file(), target, cpu / cpuApart));
    section.find(Finding.atMost("failed answers, " + picture.file(), 0, failed));
  }

  /** All variants under one fresh query, so that nothing of earlier families is left for them. */
  private static Cost cost(Rig rig, TintypeServer server, Picture picture, int connections) {
    String fresh = new Fresh("").get();
    ConcurrentLinkedQueue<String> paths =
        new ConcurrentLinkedQueue<>(chains().map(chain -> chain + picture.file() + fresh).toList());
    int count = paths.size();
    ProcessTree tree = server.tree();
    long fetched = rig.origin().fetches(picture.file());
    double prepared = server.metric(PREPARED);
    double before = tree.cpuSeconds();
    Load load = new Crew(server.port(), paths::remove).times(count, connections);
    return new Cost(
        tree.cpuSeconds() - before,
        server.metric(PREPARED) - prepared,
        rig.origin().fetches(picture.file()) - fetched,
        count - load.accepted().length);
  }

  private static Stream<String> chains() {
    return IntStream.rangeClosed(1, WIDTHS)
        .boxed()
        .flatMap(
            step ->
                Stream.of("jpg", "webp")
                    .map(format -> "/plain/tr:w-%d,f-%s/".formatted(step * STEP, format)));
  }

  private static void alike(Section section, TintypeServer together, TintypeServer apart) {
    String fresh = new Fresh("").get();
    double least =
        chains()
            .map(chain -> chain + Picture.PHOTO_12.file() + fresh)
            .mapToDouble(
                path ->
                    Similarity.of(
                        "http://127.0.0.1:" + together.port() + path,
                        "http://127.0.0.1:" + apart.port() + path))
            .min()
            .orElse(Double.NaN);
    section.find(Finding.atLeast("SSIM against the direct render, least", ALIKE, least));
  }
}
