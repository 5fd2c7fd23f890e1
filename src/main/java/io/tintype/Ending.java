package io.tintype;

import io.tintype.sandbox.Sandbox;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.atomic.AtomicBoolean;

/** How far a gateway has come with its end, which begins once. Safe for use by several threads. */
final class Ending {
  private final AtomicBoolean announced = new AtomicBoolean();
  private final AtomicBoolean begun = new AtomicBoolean();

  /** Without a context: none is left to run on when Vert.x has closed. */
  private final Promise<Void> over = Promise.promise();

  /** Says that it will begin soon, unless that has been said or it has begun. */
  boolean announce() {
    return announced.compareAndSet(false, true) && !begun.get();
  }

  /** Begins, unless it has begun. */
  boolean begin() {
    return begun.compareAndSet(false, true);
  }

  /** Nothing runs any more: what is kept is let go of. */
  void over(Caches caches, Sandbox sandbox) {
    try {
      caches.close();
    } finally {
      sandbox.close();
      over.complete();
    }
  }

  /** Completes when nothing is left. */
  Future<Void> future() {
    return over.future();
  }
}
