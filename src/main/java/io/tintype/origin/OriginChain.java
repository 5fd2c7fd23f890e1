package io.tintype.origin;

import io.tintype.model.SourceRef;
import io.tintype.origin.FetchOutcome.Absent;
import io.tintype.origin.FetchOutcome.Broken;
import io.tintype.origin.FetchOutcome.Cause;
import io.tintype.origin.FetchOutcome.Denied;
import io.tintype.origin.FetchOutcome.Found;
import io.tintype.origin.FetchOutcome.NotModified;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks the origins of an endpoint one after the other, until one has the source. Absent, denied and
 * broken all lead on to the next; what the whole chain then says is for {@link Verdict}.
 *
 * @param <R> what a receiver makes of a found source
 */
public final class OriginChain<R> {
  private final List<Link> links;
  private final FetchQuery question;
  private final Asker asker;
  private final Receiver<R> receiver;
  private final Expiry expiry;
  private final List<Attempt> failed = new ArrayList<>();

  /**
   * Prepares one walk along the chain.
   *
   * @param links in order of preference
   * @param question what to ask; its validators and time limit are replaced for each origin
   * @param asker what the request knows already, and who wants to know of attempts
   * @param receiver takes a found source over
   * @param expiry by when everything must be over
   */
  public OriginChain(
      List<Link> links, FetchQuery question, Asker asker, Receiver<R> receiver, Expiry expiry) {
    this.links = List.copyOf(links);
    this.question = question;
    this.asker = asker;
    this.receiver = receiver;
    this.expiry = expiry;
  }

  /**
   * One origin of a preference list.
   *
   * @param limit longest attempt its settings allow
   */
  public record Link(Origin origin, Duration limit) {}

  /** One origin's outcome that was not the end. */
  public record Attempt(OriginId origin, FetchOutcome outcome, Duration took) {}

  /** The side of the request. */
  public interface Asker {
    /** Validators of a state that is known to come from this origin. */
    Validators validatorsFor(OriginId origin);

    /** An attempt is over; {@code limit} is what it had. */
    void attempted(Attempt attempt, Duration limit);

    /** Whether somebody still waits for the answer. */
    boolean isWaiting();
  }

  /** Takes over found sources. */
  public interface Receiver<R> {
    /**
     * Takes a source over, as part of the attempt.
     *
     * @param query what the origin was asked, to ask again; its time limit is what is left
     * @return fails with {@link OriginFailure} if the next origin shall be asked, with anything
     *     else if the request has failed
     */
    Future<R> receive(Link link, FetchQuery query, Found found);
  }

  /** How a walk ended. */
  public sealed interface Result<R> {
    /** An origin had it. */
    record Received<R>(OriginId origin, R received) implements Result<R> {}

    /** The known state is still current. */
    record Unchanged<R>(OriginId origin, SourceInfo info) implements Result<R> {}

    /** No origin had it. */
    record Failed<R>(List<Attempt> attempts) implements Result<R> {}
  }

  /** Walks along the chain, once. */
  public Future<Result<R>> walk() {
    return ask(0);
  }

  private Future<Result<R>> ask(int index) {
    if (index == links.size() || !asker.isWaiting()) {
      return Future.succeededFuture(new Result.Failed<>(List.copyOf(failed)));
    }
    Link link = links.get(index);
    Duration limit = shareOf(link, links.size() - index);
    long started = System.nanoTime();
    return attempt(link, limit)
        .compose(
            step -> {
              Duration took = Duration.ofNanos(System.nanoTime() - started);
              Attempt done = new Attempt(link.origin().id(), step.outcome(), took);
              asker.attempted(done, limit);
              return switch (step.end()) {
                case End.Done<R> over -> Future.succeededFuture(over.result());
                case End.Fault<R> fault -> Future.failedFuture(fault.failure());
                case End.Next<R> _ -> {
                  failed.add(done);
                  yield ask(index + 1);
                }
              };
            });
  }

  /**
   * Every origin that is left gets the same share, so that a hanging one leaves time for others.
   */
  private Duration shareOf(Link link, int left) {
    Duration share = expiry.remaining().dividedBy(left);
    return share.compareTo(link.limit()) < 0 ? share : link.limit();
  }

  private Future<Step<R>> attempt(Link link, Duration limit) {
    Expiry end = Expiry.after(limit);
    long version = question.source() instanceof SourceRef.Asset asset ? asset.wantedVersion() : 0;
    return ask(link, question.source(), version, end)
        .compose(first -> withoutVersion(link, first, end))
        .compose(asked -> step(link, asked, end));
  }

  /** The literal path comes first; then its leading version segment is read as a version. */
  private Future<Asked> withoutVersion(Link link, Asked first, Expiry end) {
    boolean missing = first.outcome() instanceof Absent || first.outcome() instanceof Denied;
    if (!missing || !(question.source() instanceof SourceRef.Named named)) {
      return Future.succeededFuture(first);
    }
    return named
        .versioned()
        .map(
            versioned ->
                ask(link, versioned.rest(), versioned.version(), end)
                    .map(second -> second.outcome() instanceof Absent ? first : second))
        .orElse(Future.succeededFuture(first));
  }

  private Future<Asked> ask(Link link, SourceRef source, long version, Expiry end) {
    FetchQuery query =
        new FetchQuery(
            source,
            asker.validatorsFor(link.origin().id()),
            question.range(),
            question.headOnly(),
            version,
            question.publicHost(),
            end.remaining());
    if (end.passed()) {
      return Future.succeededFuture(new Asked(query, new Broken(Cause.TIMEOUT, "no time left")));
    }
    Future<FetchOutcome> answer = link.origin().fetch(query);
    return answer
        .timeout(end.timerMillis(), TimeUnit.MILLISECONDS)
        .onFailure(_ -> answer.onSuccess(OriginChain::letGo))
        .recover(failure -> Future.succeededFuture(OriginFailure.outcomeOf(failure)))
        .map(outcome -> new Asked(query, outcome));
  }

  private static void letGo(FetchOutcome late) {
    if (late instanceof Found found) {
      found.body().close();
    }
  }

  private Future<Step<R>> step(Link link, Asked asked, Expiry end) {
    return switch (asked.outcome()) {
      case Found found -> receive(link, asked.query(), found, end);
      case NotModified same ->
          Future.succeededFuture(
              Step.done(same, new Result.Unchanged<>(link.origin().id(), same.info())));
      case Absent _, Denied _, Broken _ ->
          Future.succeededFuture(new Step<>(asked.outcome(), new End.Next<>()));
    };
  }

  private Future<Step<R>> receive(Link link, FetchQuery query, Found found, Expiry end) {
    return receiver
        .receive(link, query.withTimeLimit(end.remaining()), found)
        .timeout(end.timerMillis(), TimeUnit.MILLISECONDS)
        .onFailure(_ -> found.body().close())
        .map(value -> Step.done(found, new Result.Received<>(link.origin().id(), value)))
        .otherwise(failure -> Step.<R>failed(found, failure));
  }

  private record Asked(FetchQuery query, FetchOutcome outcome) {}

  private record Step<R>(FetchOutcome outcome, End<R> end) {
    static <R> Step<R> done(FetchOutcome outcome, Result<R> result) {
      return new Step<>(outcome, new End.Done<>(result));
    }

    /** A body that breaks off is the origin's failure; other failures are the request's. */
    static <R> Step<R> failed(Found found, Throwable failure) {
      return failure instanceof OriginFailure || failure instanceof TimeoutException
          ? new Step<>(OriginFailure.outcomeOf(failure), new End.Next<>())
          : new Step<>(found, new End.Fault<>(failure));
    }
  }

  /** What follows an attempt. */
  private sealed interface End<R> {
    record Done<R>(Result<R> result) implements End<R> {}

    record Fault<R>(Throwable failure) implements End<R> {}

    record Next<R>() implements End<R> {}
  }
}
