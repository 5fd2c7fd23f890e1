package io.tintype.bench.bar;

import io.tintype.bench.Rig;
import io.tintype.bench.load.Crew;
import io.tintype.bench.load.Fresh;
import io.tintype.bench.load.Wrk;
import io.tintype.bench.picture.Picture;
import io.tintype.bench.report.Finding;
import io.tintype.bench.report.Section;
import io.tintype.bench.report.Statistics;
import io.tintype.bench.report.Table;
import io.tintype.bench.server.Feature;
import io.tintype.bench.server.NginxServer;
import io.tintype.bench.server.ProcessTree;
import io.tintype.bench.server.Setup;
import io.tintype.bench.server.TintypeServer;
import io.tintype.bench.server.Visit;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Bar 5: results on disk. */
public final class Disk implements Bar {
  private static final int CONNECTIONS = 64;
  private static final int COLD_CONNECTIONS = 8;
  private static final int RESULTS = 200;
  private static final double OF_NGINX = 0.7;
  private static final double UNDELAYED = 1.1;
  private static final double READY_SECONDS = 1.0;
  private static final double MICROS = 1e6;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
  private static final String CHAIN = "/plain/tr:w-320,h-240,f-jpg,q-80/";
  private static final String RESULT = "disk.jpg";

  @Override
  public int number() {
    return 5;
  }

  @Override
  public String title() {
    return "disk tier";
  }

  @Override
  public void measure(Rig rig, Section section) {
    if (!rig.has(Feature.DISK, section)) {
      section.find(Finding.notMeasured("disk tier", "not supported by this build"));
      return;
    }
    rig.pictures().file(Picture.PHOTO_3);
    Path directory = rig.work().resolve("disk" + new Fresh("").get().substring(3));
    Setup setup = Setup.STANDARD.withMemory(0).withDisk(directory);
    try (TintypeServer tintype = rig.warmTintype(setup);
        TintypeServer diskless = rig.warmTintype(Setup.STANDARD.withMemory(0))) {
      undelayed(rig, section, tintype, diskless);
      fill(tintype);
      if (Wrk.isInstalled()) {
        hits(rig, section, tintype);
      } else {
        section.find(Finding.notMeasured("disk hits against nginx", "wrk is not installed"));
      }
    }
    restart(rig, section, setup);
  }

  private static String path(int number) {
    return CHAIN + Picture.PHOTO_3.file() + "?n=" + number;
  }

  private static void fill(TintypeServer tintype) {
    for (int i = 0; i < RESULTS; i++) {
      Visit.of("http://127.0.0.1:" + tintype.port() + path(i));
    }
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    while (tier(tintype, RESULTS - 1).equals("miss") && System.nanoTime() < giveUp) {
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  /** Where a result came from. */
  private static String tier(TintypeServer tintype, int number) {
    HttpResponse<byte[]> answer = Visit.of("http://127.0.0.1:" + tintype.port() + path(number));
    return answer.headers().firstValue("x-tintype-cache").orElse("");
  }

  private static void undelayed(
      Rig rig, Section section, TintypeServer tintype, TintypeServer diskless) {
    List<Double> with = new ArrayList<>();
    List<Double> without = new ArrayList<>();
    for (int round = 0; round <= rig.pace().rounds(); round++) {
      with.add(median(rig, tintype));
      without.add(median(rig, diskless));
    }
    // The first round warmed both up.
    double ratio =
        Statistics.median(with.subList(1, with.size()))
            / Statistics.median(without.subList(1, without.size()));
    section.find(Finding.atMost("p50 of cold answers, with disk / without", UNDELAYED, ratio));
  }

  private static double median(Rig rig, TintypeServer server) {
    return new Crew(server.port(), new Fresh(CHAIN + Picture.PHOTO_3.file()))
        .closedLoop(COLD_CONNECTIONS, rig.pace().turn())
        .p50();
  }

  private static void hits(Rig rig, Section section, TintypeServer tintype) {
    String url = "http://127.0.0.1:" + tintype.port() + path(0);
    rig.pictures().serve(RESULT, Visit.of(url).body());
    Optional<NginxServer> nginx = rig.nginx(section);
    try {
      List<Run> ours = new ArrayList<>();
      List<Run> theirs = new ArrayList<>();
      Run.of(tintype.tree(), url, rig.pace().turn());
      for (int round = 0; round < rig.pace().rounds(); round++) {
        ours.add(Run.of(tintype.tree(), url, rig.pace().turn()));
        nginx.ifPresent(
            server ->
                theirs.add(
                    Run.of(
                        server.tree(),
                        "http://127.0.0.1:" + server.port() + "/" + RESULT,
                        rig.pace().turn())));
      }
      Table table = new Table("Hits from disk, 64 connections", "server", "req/s", "CPU us");
      table.row("Tintype", Run.rate(ours), Run.cpu(ours));
      table.row("nginx", Run.rate(theirs), Run.cpu(theirs));
      section.show(table);
      section.find(
          Finding.atLeast("disk hit / nginx, req/s", OF_NGINX, Run.rate(ours) / Run.rate(theirs)));
      section.find(
          Finding.atLeast(
              "disk hit: CPU of nginx / ours", OF_NGINX, Run.cpu(theirs) / Run.cpu(ours)));
    } finally {
      nginx.ifPresent(NginxServer::close);
    }
  }

  private record Run(double perSecond, double cpuMicros) {
    static Run of(ProcessTree tree, String url, Duration turn) {
      double before = tree.cpuSeconds();
      Wrk result = Wrk.run(url, CONNECTIONS, turn);
      double used = tree.cpuSeconds() - before;
      return new Run(result.perSecond(), used * MICROS / Math.max(1, result.requests()));
    }

    static double rate(List<Run> runs) {
      return Statistics.median(runs.stream().map(Run::perSecond).toList());
    }

    static double cpu(List<Run> runs) {
      return Statistics.median(runs.stream().map(Run::cpuMicros).toList());
    }
  }

  private static void restart(Rig rig, Section section, Setup setup) {
    long fetched = rig.origin().fetches(Picture.PHOTO_3.file());
    try (TintypeServer again = rig.tintype(setup)) {
      double seconds = again.startUp().toMillis() / 1000.0;
      long kept = IntStream.range(0, RESULTS).filter(i -> tier(again, i).equals("disk")).count();
      section.find(
          Finding.atLeast("share of results kept over a restart", 1, (double) kept / RESULTS));
      section.find(
          Finding.atMost(
              "fetches after the restart",
              0,
              rig.origin().fetches(Picture.PHOTO_3.file()) - fetched));
      section.find(Finding.atMost("ready again, seconds", READY_SECONDS, seconds));
    }
  }
}
