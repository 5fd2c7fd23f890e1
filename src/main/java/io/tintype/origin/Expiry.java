package io.tintype.origin;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeoutException;

/** The moment by which an attempt at an origin must have succeeded. */
public record Expiry(long nanoTime) {
  /** The moment that far from now. */
  public static Expiry after(Duration limit) {
    return new Expiry(System.nanoTime() + limit.toNanos());
  }

  /** Time left, at least 0. */
  public Duration remaining() {
    return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
  }

  /** Milliseconds left, rounded up, at least 1: what timers want. */
  public long timerMillis() {
    return remaining().toMillis() + 1;
  }

  /**
   * The same, or a {@link TimeoutException} at this moment. Unlike {@link Future#timeout} it ends
   * on the calling event loop whatever made the future.
   */
  <T> Future<T> limit(Future<T> work) {
    if (work.isComplete()) {
      return work;
    }
    Context context = Objects.requireNonNull(Vertx.currentContext(), "not on an event loop");
    Promise<T> limited = Promise.promise();
    long timer =
        context
            .owner()
            .setTimer(
                timerMillis(), _ -> limited.tryFail(new TimeoutException("no answer in time")));
    work.onComplete(
        done -> {
          context.owner().cancelTimer(timer);
          if (done.succeeded()) {
            limited.tryComplete(done.result());
          } else {
            limited.tryFail(done.cause());
          }
        });
    return limited.future();
  }

  public boolean passed() {
    return nanoTime - System.nanoTime() <= 0;
  }
}
