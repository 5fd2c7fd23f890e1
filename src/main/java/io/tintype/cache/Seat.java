package io.tintype.cache;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One request's place in a {@linkplain Flights flight}. What the flight brought stays valid until
 * the seat is closed.
 */
public final class Seat<R> implements AutoCloseable {
  private final Flight<R> flight;
  private final boolean leads;
  private final Future<R> result;
  private final AtomicBoolean left = new AtomicBoolean();

  Seat(Flight<R> flight, Context context, boolean leads) {
    this.flight = flight;
    this.leads = leads;
    Promise<R> own = Promise.promise();
    flight
        .landing()
        .onComplete(
            done ->
                context.runOnContext(
                    _ -> {
                      if (done.succeeded()) {
                        own.complete(done.result());
                      } else {
                        own.fail(done.cause());
                      }
                    }));
    this.result = own.future();
  }

  /** Whether this request started the flight. */
  public boolean leads() {
    return leads;
  }

  /** What the flight brings, on the context of the request. */
  public Future<R> result() {
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
