package io.tintype.routing;

import java.util.concurrent.TimeUnit;

/**
 * How fast a client takes an answer. Only the time counts in which bytes wait for the client, not
 * that in which the client waits for us. Moments are those of {@link System#nanoTime}; confined to
 * one event loop.
 */
final class SendingPace {
  private long written;
  private long taken;
  private long waitedNanos;
  private long waitingSince;

  /** Bytes were handed to the connection. */
  void wrote(long bytes, long now) {
    if (written == taken) {
      waitingSince = now;
    }
    written += bytes;
  }

  /** The connection has passed bytes on. */
  void took(long bytes, long now) {
    taken += bytes;
    if (written == taken) {
      waitedNanos += now - waitingSince;
    }
  }

  /** Whether the client has kept us waiting longer than the limits allow. */
  boolean isTooSlow(long now, ClientLimits limits) {
    if (written == taken) {
      return false;
    }
    long earnedMillis = TimeUnit.SECONDS.toMillis(written) / limits.sendRate();
    long allowed = limits.sendTime().toNanos() + TimeUnit.MILLISECONDS.toNanos(earnedMillis);
    return waitedNanos + now - waitingSince > allowed;
  }
}
