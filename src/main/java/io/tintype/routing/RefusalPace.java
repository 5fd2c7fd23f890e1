package io.tintype.routing;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * When those are told who are refused because there is too much to do. Up to a rate at once; beyond
 * it they wait a little, since whoever asks again as soon as he is refused would otherwise keep the
 * processors from the pictures that were accepted. Used on one event loop.
 */
final class RefusalPace {
  /** Between two refusals: 1,000 a second, a tenth of what a processor can do. */
  private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  /** A refusal is to be early, so that others can be asked. */
  private static final long MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private final LongSupplier nanoTime;
  private long next;

  RefusalPace() {
    this(System::nanoTime);
  }

  RefusalPace(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.next = nanoTime.getAsLong();
  }

  /** How long the next one waits; at most 200 ms. */
  Duration next() {
    long now = nanoTime.getAsLong();
    long wait = Math.clamp(next - now, 0, MOST_NANOS);
    next = now + wait + INTERVAL_NANOS;
    return Duration.ofNanos(wait);
  }

  /** Runs on the calling event loop, now or when it is time. */
  void whenDue(Vertx vertx, Runnable refusal) {
    long millis = next().toMillis();
    if (millis == 0) {
      refusal.run();
    } else {
      vertx.setTimer(millis, _ -> refusal.run());
    }
  }
}
