package io.tintype.origin;

import io.tintype.bytes.ByteBudget;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What the whole process knows of one server, and how much of itself it lets it occupy: circuit,
 * places, retries. Safe for use by several threads.
 */
public final class Standing {
  private final Circuit circuit;
  private final List<Bulkhead> doors;
  private final Optional<RetryBudget> retries;
  private final ByteBudget arriving;

  /**
   * Nothing is known yet.
   *
   * @param retries empty = asking again never helps
   * @param arriving sources of the origin that are being read into memory
   */
  Standing(
      Circuit circuit, List<Bulkhead> doors, Optional<RetryBudget> retries, ByteBudget arriving) {
    this.circuit = circuit;
    this.doors = List.copyOf(doors);
    this.retries = retries;
    this.arriving = arriving;
  }

  /** Of what is part of this machine: as many as like may ask, always. */
  public static Standing unlimited() {
    Circuit.Listener nobody =
        new Circuit.Listener() {
          @Override
          public void opened(FetchOutcome.Cause cause, int failures) {}

          @Override
          public void closed() {}
        };
    return new Standing(
        new Circuit(Protection.Breaker.OFF, nobody, System::nanoTime, RandomGenerator.getDefault()),
        List.of(),
        Optional.empty(),
        new ByteBudget("arriving sources", Long.MAX_VALUE));
  }

  Circuit circuit() {
    return circuit;
  }

  /** Empty = asking again never helps. */
  Optional<RetryBudget> retries() {
    return retries;
  }

  /** What the origin's sources may take together while they are read into memory. */
  public ByteBudget arriving() {
    return arriving;
  }

  /** Asks for a place, door after door; the passage must be closed. */
  Passage enter(Context context, Duration longest) {
    return new Passage(context, longest);
  }

  /** A way through all the doors, as far as it has come. */
  final class Passage implements AutoCloseable {
    private final List<Bulkhead.Ticket> tickets = new ArrayList<>();
    private final Future<Boolean> admitted;
    private boolean closed;

    private Passage(Context context, Duration longest) {
      Future<Boolean> so = Future.succeededFuture(true);
      for (Bulkhead door : doors) {
        so =
            so.compose(
                yes ->
                    yes
                        ? take(door.enter(context, longest)).admitted()
                        : Future.succeededFuture(false));
      }
      this.admitted = so;
    }

    /** Whether there is a place; false = too many wait, or for too long. */
    Future<Boolean> admitted() {
      return admitted;
    }

    @Override
    public void close() {
      List<Bulkhead.Ticket> held;
      synchronized (tickets) {
        closed = true;
        held = List.copyOf(tickets);
      }
      held.forEach(Bulkhead.Ticket::close);
    }

    private Bulkhead.Ticket take(Bulkhead.Ticket ticket) {
      boolean late;
      synchronized (tickets) {
        tickets.add(ticket);
        late = closed;
      }
      if (late) {
        ticket.close();
      }
      return ticket;
    }
  }
}
