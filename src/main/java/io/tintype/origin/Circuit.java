package io.tintype.origin;

import io.tintype.origin.FetchOutcome.Broken;
import io.tintype.origin.FetchOutcome.Cause;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Keeps questions away from a server that has lately answered none. It opens after a run of
 * failures; then, after pauses that grow, a few questions are let through as probes, and the first
 * answer to anything closes it. Safe for use by several threads.
 *
 * <p>A probe that hangs delays nothing: the next ones go when the next pause is over.
 */
public final class Circuit {
  /** Of each pause, unless one of them fails at once. */
  static final int PROBES = 3;

  /** The first pause is this part of the longest one. */
  private static final int FIRST_SHARE = 4;

  private final Protection.Breaker settings;
  private final Listener listener;
  private final LongSupplier nanoClock;
  private final RandomGenerator random;
  private final AtomicReference<State> state = new AtomicReference<>(Closed.QUIET);

  /**
   * Creates a closed circuit.
   *
   * @param random spreads the probes of several processes
   */
  Circuit(
      Protection.Breaker settings,
      Listener listener,
      LongSupplier nanoClock,
      RandomGenerator random) {
    this.settings = settings;
    this.listener = listener;
    this.nanoClock = nanoClock;
    this.random = random;
  }

  /** Told once of each change, on the thread of the question that brought it about. */
  public interface Listener {
    void opened(Cause cause, int failures);

    void closed();
  }

  /** How a question may go. */
  enum Entry {
    ORDINARY,
    PROBE,
    REFUSED
  }

  private sealed interface State {}

  /** Questions go through; so many failures in a row, the first one then. */
  private record Closed(int failures, long since) implements State {
    static final Closed QUIET = new Closed(0, 0);
  }

  /**
   * Questions are refused.
   *
   * @param cause of the failure that opened the circuit
   * @param pause nanoseconds from the last probes to the next
   * @param next when probes may go again
   * @param probes how many may go before
   */
  private record Open(Cause cause, long pause, long next, int probes) implements State {
    Open withProbes(int left) {
      return new Open(cause, pause, next, left);
    }
  }

  /** Whether questions are refused, or only probes let through. */
  boolean isOpen() {
    return state.get() instanceof Open;
  }

  /** Whether a question would be refused now. */
  boolean refuses() {
    return state.get() instanceof Open open
        && open.probes() == 0
        && nanoClock.getAsLong() - open.next() < 0;
  }

  /** What those hear who are refused: broken in the way the origin was. */
  Broken refusal() {
    boolean slow = state.get() instanceof Open open && open.cause() == Cause.TIMEOUT;
    return new Broken(
        slow ? Cause.CIRCUIT_OPEN_TIMEOUT : Cause.CIRCUIT_OPEN,
        "not asked, since it has lately failed every time");
  }

  /** Asks to go; whoever may has to say what came of it. */
  Entry enter() {
    while (true) {
      if (!(state.get() instanceof Open open)) {
        return Entry.ORDINARY;
      }
      long now = nanoClock.getAsLong();
      boolean due = now - open.next() >= 0;
      if (!due && open.probes() == 0) {
        return Entry.REFUSED;
      }
      Open next = due ? probing(open, now) : open.withProbes(open.probes() - 1);
      if (state.compareAndSet(open, next)) {
        return Entry.PROBE;
      }
    }
  }

  /** The server has answered. */
  void succeeded() {
    State seen = state.get();
    while (!seen.equals(Closed.QUIET)) {
      if (state.compareAndSet(seen, Closed.QUIET)) {
        if (seen instanceof Open) {
          listener.closed();
        }
        return;
      }
      seen = state.get();
    }
  }

  /** The server has not answered. */
  void failed(Entry entry, Cause cause) {
    boolean settled = settings.failures() == 0;
    while (!settled) {
      State seen = state.get();
      settled =
          switch (seen) {
            case Closed closed -> count(closed, cause);
            case Open open -> entry != Entry.PROBE || state.compareAndSet(open, open.withProbes(0));
          };
    }
  }

  /** Nothing came of it that says anything of the server. */
  void undecided(Entry entry) {
    State seen = state.get();
    if (entry == Entry.PROBE && seen instanceof Open open) {
      // Whoever changes it at the same time knows better.
      state.compareAndSet(open, open.withProbes(Math.min(PROBES, open.probes() + 1)));
    }
  }

  private boolean count(Closed closed, Cause cause) {
    long now = nanoClock.getAsLong();
    boolean first = closed.failures() == 0 || now - closed.since() > settings.window().toNanos();
    Closed counted = first ? new Closed(1, now) : new Closed(closed.failures() + 1, closed.since());
    if (counted.failures() < settings.failures()) {
      return state.compareAndSet(closed, counted);
    }
    long pause = settings.pause().dividedBy(FIRST_SHARE).toNanos();
    boolean opened = state.compareAndSet(closed, new Open(cause, pause, now + jittered(pause), 0));
    if (opened) {
      listener.opened(cause, counted.failures());
    }
    return opened;
  }

  private Open probing(Open open, long now) {
    long pause = Math.min(2 * open.pause(), settings.pause().toNanos());
    return new Open(open.cause(), pause, now + jittered(pause), PROBES - 1);
  }

  /** Between half and all of it. */
  private long jittered(long nanos) {
    return nanos / 2 + random.nextLong(nanos / 2 + 1);
  }
}
