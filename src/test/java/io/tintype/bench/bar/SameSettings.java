package io.tintype.bench.bar;

import io.tintype.bench.Rig;
import io.tintype.bench.load.Crew;
import io.tintype.bench.load.Fresh;
import io.tintype.bench.report.Finding;
import io.tintype.bench.report.Section;
import io.tintype.bench.report.Statistics;
import io.tintype.bench.report.Table;
import io.tintype.bench.server.Feature;
import io.tintype.bench.server.LimitProgram;
import io.tintype.bench.server.Setup;
import io.tintype.bench.server.SharpServer;
import io.tintype.bench.server.TintypeServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Bar 1: with the encoders set alike, what does Tintype add to libvips? */
public final class SameSettings implements Bar {
  private static final double ENCODING = 0.95;
  private static final double LARGE = 0.92;
  private static final double SHARP = 0.97;
  private static final double SHARP_MEAN = 1.03;

  @Override
  public int number() {
    return 1;
  }

  @Override
  public String title() {
    return "same settings, cold";
  }

  /** The servers that take turns. */
  private record Field(
      Rig rig, TintypeServer tintype, Optional<SharpServer> sharp, Optional<LimitProgram> limit) {}

  /** What the rounds of one job came to; peers that are missing have no figures. */
  private record Outcome(
      Job job, List<Trial> ours, List<Trial> sharps, List<LimitProgram.Cost> limits) {
    double cpu() {
      return Statistics.median(ours.stream().map(Trial::cpuMillis).toList());
    }

    double sharpCpu() {
      return Statistics.median(sharps.stream().map(Trial::cpuMillis).toList());
    }

    double limitCpu() {
      return Statistics.median(limits.stream().map(LimitProgram.Cost::cpuMillis).toList());
    }

    static double rate(List<Trial> trials) {
      return Statistics.median(trials.stream().map(trial -> trial.load().perSecond()).toList());
    }

    static double p99(List<Trial> trials) {
      return Statistics.median(trials.stream().map(trial -> trial.load().p99()).toList());
    }
  }

  @Override
  public void measure(Rig rig, Section section) {
    boolean effort = rig.has(Feature.EFFORT, section);
    if (!effort) {
      section.note("So J4 and J4I are not encoded with the same effort, and not judged.");
    }
    for (Job job : Job.values()) {
      rig.pictures().file(job.picture());
    }
    Optional<LimitProgram> limit = rig.limit(section);
    Optional<SharpServer> sharp = rig.sharp(section);
    try (TintypeServer tintype = rig.warmTintype(Setup.STANDARD)) {
      Field field = new Field(rig, tintype, sharp, limit);
      for (int connections : rig.pace().connections()) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Job job : Job.values()) {
          outcomes.add(rounds(field, job, connections));
        }
        section.show(table(outcomes, connections));
        judge(outcomes, connections, effort, section);
        judgeFailures(outcomes, connections, section);
      }
    } finally {
      sharp.ifPresent(SharpServer::close);
    }
  }

  private static Outcome rounds(Field field, Job job, int connections) {
    Outcome outcome = new Outcome(job, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    ask(field.tintype(), field, job, Math.min(connections, 8));
    for (int round = 0; round < field.rig().pace().rounds(); round++) {
      field
          .limit()
          .ifPresent(
              limit ->
                  outcome
                      .limits()
                      .add(limit.run(job.task(field.rig().pictures()), field.rig().pace().turn())));
      field
          .sharp()
          .ifPresent(sharp -> outcome.sharps().add(askSharp(sharp, field, job, connections)));
      outcome.ours().add(ask(field.tintype(), field, job, connections));
    }
    return outcome;
  }

  private static Trial ask(TintypeServer server, Field field, Job job, int connections) {
    Crew crew = new Crew(server.port(), new Fresh(job.path()));
    return Trial.of(server.tree(), () -> crew.closedLoop(connections, field.rig().pace().turn()));
  }

  private static Trial askSharp(SharpServer server, Field field, Job job, int connections) {
    Crew crew = new Crew(server.port(), new Fresh(job.sharpPath(field.rig().origin().port())));
    return Trial.of(server.tree(), () -> crew.closedLoop(connections, field.rig().pace().turn()));
  }

  private static Table table(List<Outcome> outcomes, int connections) {
    Table table =
        new Table(
            connections + " connections",
            "job",
            "CPU ms",
            "limit / ours",
            "sharp / ours",
            "req/s",
            "sharp req/s",
            "p99 ms",
            "sharp p99 ms",
            "failed",
            "sharp failed");
    for (Outcome outcome : outcomes) {
      table.row(
          outcome.job() + " " + outcome.job().words(),
          outcome.cpu(),
          outcome.limitCpu() / outcome.cpu(),
          outcome.sharpCpu() / outcome.cpu(),
          Outcome.rate(outcome.ours()),
          Outcome.rate(outcome.sharps()),
          Outcome.p99(outcome.ours()),
          Outcome.p99(outcome.sharps()),
          Trial.unaccepted(outcome.ours()),
          Trial.unaccepted(outcome.sharps()));
    }
    return table;
  }

  private static void judgeFailures(List<Outcome> all, int connections, Section section) {
    List<Trial> ours = all.stream().flatMap(outcome -> outcome.ours().stream()).toList();
    List<Trial> sharps = all.stream().flatMap(outcome -> outcome.sharps().stream()).toList();
    String at = ", " + connections + " connections";
    section.find(Finding.atMost("failed answers" + at, 0, Trial.unaccepted(ours)));
    String peer = "failed answers of sharp" + at;
    section.find(
        sharps.isEmpty()
            ? Finding.notMeasured(peer, "sharp is left out")
            : Finding.atMost(peer, 0, Trial.unaccepted(sharps)));
  }

  private static void judge(List<Outcome> all, int connections, boolean effort, Section section) {
    List<Outcome> outcomes =
        all.stream()
            .filter(outcome -> effort || (outcome.job() != Job.J4 && outcome.job() != Job.J4I))
            .toList();
    String at = ", " + connections + " connections";
    for (Outcome outcome : outcomes) {
      double floor = outcome.job().isLarge() ? LARGE : ENCODING;
      double share = outcome.limitCpu() / outcome.cpu();
      section.find(Finding.atLeast(outcome.job() + " limit / ours, CPU" + at, floor, share));
    }
    List<Double> shares = outcomes.stream().map(one -> one.sharpCpu() / one.cpu()).toList();
    double least = shares.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
    section.find(Finding.atLeast("sharp / ours, CPU, worst job" + at, SHARP, least));
    section.find(
        Finding.atLeast(
            "sharp / ours, CPU, geometric mean" + at,
            SHARP_MEAN,
            Statistics.geometricMean(shares)));
    section.find(
        Finding.atLeast(
            "req/s, ours / sharp, geometric mean" + at,
            1,
            Statistics.geometricMean(
                outcomes.stream()
                    .map(one -> Outcome.rate(one.ours()) / Outcome.rate(one.sharps()))
                    .toList())));
    section.find(
        Finding.atMost(
            "p99, ours / sharp, geometric mean" + at,
            1,
            Statistics.geometricMean(
                outcomes.stream()
                    .map(one -> Outcome.p99(one.ours()) / Outcome.p99(one.sharps()))
                    .toList())));
  }
}
