package io.tintype.cache;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One request's place in a {@linkplain Flights flight}. What the flight brought stays valid until
 * the seat is closed.
 */
public final class Seat<R> implements AutoCloseable {
  private final Flight<R> flight;
  private final boolean leads;
  private final Promise<R> own = Promise.promise();
  private final Context context;
  private final AtomicBoolean left = new AtomicBoolean();

  Seat(Flight<R> flight, Context context, boolean leads) {
    this.flight = flight;
    this.leads = leads;
    this.context = context;
    flight
        .landing()
        .onComplete(
            done ->
                context.runOnContext(
                    _ -> {
                      if (done.succeeded()) {
                        own.tryComplete(done.result());
                      } else {
                        own.tryFail(done.cause());
                      }
                    }));
  }

  /** Whether this request started the flight. */
  public boolean leads() {
    return leads;
  }

  /** What the flight brings, on the context of the request. */
  public Future<R> result() {
    return own.future();
  }

  /**
   * The same, or a {@link TimeoutException} after this time, at least a millisecond. To be called
   * on the context of the request, where it ends in either case: unlike with {@link
   * Future#timeout}, whose timer is on a thread of Netty's for a future that has no context.
   */
  public Future<R> resultWithin(Duration limit) {
    Future<R> result = own.future();
    if (!result.isComplete()) {
      long timer =
          context
              .owner()
              .setTimer(
                  Math.max(1, limit.toMillis()),
                  _ -> own.tryFail(new TimeoutException("no result in time")));
      result.onComplete(_ -> context.owner().cancelTimer(timer));
    }
    return result;
  }

  /** Leaves the flight; a second call does nothing. */
  @Override
  public void close() {
    if (left.compareAndSet(false, true)) {
      flight.leave();
    }
  }
}
