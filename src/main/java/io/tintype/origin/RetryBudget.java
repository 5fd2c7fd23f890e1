package io.tintype.origin;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * How often one server may be asked once more: a tenth of what it is asked anyway, and a little for
 * those who are seldom asked. So retries help where little fails, and add little where everything
 * does. Safe for use by several threads.
 */
final class RetryBudget {
  private static final double PER_REQUEST = 0.1;
  private static final double MOST = 10;
  private static final double FIRST = 3;

  /** One retry in this time is always paid for. */
  private static final double NANOS_PER_RETRY = Duration.ofSeconds(5).toNanos();

  private final LongSupplier nanoClock;
  private final AtomicReference<Account> account;

  private record Account(double retries, long at) {
    Account plus(double more, long now) {
      double saved = retries + (now - at) / NANOS_PER_RETRY;
      return new Account(Math.min(MOST, saved + more), now);
    }
  }

  RetryBudget(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
    this.account = new AtomicReference<>(new Account(FIRST, nanoClock.getAsLong()));
  }

  /** The server is asked for the first time by a request. */
  void requested() {
    long now = nanoClock.getAsLong();
    account.updateAndGet(old -> old.plus(PER_REQUEST, now));
  }

  /** Pays for one retry, if there is enough. */
  boolean tryRetry() {
    Account before =
        account.getAndUpdate(old -> old.retries >= 1 ? new Account(old.retries - 1, old.at) : old);
    return before.retries >= 1;
  }
}
