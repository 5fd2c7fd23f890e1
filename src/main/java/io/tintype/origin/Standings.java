package io.tintype.origin;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.tintype.bytes.ByteBudget;
import io.tintype.model.SourceRef;
import io.tintype.origin.FetchOutcome.Cause;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * The standings of all origins, shared by all event loops. An origin that is another server for
 * each URL has one for each host, so that a dead one costs the others nothing; together they share
 * the origin's places, of which one host gets at most half. Safe for use by several threads.
 */
public final class Standings {
  /** Of one proxy; the least used ones are forgotten. */
  private static final int MOST_HOSTS = 1_000;

  private final long arriving;
  private final Listener listener;
  private final LongSupplier nanoClock;
  private final RandomGenerator random;
  private final Map<OriginId, Known> known = new ConcurrentHashMap<>();

  /**
   * Knows nothing yet.
   *
   * @param arriving bytes that sources of one origin may take while they are read into memory
   * @param listener told of circuits
   * @param nanoClock as {@link System#nanoTime}
   * @param random safe for use by several threads
   */
  public Standings(
      long arriving, Listener listener, LongSupplier nanoClock, RandomGenerator random) {
    this.arriving = arriving;
    this.listener = listener;
    this.nanoClock = nanoClock;
    this.random = random;
  }

  /** Told once of each change, on any thread; {@code host} is empty unless the origin is many. */
  public interface Listener {
    void opened(OriginId origin, String host, Cause cause, int failures);

    void closed(OriginId origin, String host);
  }

  /** What a reload must not make us forget, unless it is about that. */
  private record Known(
      String identity, Protection protection, Bulkhead all, LoadingCache<String, Standing> hosts) {}

  /** The standing of the server that an origin asks, by the source it asks for. */
  public Function<SourceRef, Standing> of(OriginConfig config, Protection protection) {
    return switch (config) {
      case OriginConfig.Folder _ -> {
        Standing disk = Standing.unlimited();
        yield _ -> disk;
      }
      case OriginConfig.WebProxy _ -> {
        Known servers = known(config, protection);
        yield source -> servers.hosts().get(hostOf(source));
      }
      case OriginConfig.WebServer _, OriginConfig.S3 _, OriginConfig.CloudinaryBackup _ -> {
        Standing only = known(config, protection).hosts().get("");
        yield _ -> only;
      }
    };
  }

  /** Circuits of the origin that are open: one at most, unless it is many servers. */
  public long openCircuits(OriginId origin) {
    Known one = known.get(origin);
    return one == null
        ? 0
        : one.hosts().asMap().values().stream().filter(host -> host.circuit().isOpen()).count();
  }

  /** Attempts at the origin under way. */
  public int asking(OriginId origin) {
    Known one = known.get(origin);
    return one == null ? 0 : one.all().inUse();
  }

  private static String hostOf(SourceRef source) {
    return source instanceof SourceRef.Remote(var url)
        ? HttpTarget.parse(url).map(HttpTarget::authority).orElse("")
        : "";
  }

  private Known known(OriginConfig config, Protection protection) {
    String identity = OriginIdentity.of(config);
    return known.compute(
        config.id(),
        (_, before) ->
            before != null
                    && before.identity().equals(identity)
                    && before.protection().equals(protection)
                ? before
                : unknown(config, identity, protection));
  }

  private Known unknown(OriginConfig config, String identity, Protection protection) {
    Bulkhead all = new Bulkhead(protection.maxConcurrent());
    ByteBudget memory = new ByteBudget("arriving sources", arriving);
    LoadingCache<String, Standing> hosts =
        Caffeine.newBuilder()
            .maximumSize(MOST_HOSTS)
            .executor(Runnable::run)
            .build(host -> standing(config, protection, new Shared(all, memory), host));
    return new Known(identity, protection, all, hosts);
  }

  /** What all hosts of an origin have together. */
  private record Shared(Bulkhead places, ByteBudget memory) {}

  private Standing standing(
      OriginConfig config, Protection protection, Shared shared, String host) {
    Circuit.Listener told =
        new Circuit.Listener() {
          @Override
          public void opened(Cause cause, int failures) {
            listener.opened(config.id(), host, cause, failures);
          }

          @Override
          public void closed() {
            listener.closed(config.id(), host);
          }
        };
    List<Bulkhead> doors =
        config instanceof OriginConfig.WebProxy
            ? List.of(new Bulkhead(Math.ceilDiv(protection.maxConcurrent(), 2)), shared.places())
            : List.of(shared.places());
    return new Standing(
        new Circuit(protection.breaker(), told, nanoClock, random),
        doors,
        Optional.of(new RetryBudget(nanoClock)),
        shared.memory());
  }
}
