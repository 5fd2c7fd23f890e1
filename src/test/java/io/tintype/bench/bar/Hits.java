package io.tintype.bench.bar;

import io.tintype.access.Expiry;
import io.tintype.access.SignedTarget;
import io.tintype.access.SignedUrl;
import io.tintype.access.SigningKey;
import io.tintype.bench.Rig;
import io.tintype.bench.load.Crew;
import io.tintype.bench.load.Fresh;
import io.tintype.bench.load.Load;
import io.tintype.bench.load.Wrk;
import io.tintype.bench.picture.Picture;
import io.tintype.bench.report.Finding;
import io.tintype.bench.report.Section;
import io.tintype.bench.report.Statistics;
import io.tintype.bench.report.Table;
import io.tintype.bench.server.GatewayFile;
import io.tintype.bench.server.NginxServer;
import io.tintype.bench.server.ProcessTree;
import io.tintype.bench.server.Setup;
import io.tintype.bench.server.TintypeServer;
import io.tintype.bench.server.VarnishServer;
import io.tintype.bench.server.Visit;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Bar 4: results that are in memory. */
public final class Hits implements Bar {
  private static final int CONNECTIONS = 64;
  private static final double RATE = 1000;
  private static final int RATE_CONNECTIONS = 32;
  private static final int RENDERING_CONNECTIONS = 8;
  private static final double ALLOCATED = 1024;
  private static final double MICROS = 1e6;
  private static final String RESULT = "hit.jpg";
  private static final String ALLOCATIONS = "jvm_gc_memory_allocated_bytes_total";

  /** A picture of some 30 KB. */
  private static final String CHAIN = "/tr:w-320,h-240,f-jpg,q-80/";

  @Override
  public int number() {
    return 4;
  }

  @Override
  public String title() {
    return "hits";
  }

  /** A server that has the result, or a URL of it that is asked for under a condition. */
  private record Contestant(
      String name, String url, ProcessTree tree, List<Run> runs, List<String> headers) {
    void run(Duration turn) {
      double before = tree.cpuSeconds();
      Wrk result = Wrk.run(url, CONNECTIONS, turn, headers.toArray(String[]::new));
      double used = tree.cpuSeconds() - before;
      runs.add(new Run(result, used * MICROS / Math.max(1, result.requests())));
    }

    double rate() {
      return Statistics.median(runs.stream().map(run -> run.result().perSecond()).toList());
    }

    double cpuMicros() {
      return Statistics.median(runs.stream().map(Run::cpuMicros).toList());
    }
  }

  private record Run(Wrk result, double cpuMicros) {}

  @Override
  public void measure(Rig rig, Section section) {
    rig.pictures().file(Picture.PHOTO_3);
    try (TintypeServer tintype = rig.warmTintype(Setup.STANDARD)) {
      String url = "http://127.0.0.1:" + tintype.port() + signed(CHAIN + Picture.PHOTO_3.file());
      HttpResponse<byte[]> result = Visit.of(url);
      rig.pictures().serve(RESULT, result.body());
      section.note("The result has " + result.body().length + " bytes.");
      if (Wrk.isInstalled()) {
        race(rig, section, tintype, url, result.headers().firstValue("etag").orElseThrow());
      } else {
        section.find(Finding.notMeasured("hits against nginx and varnish", "wrk is not installed"));
      }
      underLoad(rig, section, tintype, url.substring(url.indexOf("/signed/")));
    }
  }

  private static String signed(String path) {
    SignedTarget target = SignedTarget.of("/signed" + path, "");
    return SignedUrl.of(new SigningKey(GatewayFile.KEY), "/signed", target, Expiry.NEVER)
        .rawTarget();
  }

  private static void race(
      Rig rig, Section section, TintypeServer tintype, String url, String etag) {
    Optional<NginxServer> nginx = rig.nginx(section);
    Optional<VarnishServer> varnish =
        nginx.flatMap(backend -> rig.varnish(section, backend.port()));
    try {
      List<Contestant> all = new ArrayList<>();
      Contestant ours =
          new Contestant("Tintype", url, tintype.tree(), new ArrayList<>(), List.of());
      String condition = "If-None-Match: " + etag;
      Contestant unchanged =
          new Contestant(
              "Tintype, 304", url, tintype.tree(), new ArrayList<>(), List.of(condition));
      all.add(ours);
      all.add(unchanged);
      nginx.ifPresent(server -> all.add(contestant("nginx", server.port(), server.tree())));
      varnish.ifPresent(server -> all.add(contestant("varnish", server.port(), server.tree())));
      ours.run(rig.pace().turn());
      ours.runs().clear();
      double before = tintype.metric(ALLOCATIONS);
      for (int round = 0; round < rig.pace().rounds(); round++) {
        all.forEach(one -> one.run(rig.pace().turn()));
      }
      double allocated = tintype.metric(ALLOCATIONS) - before;
      section.show(table(all));
      judge(all, section);
      long requests =
          ours.runs().stream().mapToLong(run -> run.result().requests()).sum()
              + unchanged.runs().stream().mapToLong(run -> run.result().requests()).sum();
      // Told by collections of garbage only; without one there is no figure.
      double each = allocated == 0 ? Double.NaN : allocated / requests;
      section.find(
          Finding.atMost("bytes allocated a hit or 304", ALLOCATED, each)
              .remarking("as collections of garbage tell it, after the fact"));
    } finally {
      varnish.ifPresent(VarnishServer::close);
      nginx.ifPresent(NginxServer::close);
    }
  }

  private static Contestant contestant(String name, int port, ProcessTree tree) {
    return new Contestant(
        name, "http://127.0.0.1:" + port + "/" + RESULT, tree, new ArrayList<>(), List.of());
  }

  private static Table table(List<Contestant> all) {
    Table table =
        new Table(
            CONNECTIONS + " connections",
            "server",
            "req/s",
            "CPU us",
            "p50 ms",
            "p99 ms",
            "failed");
    for (Contestant one : all) {
      List<Run> runs = one.runs();
      table.row(
          one.name(),
          one.rate(),
          one.cpuMicros(),
          Statistics.median(runs.stream().map(run -> run.result().p50()).toList()),
          Statistics.median(runs.stream().map(run -> run.result().p99()).toList()),
          runs.stream().mapToLong(run -> run.result().failed()).sum());
    }
    return table;
  }

  private static void judge(List<Contestant> all, Section section) {
    Contestant ours = all.get(0);
    section.find(Finding.atLeast("304 / hit, req/s", 1, all.get(1).rate() / ours.rate()));
    for (Contestant peer : all.subList(2, all.size())) {
      double target = peer.name().equals("nginx") ? 1.0 : 1.5;
      section.find(
          Finding.atLeast("hit / " + peer.name() + ", req/s", target, ours.rate() / peer.rate()));
      section.find(
          Finding.atLeast(
              "hit: CPU of " + peer.name() + " / ours",
              target,
              peer.cpuMicros() / ours.cpuMicros()));
    }
  }

  private static void underLoad(Rig rig, Section section, TintypeServer tintype, String path) {
    Crew hits = new Crew(tintype.port(), () -> path);
    Crew renderings = new Crew(tintype.port(), new Fresh(Job.J2.path()));
    Duration turn = rig.pace().turn();
    hits.openLoop(RATE, RATE_CONNECTIONS, turn);
    List<Double> alone = new ArrayList<>();
    List<Double> beside = new ArrayList<>();
    for (int round = 0; round < rig.pace().rounds(); round++) {
      alone.add(hits.openLoop(RATE, RATE_CONNECTIONS, turn).p99());
      CompletableFuture<Load> busy =
          CompletableFuture.supplyAsync(
              () -> renderings.closedLoop(RENDERING_CONNECTIONS, turn.plus(turn)));
      beside.add(hits.openLoop(RATE, RATE_CONNECTIONS, turn).p99());
      busy.join();
    }
    Table table = new Table("Hits at 1,000 a second", "beside", "p99 ms");
    table.row("nothing", Statistics.median(alone));
    table.row("8 connections that render", Statistics.median(beside));
    section.show(table);
    section.find(
        Finding.atMost(
                "p99 of hits under render load / without",
                2,
                Statistics.median(beside) / Statistics.median(alone))
            .remarking("wall clock: only on a machine that does nothing else"));
  }
}
