package io.tintype.origin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * Resolves names as the machine does: hosts file, search domains, DNS. The platform's resolver
 * blocks, so it runs on worker threads; equal questions share one of them. Answers are kept for
 * some seconds, and after that used while they are asked for again: names that nobody answers for
 * may keep all threads busy. Confined to one event loop.
 */
public final class SystemResolver implements HostResolver {
  private static final Duration FRESH = Duration.ofSeconds(10);
  private static final Duration KEPT = Duration.ofMinutes(10);
  private static final int MOST_KEPT = 1_000;
  private static final int MOST_PENDING = 128;

  private final WorkerExecutor workers;
  private final LookUp lookUp;
  private final LongSupplier nanoClock;
  private final Map<String, Future<List<InetAddress>>> pending = new HashMap<>();
  private final Cache<String, Answer> known =
      Caffeine.newBuilder().maximumSize(MOST_KEPT).executor(Runnable::run).build();

  /**
   * Creates a resolver.
   *
   * @param workers threads that may block; a slow DNS keeps one of them busy for each name
   */
  public SystemResolver(WorkerExecutor workers) {
    this(workers, host -> List.of(InetAddress.getAllByName(host)), System::nanoTime);
  }

  SystemResolver(WorkerExecutor workers, LookUp lookUp, LongSupplier nanoClock) {
    this.workers = workers;
    this.lookUp = lookUp;
    this.nanoClock = nanoClock;
  }

  /** A question to the machine; blocks. */
  interface LookUp {
    List<InetAddress> of(String host) throws UnknownHostException;
  }

  private record Answer(List<InetAddress> addresses, long at) {}

  @Override
  public Future<List<InetAddress>> resolve(String host) {
    Answer kept = known.getIfPresent(host);
    long age = kept == null ? Long.MAX_VALUE : nanoClock.getAsLong() - kept.at();
    if (kept != null && age < FRESH.toNanos()) {
      return Future.succeededFuture(kept.addresses());
    }
    Future<List<InetAddress>> asked = pending.get(host);
    if (asked == null) {
      asked = ask(host);
    }
    return kept != null && age < KEPT.toNanos() ? Future.succeededFuture(kept.addresses()) : asked;
  }

  private Future<List<InetAddress>> ask(String host) {
    if (pending.size() >= MOST_PENDING) {
      return Future.failedFuture(new UnknownHostException(host + " (resolver is busy)"));
    }
    Future<List<InetAddress>> answer =
        workers
            .executeBlocking(() -> lookUp.of(host), false)
            .map(found -> Objects.requireNonNull(found))
            .onComplete(_ -> pending.remove(host))
            .onSuccess(addresses -> known.put(host, new Answer(addresses, nanoClock.getAsLong())));
    if (!answer.isComplete()) {
      pending.put(host, answer);
    }
    return answer;
  }
}
