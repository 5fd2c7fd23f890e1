package io.tintype.cache;

import io.tintype.bytes.RequestScope;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * Lets equal requests of the whole process share one piece of work. The first one leads, the others
 * wait, each on its own context. A flight belongs to all aboard: it is given up only when the last
 * one has left. Safe for use by several threads.
 *
 * @param <K> what tells flights apart
 * @param <R> what a flight brings
 */
public final class Flights<K, R> {
  private final ConcurrentMap<K, Flight<R>> airborne = new ConcurrentHashMap<>();

  /**
   * Takes a seat in the flight of a key, and starts it if there is none. To be called on the
   * context; the seat must be closed when its owner needs nothing of the result any more.
   *
   * @param departure does the work; what it brings is adopted by the scope it is given, which is
   *     closed when nobody is aboard any more
   */
  public Seat<R> join(K key, Context context, Function<RequestScope, Future<R>> departure) {
    while (true) {
      Flight<R> fresh = new Flight<>(gone -> airborne.remove(key, gone));
      Flight<R> there = airborne.putIfAbsent(key, fresh);
      if (there == null) {
        fresh.depart(departure);
        return new Seat<>(fresh, context, true);
      }
      if (there.board()) {
        return new Seat<>(there, context, false);
      }
      airborne.remove(key, there);
    }
  }

  /** Number of flights under way. */
  public int count() {
    return airborne.size();
  }
}
