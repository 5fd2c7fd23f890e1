package io.tintype.bench.bar;

import io.tintype.bench.Rig;
import io.tintype.bench.load.Crew;
import io.tintype.bench.load.Fresh;
import io.tintype.bench.picture.Picture;
import io.tintype.bench.report.Finding;
import io.tintype.bench.report.Section;
import io.tintype.bench.report.Statistics;
import io.tintype.bench.report.Table;
import io.tintype.bench.server.LimitProgram;
import io.tintype.bench.server.ProcessTree;
import io.tintype.bench.server.Setup;
import io.tintype.bench.server.SharpServer;
import io.tintype.bench.server.TintypeServer;
import io.tintype.bench.server.Visit;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Bar 2: with nothing but the quality asked for, are our encoders set better? */
public final class DefaultSettings implements Bar {
  private static final int CONNECTIONS = 2;
  private static final int SCENES = 7;
  private static final String AVIF = "f-avif,q-50";
  private static final double NEAR = 0.005;

  @Override
  public int number() {
    return 2;
  }

  @Override
  public String title() {
    return "default settings";
  }

  /** A server and how it is asked for a picture that is 400 wide. */
  private record Maker(String base, int port, ProcessTree tree, String avif, String plain) {
    String avif(Picture picture) {
      return avif.formatted(picture.file());
    }

    /** How much of the picture is lost by encoding. */
    Result result(Picture picture, double cpu) {
      HttpResponse<byte[]> small = Visit.of(base + avif(picture));
      HttpResponse<byte[]> exact = Visit.of(base + plain.formatted(picture.file()));
      return new Result(cpu, small.body().length, Similarity.of(small, exact));
    }
  }

  private record Result(double cpuMillis, long bytes, double similarity) {}

  @Override
  public void measure(Rig rig, Section section) {
    Optional<SharpServer> sharp = rig.sharp(section);
    try (TintypeServer tintype = rig.tintype(Setup.STANDARD)) {
      if (sharp.isPresent()) {
        avif(rig, section, tintype, sharp.get());
      } else {
        section.find(Finding.notMeasured("AVIF against sharp's defaults", "sharp is missing"));
      }
      Optional<LimitProgram> limit = rig.limit(section);
      if (limit.isPresent()) {
        palettes(rig, section, tintype, limit.get());
      } else {
        section.find(Finding.notMeasured("GIF and PNG palette", "libvips alone is missing"));
      }
    } finally {
      sharp.ifPresent(SharpServer::close);
    }
  }

  private static List<Picture> pictures() {
    return Stream.concat(
            Stream.of(Picture.PHOTO_3, Picture.PHOTO_12, Picture.PHOTO_24, Picture.WEBP_2),
            IntStream.range(0, SCENES).mapToObj(Picture::scene))
        .toList();
  }

  private static void avif(Rig rig, Section section, TintypeServer tintype, SharpServer sharp) {
    Maker ours =
        new Maker(
            "http://127.0.0.1:" + tintype.port(),
            tintype.port(),
            tintype.tree(),
            "/plain/tr:w-400," + AVIF + "/%s",
            "/same/tr:w-400,f-png/%s");
    String source = "/?source=http://127.0.0.1:" + rig.origin().port() + "/%s&width=400&format=";
    Maker theirs =
        new Maker(
            "http://127.0.0.1:" + sharp.port(),
            sharp.port(),
            sharp.tree(),
            source + "avif",
            source + "png");
    Table table =
        new Table(
            "AVIF q50, 400 wide: ours / sharp's",
            "picture",
            "CPU",
            "bytes",
            "SSIM ours",
            "SSIM sharp",
            "CPU ms ours");
    List<Double> cpus = new ArrayList<>();
    List<Double> sizes = new ArrayList<>();
    List<Double> gaps = new ArrayList<>();
    for (Picture picture : pictures()) {
      rig.pictures().file(picture);
      List<Double> ourCpu = new ArrayList<>();
      List<Double> theirCpu = new ArrayList<>();
      for (int round = 0; round < rig.pace().rounds(); round++) {
        theirCpu.add(cpu(rig, theirs, theirs.avif(picture)));
        ourCpu.add(cpu(rig, ours, ours.avif(picture)));
      }
      Result one = ours.result(picture, Statistics.median(ourCpu));
      Result other = theirs.result(picture, Statistics.median(theirCpu));
      cpus.add(one.cpuMillis() / other.cpuMillis());
      sizes.add((double) one.bytes() / other.bytes());
      gaps.add(other.similarity() - one.similarity());
      table.row(
          picture.file(),
          cpus.getLast(),
          sizes.getLast(),
          "%.4f".formatted(one.similarity()),
          "%.4f".formatted(other.similarity()),
          one.cpuMillis());
    }
    section.show(table);
    if (pictures().stream().anyMatch(rig.pictures()::isMade)) {
      section.note("Some pictures were made from samples: give photographs with `--pictures`.");
    }
    double third = 1 / 3.0;
    section.find(
        Finding.atMost("AVIF: CPU, geometric mean", third, Statistics.geometricMean(cpus)));
    section.find(
        Finding.atMost("AVIF: bytes, geometric mean", 1.1, Statistics.geometricMean(sizes)));
    section.find(
        Finding.atMost("AVIF: SSIM lost against sharp, median", NEAR, Statistics.median(gaps)));
  }

  private static double cpu(Rig rig, Maker maker, String path) {
    Crew crew = new Crew(maker.port(), new Fresh(path));
    return Trial.of(maker.tree(), () -> crew.closedLoop(CONNECTIONS, rig.pace().turn()))
        .cpuMillis();
  }

  private static void palettes(
      Rig rig, Section section, TintypeServer tintype, LimitProgram limit) {
    Table table =
        new Table(
            "Palettes: ours, and libvips' own defaults",
            "job",
            "CPU ms ours",
            "CPU ms libvips",
            "bytes ours",
            "bytes libvips");
    double gif =
        palette(
            rig,
            table,
            tintype,
            limit,
            "animated GIF to 200 wide GIF",
            "/plain/tr:w-200,f-gif/",
            new LimitProgram.Task(
                rig.pictures().file(Picture.EARTH), 200, 0, "whole", ".gif[keep=none]"));
    double png =
        palette(
            rig,
            table,
            tintype,
            limit,
            "PNG with alpha to 400 wide PNG",
            "/plain/tr:w-400,f-png/",
            new LimitProgram.Task(
                rig.pictures().file(Picture.CUTOUT),
                400,
                0,
                "plain",
                ".png[palette=true,keep=none]"));
    section.show(table);
    section.find(Finding.atMost("GIF to GIF: CPU, ours / libvips' default", 1 / 4.0, gif));
    section.find(Finding.atMost("PNG palette: CPU, ours / libvips' default", 1 / 5.0, png));
  }

  private static double palette(
      Rig rig,
      Table table,
      TintypeServer tintype,
      LimitProgram limit,
      String job,
      String chain,
      LimitProgram.Task task) {
    String path = chain + task.picture().getFileName();
    Crew crew = new Crew(tintype.port(), new Fresh(path));
    List<Double> ours = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    long bytes = 0;
    for (int round = 0; round < rig.pace().rounds(); round++) {
      LimitProgram.Cost cost = limit.run(task, rig.pace().turn());
      theirs.add(cost.cpuMillis());
      bytes = cost.bytes();
      ours.add(
          Trial.of(tintype.tree(), () -> crew.closedLoop(CONNECTIONS, rig.pace().turn()))
              .cpuMillis());
    }
    int length = Visit.of("http://127.0.0.1:" + tintype.port() + path).body().length;
    table.row(job, Statistics.median(ours), Statistics.median(theirs), length, bytes);
    return Statistics.median(ours) / Statistics.median(theirs);
  }
}
