package io.tintype.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/** Well-behaved clients of one gateway; a phase's own, so that their connections end with it. */
final class Clients implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final int REFUSED = 503;

  /** Sooner than {@code Retry-After} says, but not at once. */
  private static final Duration LATER = Duration.ofMillis(250);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Future<?>> crowd = new ArrayList<>();
  private final String base;

  Clients(int port) {
    base = "http://127.0.0.1:" + port;
  }

  /** Asks once and says what came; the answer is read to its end. */
  int ask(String path, Tally tally) {
    HttpRequest request = HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE).build();
    long since = System.nanoTime();
    int status;
    try {
      status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException broken) {
      tally.add(Tally.NONE, System.nanoTime() - since, path + ": " + broken);
      return Tally.NONE;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
    tally.add(status, System.nanoTime() - since, path);
    return status;
  }

  /** Asks for the paths 0 to count - 1, so many at a time. */
  Tally all(int count, int atOnce, IntFunction<String> paths) {
    Tally tally = new Tally();
    AtomicInteger next = new AtomicInteger();
    crowd(
        atOnce,
        () -> {
          for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            ask(paths.apply(i), tally);
          }
        });
    join();
    return tally;
  }

  /** Lets so many ask, one path after the other, until the time is over. */
  Tally during(Duration time, int atOnce, IntFunction<String> paths) {
    Tally tally = meanwhile(time, atOnce, paths);
    join();
    return tally;
  }

  /** The same without waiting for its end, which {@link #join} does. */
  Tally meanwhile(Duration time, int atOnce, IntFunction<String> paths) {
    Tally tally = new Tally();
    long end = System.nanoTime() + time.toNanos();
    AtomicInteger next = new AtomicInteger();
    crowd(
        atOnce,
        () -> {
          while (System.nanoTime() < end) {
            if (ask(paths.apply(next.getAndIncrement()), tally) == REFUSED) {
              LockSupport.parkNanos(LATER.toNanos());
            }
          }
        });
    return tally;
  }

  /** Lets so many do something else. */
  void crowd(int count, Runnable each) {
    for (int i = 0; i < count; i++) {
      crowd.add(threads.submit(each));
    }
  }

  /** Waits until everybody is done. */
  void join() {
    try {
      for (Future<?> one : crowd) {
        one.get();
      }
    } catch (ExecutionException bug) {
      throw new IllegalStateException(bug.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
    crowd.clear();
  }

  @Override
  public void close() {
    threads.close();
    client.shutdownNow();
    client.close();
  }
}
