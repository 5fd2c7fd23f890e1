package io.tintype.cache;

import io.tintype.bytes.RequestScope;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** One piece of work and the requests that wait for it. */
final class Flight<R> {
  private final RequestScope scope = new RequestScope();
  private final Promise<R> landing = Promise.promise();
  private final AtomicInteger aboard = new AtomicInteger(1);
  private final Consumer<Flight<R>> over;

  /**
   * Creates a flight with its leader aboard.
   *
   * @param over is told when nobody should board any more
   */
  Flight(Consumer<Flight<R>> over) {
    this.over = over;
  }

  void depart(Function<RequestScope, Future<R>> departure) {
    Future<R> work;
    try {
      work = departure.apply(scope);
    } catch (RuntimeException | Error bug) {
      work = Future.failedFuture(bug);
    }
    work.onComplete(
        done -> {
          over.accept(this);
          if (done.succeeded()) {
            landing.complete(done.result());
          } else {
            landing.fail(done.cause());
          }
        });
  }

  Future<R> landing() {
    return landing.future();
  }

  /** Takes a place; false if everybody has left already. */
  boolean board() {
    int seen = aboard.get();
    while (seen > 0) {
      if (aboard.compareAndSet(seen, seen + 1)) {
        return true;
      }
      seen = aboard.get();
    }
    return false;
  }

  void leave() {
    if (aboard.decrementAndGet() == 0) {
      over.accept(this);
      scope.close();
    }
  }
}
