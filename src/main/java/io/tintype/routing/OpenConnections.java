package io.tintype.routing;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** How many connections clients have, on all event loops. Safe for use by several threads. */
final class OpenConnections {
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicLong refused = new AtomicLong();

  /** Counts one more, unless there are as many already. */
  boolean enter(int most) {
    if (open.incrementAndGet() <= most) {
      return true;
    }
    open.decrementAndGet();
    refused.incrementAndGet();
    return false;
  }

  void leave() {
    open.decrementAndGet();
  }

  int count() {
    return open.get();
  }

  long refused() {
    return refused.get();
  }
}
