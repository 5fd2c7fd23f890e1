package io.tintype.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Connections to one server, each a virtual thread that asks for the next path as soon as it may.
 *
 * @param paths asked from many threads at once
 * @param moreHeaders whole header lines, or nothing
 */
public record Crew(int port, Supplier<String> paths, String moreHeaders) {
  /** What a refused client waits before it asks again. */
  private static final Duration PAUSE = Duration.ofMillis(100);

  public Crew(int port, Supplier<String> paths) {
    this(port, paths, "");
  }

  /** Each connection asks again when it was answered, for about this long. */
  public Load closedLoop(int connections, Duration time) {
    long until = System.nanoTime() + time.toNanos();
    return run(connections, _ -> tally -> askUntil(until, tally));
  }

  /** Asks so many times, each connection as fast as it is answered. */
  public Load times(int count, int connections) {
    return run(connections, one -> tally -> askTimes(share(count, one, connections), tally));
  }

  /**
   * Asks at fixed instants, whether answers have come or not; times count from the instant, so that
   * waiting for a free connection is seen, too.
   */
  public Load openLoop(double perSecond, int connections, Duration time) {
    long start = System.nanoTime();
    long gap = (long) (Duration.ofSeconds(1).toNanos() / perSecond);
    long count = time.toNanos() / gap;
    return run(
        connections,
        one ->
            tally -> {
              try (Connection connection = new Connection(port)) {
                for (long next = one; next < count; next += connections) {
                  long due = start + next * gap;
                  LockSupport.parkNanos(due - System.nanoTime());
                  ask(connection, due, tally);
                }
              }
            });
  }

  private interface Work {
    void fill(Tally tally) throws IOException;
  }

  private static int share(int count, int one, int all) {
    return count / all + (one < count % all ? 1 : 0);
  }

  private void askUntil(long until, Tally tally) throws IOException {
    try (Connection connection = new Connection(port)) {
      while (System.nanoTime() < until) {
        if (ask(connection, System.nanoTime(), tally) == Tally.UNAVAILABLE) {
          LockSupport.parkNanos(PAUSE.toNanos());
        }
      }
    }
  }

  private void askTimes(int count, Tally tally) throws IOException {
    try (Connection connection = new Connection(port)) {
      for (int i = 0; i < count; i++) {
        ask(connection, System.nanoTime(), tally);
      }
    }
  }

  private int ask(Connection connection, long since, Tally tally) {
    try {
      int status = connection.get(paths.get(), moreHeaders);
      tally.add(status, System.nanoTime() - since);
      return status;
    } catch (IOException broken) {
      tally.fail();
      return Tally.UNAVAILABLE;
    }
  }

  private static Load run(int connections, IntFunction<Work> works) {
    long start = System.nanoTime();
    List<Tally> tallies = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        Tally tally = new Tally();
        Work work = works.apply(i);
        tallies.add(tally);
        running.add(
            threads.submit(
                () -> {
                  work.fill(tally);
                  return tally;
                }));
      }
      for (Future<?> one : running) {
        one.get();
      }
    } catch (ExecutionException bug) {
      throw new IllegalStateException(bug);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
    double seconds = (System.nanoTime() - start) / (double) Duration.ofSeconds(1).toNanos();
    return new Load(
        joined(tallies.stream().map(Tally::accepted)),
        joined(tallies.stream().map(Tally::refused)),
        tallies.stream().mapToLong(Tally::failed).sum(),
        seconds);
  }

  private static double[] joined(Stream<double[]> series) {
    return series.flatMapToDouble(java.util.Arrays::stream).sorted().toArray();
  }
}
