package io.tintype.bench.bar;

import io.tintype.bench.Rig;
import io.tintype.bench.load.Crew;
import io.tintype.bench.load.Fresh;
import io.tintype.bench.load.Load;
import io.tintype.bench.report.Finding;
import io.tintype.bench.report.Section;
import io.tintype.bench.report.Statistics;
import io.tintype.bench.report.Table;
import io.tintype.bench.server.ProcessTree;
import io.tintype.bench.server.Setup;
import io.tintype.bench.server.TintypeServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Bar 6: does the process stay as large as it is? */
public final class Memory implements Bar {
  private static final int CONNECTIONS = 4;
  private static final int SAMPLES = 60;
  private static final double MOST_MIB = 400;

  /** What still counts as level, in MiB a minute. */
  private static final double LEVEL = 1;

  @Override
  public int number() {
    return 6;
  }

  @Override
  public String title() {
    return "memory";
  }

  @Override
  public void measure(Rig rig, Section section) {
    Map<Job, Fresh> jobs = new EnumMap<>(Job.class);
    for (Job job : Job.values()) {
      rig.pictures().file(job.picture());
      // An encoder of one job would take most of the time and leave little of a mix.
      if (job != Job.J4) {
        jobs.put(job, new Fresh(job.path()));
      }
    }
    List<Fresh> paths = List.copyOf(jobs.values());
    try (TintypeServer tintype = rig.tintype(Setup.STANDARD)) {
      Crew crew =
          new Crew(
              tintype.port(),
              () -> paths.get(ThreadLocalRandom.current().nextInt(paths.size())).get());
      CompletableFuture<Load> load =
          CompletableFuture.supplyAsync(() -> crew.closedLoop(CONNECTIONS, rig.pace().mix()));
      List<double[]> samples = sampled(tintype.tree(), load, rig.pace().mix());
      judge(rig, section, samples, load.join());
    }
  }

  /** Minutes and MiB. */
  private static List<double[]> sampled(
      ProcessTree tree, CompletableFuture<Load> load, Duration time) {
    List<double[]> samples = new ArrayList<>();
    long start = System.nanoTime();
    long gap = time.toMillis() / SAMPLES;
    while (!load.isDone()) {
      try {
        load.get(gap, TimeUnit.MILLISECONDS);
      } catch (TimeoutException goesOn) {
        double minutes = (System.nanoTime() - start) / (double) Duration.ofMinutes(1).toNanos();
        samples.add(new double[] {minutes, tree.residentMiB()});
      } catch (ExecutionException | InterruptedException broken) {
        throw new IllegalStateException(broken);
      }
    }
    return samples;
  }

  private static void judge(Rig rig, Section section, List<double[]> samples, Load load) {
    Table table = new Table("Resident memory under a mix of all jobs but J4", "minutes", "MiB");
    for (int i = 0; i < samples.size(); i += 6) {
      table.row(samples.get(i)[0], samples.get(i)[1]);
    }
    section.show(table);
    section.note(load.accepted().length + " pictures were made.");
    List<double[]> late = samples.subList(samples.size() / 2, samples.size());
    int caches = Setup.STANDARD.cachesMiB(rig.supported());
    double most = samples.stream().mapToDouble(sample -> sample[1]).max().orElse(Double.NaN);
    section.find(
        Finding.atMost(
            "most resident MiB, less " + caches + " of caches", MOST_MIB, most - caches));
    double slope = Statistics.slope(column(late, 0), column(late, 1));
    section.find(
        Finding.atMost("growth in the second half, MiB a minute", LEVEL, slope)
            .remarking("of " + rig.pace().mix().toMinutes() + " minutes"));
    section.find(Finding.atMost("failed answers", 0, load.answers() - load.accepted().length));
  }

  private static double[] column(List<double[]> samples, int number) {
    return Arrays.stream(samples.toArray(double[][]::new))
        .mapToDouble(sample -> sample[number])
        .toArray();
  }
}
