package io.tintype.origin;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * How many may be busy with one thing at once in the whole process, and how many more may wait for
 * their turn. Safe for use by several threads; whoever waits hears of it on the own context.
 */
public final class Bulkhead {
  /** More would have to wait for longer than anybody does. */
  private static final int WAITING_PER_PERMIT = 4;

  private final int permits;
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Ticket> waiting = new ArrayDeque<>();
  private int inUse;

  Bulkhead(int permits) {
    this.permits = permits;
  }

  /**
   * Asks for a permit; the ticket must be closed.
   *
   * @param context where the caller is
   * @param longest time to wait for a permit
   */
  Ticket enter(Context context, Duration longest) {
    Ticket ticket = new Ticket(context);
    lock.lock();
    try {
      if (inUse < permits) {
        inUse++;
        ticket.place = Place.INSIDE;
      } else if (waiting.size() < WAITING_PER_PERMIT * permits) {
        waiting.add(ticket);
      } else {
        ticket.place = Place.GONE;
      }
    } finally {
      lock.unlock();
    }
    ticket.begin(longest);
    return ticket;
  }

  /** Permits taken. */
  int inUse() {
    lock.lock();
    try {
      return inUse;
    } finally {
      lock.unlock();
    }
  }

  /** Tickets without a permit. */
  int waiting() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  private enum Place {
    OUTSIDE,
    INSIDE,
    GONE
  }

  /** The right to a permit. */
  final class Ticket implements AutoCloseable {
    private final Context context;
    private final Promise<Boolean> admitted = Promise.promise();
    private Place place = Place.OUTSIDE;

    private Ticket(Context context) {
      this.context = context;
    }

    /** Whether there is a permit; false = too many wait, or for too long. */
    Future<Boolean> admitted() {
      return admitted.future();
    }

    /** Gives up the permit or the wait for it; a second call does nothing. */
    @Override
    public void close() {
      Ticket next = leave();
      if (next != null) {
        next.tell(true);
      }
      tell(false);
    }

    /** On the own context, whoever brought it about. */
    private void tell(boolean yes) {
      if (context.equals(Vertx.currentContext())) {
        admitted.tryComplete(yes);
      } else {
        context.runOnContext(_ -> admitted.tryComplete(yes));
      }
    }

    private void begin(Duration longest) {
      if (place != Place.OUTSIDE) {
        admitted.complete(place == Place.INSIDE);
        return;
      }
      long timer =
          context.owner().setTimer(Math.max(1, longest.toMillis()), _ -> closeUnlessAdmitted());
      admitted.future().onComplete(_ -> context.owner().cancelTimer(timer));
    }

    private void closeUnlessAdmitted() {
      if (!admitted.future().isComplete()) {
        close();
      }
    }

    /** Who is admitted instead. */
    private @Nullable Ticket leave() {
      lock.lock();
      try {
        Place before = place;
        place = Place.GONE;
        if (before == Place.OUTSIDE) {
          waiting.remove(this);
        }
        if (before != Place.INSIDE) {
          return null;
        }
        Ticket next = waiting.poll();
        if (next == null) {
          inUse--;
        } else {
          next.place = Place.INSIDE;
        }
        return next;
      } finally {
        lock.unlock();
      }
    }
  }
}
