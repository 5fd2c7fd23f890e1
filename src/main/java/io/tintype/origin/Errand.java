package io.tintype.origin;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One try at an origin, as the requests to servers see it that are part of it: it says on which
 * connections they go, and hears whether a server has answered. Closing it, on any thread, gives up
 * those whose answers have not begun: nobody waits any more. Otherwise confined to one event loop.
 */
public final class Errand implements AutoCloseable {
  private final boolean fresh;
  private final Set<Runnable> pending = new LinkedHashSet<>();
  private volatile @Nullable Context busyOn;
  private volatile boolean closed;
  private boolean answered;

  private Errand(boolean fresh) {
    this.fresh = fresh;
  }

  /** The first try. */
  public static Errand first() {
    return new Errand(false);
  }

  /** One more try, on connections that nobody has used. */
  public static Errand again() {
    return new Errand(true);
  }

  boolean wantsFreshConnections() {
    return fresh;
  }

  /** Whether some server has begun to answer. */
  boolean isAnswered() {
    return answered;
  }

  boolean isClosed() {
    return closed;
  }

  /** A request begins; {@code giveUp} is called, on this event loop, if nobody waits any more. */
  void begun(Runnable giveUp) {
    pending.add(giveUp);
    busyOn = Vertx.currentContext();
  }

  /** A request has got an answer, or failed. */
  void over(Runnable giveUp, boolean withAnswer) {
    answered |= withAnswer;
    pending.remove(giveUp);
    if (pending.isEmpty()) {
      busyOn = null;
    }
  }

  @Override
  public void close() {
    closed = true;
    Context context = busyOn;
    if (context == null) {
      return;
    }
    if (context.equals(Vertx.currentContext())) {
      giveUp();
    } else {
      context.runOnContext(_ -> giveUp());
    }
  }

  private void giveUp() {
    List.copyOf(pending).forEach(Runnable::run);
  }
}
