package io.tintype.origin;

import io.tintype.origin.Circuit.Entry;
import io.tintype.origin.FetchOutcome.Broken;
import io.tintype.origin.FetchOutcome.Cause;
import io.tintype.origin.FetchOutcome.Found;
import io.tintype.origin.FetchOutcome.NotModified;
import io.tintype.origin.OriginChain.Asker;
import io.tintype.origin.OriginChain.Retry;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One attempt at one origin, as the server's standing allows it: not at all while it is shut out,
 * in its turn if many ask, and with one more try where that may help and can be afforded.
 *
 * @param <T> what comes of a try
 */
final class Tries<T extends Tries.Ended> {
  /** Whoever waits longer for a place is better off elsewhere. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  /** Before another try, in milliseconds. */
  private static final long SHORTEST_PAUSE = 50;

  private static final long LONGEST_PAUSE = 150;

  private final Standing standing;
  private final Asker asker;
  private final Expiry end;
  private final Duration whole;
  private final Work<T> work;
  private final Context context =
      Objects.requireNonNull(Vertx.currentContext(), "not on an event loop");

  /**
   * Prepares an attempt.
   *
   * @param end by when it must be over
   */
  Tries(Standing standing, Asker asker, Expiry end, Work<T> work) {
    this.standing = standing;
    this.asker = asker;
    this.end = end;
    this.whole = end.remaining();
    this.work = work;
  }

  /** What came of a try. */
  interface Ended {
    FetchOutcome outcome();
  }

  /** What is tried. */
  interface Work<T> {
    OriginId origin();

    /** Fails only with a bug of ours. */
    Future<T> go(Errand errand);

    /** What comes of a try that is not made. */
    T leave(Broken why);
  }

  /** Makes the attempt. */
  Future<T> make() {
    standing.retries().ifPresent(RetryBudget::requested);
    return enter(Errand.first()).compose(this::onceMore);
  }

  private Future<T> enter(Errand errand) {
    if (standing.circuit().refuses()) {
      return left(standing.circuit().refusal());
    }
    Duration half = end.remaining().dividedBy(2);
    Standing.Passage passage =
        asker.untilGone(
            standing.enter(context, half.compareTo(LONGEST_WAIT) < 0 ? half : LONGEST_WAIT));
    return passage
        .admitted()
        .compose(
            admitted ->
                admitted
                    ? inside(errand)
                    : left(new Broken(Cause.BUSY, "too many requests occupy it")))
        .onComplete(_ -> passage.close());
  }

  private Future<T> inside(Errand errand) {
    if (!asker.isWaiting()) {
      return left(new Broken(Cause.UNAVAILABLE, "nobody waits any more"));
    }
    if (end.passed()) {
      return left(new Broken(Cause.TIMEOUT, "no time left"));
    }
    Entry entry = standing.circuit().enter();
    if (entry == Entry.REFUSED) {
      return left(standing.circuit().refusal());
    }
    asker.untilGone(errand);
    Expiry half = Expiry.after(whole.dividedBy(2));
    return work.go(errand).onComplete(ended -> judge(ended, entry, errand, half));
  }

  /**
   * What a try says of the server. A timeout says something only if there was time enough, and so
   * does a client who has left without an answer.
   *
   * @param half the moment when half of an attempt's time had been spent on the try
   */
  private void judge(AsyncResult<T> ended, Entry entry, Errand errand, Expiry half) {
    Circuit circuit = standing.circuit();
    if (ended.failed()) {
      circuit.undecided(entry);
      return;
    }
    FetchOutcome outcome = ended.result().outcome();
    boolean counts = entry == Entry.PROBE || !errand.wantsFreshConnections();
    if (outcome instanceof Broken(var cause, _, _) && isFailure(cause)) {
      boolean hung = half.passed() && (cause == Cause.TIMEOUT || !errand.isAnswered());
      boolean failed = asker.isWaiting() && cause != Cause.TIMEOUT;
      if (counts && (hung || failed)) {
        circuit.failed(entry, failed ? cause : Cause.TIMEOUT);
      } else {
        circuit.undecided(entry);
      }
    } else if (errand.isAnswered() || outcome instanceof Found || outcome instanceof NotModified) {
      circuit.succeeded();
    } else {
      circuit.undecided(entry);
    }
  }

  private static boolean isFailure(Cause cause) {
    return switch (cause) {
      case UNAVAILABLE, FAILING, TIMEOUT -> true;
      case UNUSABLE, CREDENTIALS, CIRCUIT_OPEN, CIRCUIT_OPEN_TIMEOUT, BUSY -> false;
    };
  }

  private Future<T> onceMore(T first) {
    boolean passing =
        first.outcome() instanceof Broken broken && broken.cause() == Cause.UNAVAILABLE;
    if (!passing || standing.retries().isEmpty() || !asker.isWaiting()) {
      return Future.succeededFuture(first);
    }
    long pause = pause((Broken) first.outcome());
    if (2 * pause > end.remaining().toMillis() || standing.circuit().isOpen()) {
      return Future.succeededFuture(first);
    }
    if (!standing.retries().get().tryRetry()) {
      asker.retried(work.origin(), Retry.UNAFFORDABLE);
      return Future.succeededFuture(first);
    }
    return after(pause).compose(_ -> enter(Errand.again())).map(second -> better(first, second));
  }

  private T better(T first, T second) {
    boolean broken = second.outcome() instanceof Broken;
    asker.retried(work.origin(), broken ? Retry.FAILED : Retry.HELPED);
    boolean made = !(second.outcome() instanceof Broken b) || isFailure(b.cause());
    return made ? second : first;
  }

  private static long pause(Broken broken) {
    long pause = ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE, LONGEST_PAUSE);
    return Math.max(pause, broken.retryAfter().toMillis());
  }

  private Future<Void> after(long millis) {
    Promise<Void> passed = Promise.promise();
    context.owner().setTimer(millis, _ -> passed.complete());
    return passed.future();
  }

  private Future<T> left(Broken why) {
    return Future.succeededFuture(work.leave(why));
  }
}
