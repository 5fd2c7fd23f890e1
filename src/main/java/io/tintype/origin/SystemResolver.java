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

/**
 * Resolves names as the machine does: hosts file, search domains, DNS. The platform's resolver
 * blocks, so it runs on worker threads; equal questions share one of them, and answers are kept for
 * some seconds. Confined to one event loop.
 */
public final class SystemResolver implements HostResolver {
  private static final Duration KEPT = Duration.ofSeconds(10);
  private static final int MOST_KEPT = 1_000;
  private static final int MOST_PENDING = 128;

  private final WorkerExecutor workers;
  private final Map<String, Future<List<InetAddress>>> pending = new HashMap<>();
  private final Cache<String, List<InetAddress>> known =
      Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST_KEPT).build();

  /**
   * Creates a resolver.
   *
   * @param workers threads that may block; a slow DNS keeps one of them busy for each name
   */
  public SystemResolver(WorkerExecutor workers) {
    this.workers = workers;
  }

  @Override
  public Future<List<InetAddress>> resolve(String host) {
    List<InetAddress> kept = known.getIfPresent(host);
    if (kept != null) {
      return Future.succeededFuture(kept);
    }
    Future<List<InetAddress>> asked = pending.get(host);
    if (asked != null) {
      return asked;
    }
    if (pending.size() >= MOST_PENDING) {
      return Future.failedFuture(new UnknownHostException(host + " (resolver is busy)"));
    }
    return ask(host);
  }

  private Future<List<InetAddress>> ask(String host) {
    Future<List<InetAddress>> answer =
        workers
            .executeBlocking(() -> List.of(InetAddress.getAllByName(host)), false)
            .map(found -> Objects.requireNonNull(found))
            .onComplete(_ -> pending.remove(host))
            .onSuccess(addresses -> known.put(host, addresses));
    if (!answer.isComplete()) {
      pending.put(host, answer);
    }
    return answer;
  }
}
