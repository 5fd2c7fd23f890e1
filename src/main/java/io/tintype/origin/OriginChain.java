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
   * @param standing of the server that is asked
   */
  public record Link(Origin origin, Duration limit, Standing standing) {}

  /** What became of a second try. */
  public enum Retry {
    HELPED,
    FAILED,
    UNAFFORDABLE
  }

  /** One origin's outcome that was not the end. */
  public record Attempt(OriginId origin, FetchOutcome outcome, Duration took) {}

  /** The side of the request. */
  public interface Asker {
    /** Validators of a state that is known to come from this origin. */
    Validators validatorsFor(OriginId origin);

    /** An attempt is over; {@code limit} is what it had. */
    void attempted(Attempt attempt, Duration limit);

    /** A second try at an origin was wanted. */
    void retried(OriginId origin, Retry result);

    /** Whether somebody still waits for the answer. */
    boolean isWaiting();

    /** Closes what is given, on any thread, when nobody waits any more. */
    <C extends AutoCloseable> C untilGone(C work);
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
    Expiry end = Expiry.after(limit);
    return new Tries<>(link.standing(), asker, end, new Asking(link, end))
        .make()
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

  /** Asks one origin. */
  private final class Asking implements Tries.Work<Step<R>> {
    private final Link link;
    private final Expiry end;

    Asking(Link link, Expiry end) {
      this.link = link;
      this.end = end;
    }

    @Override
    public OriginId origin() {
      return link.origin().id();
    }

    @Override
    public Future<Step<R>> go(Errand errand) {
      SourceRef source = question.source();
      long version = source instanceof SourceRef.Asset asset ? asset.wantedVersion() : 0;
      return ask(source, version, errand)
          .compose(first -> withoutVersion(first, errand))
          .compose(asked -> step(link, asked, end));
    }

    @Override
    public Step<R> leave(Broken why) {
      return new Step<>(why, new End.Next<>());
    }

    /** The literal path comes first; then its leading version segment is read as a version. */
    private Future<Asked> withoutVersion(Asked first, Errand errand) {
      boolean missing = first.outcome() instanceof Absent || first.outcome() instanceof Denied;
      if (!missing || !(question.source() instanceof SourceRef.Named named)) {
        return Future.succeededFuture(first);
      }
      return named
          .versioned()
          .map(
              versioned ->
                  ask(versioned.rest(), versioned.version(), errand)
                      .map(second -> second.outcome() instanceof Absent ? first : second))
          .orElse(Future.succeededFuture(first));
    }

    private Future<Asked> ask(SourceRef source, long version, Errand errand) {
      FetchQuery query =
          new FetchQuery(
              source,
              asker.validatorsFor(origin()),
              question.range(),
              question.headOnly(),
              version,
              question.publicHost(),
              end.remaining(),
              errand);
      if (end.passed()) {
        return Future.succeededFuture(new Asked(query, new Broken(Cause.TIMEOUT, "no time left")));
      }
      Future<FetchOutcome> answer = link.origin().fetch(query);
      return end.limit(answer)
          .onFailure(_ -> answer.onSuccess(OriginChain::letGo))
          .recover(failure -> Future.succeededFuture(OriginFailure.outcomeOf(failure)))
          .map(outcome -> new Asked(query, outcome));
    }
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
    return end.limit(receiver.receive(link, query.withTimeLimit(end.remaining()), found))
        .onFailure(_ -> found.body().close())
        .map(value -> Step.done(found, new Result.Received<>(link.origin().id(), value)))
        .otherwise(failure -> Step.<R>failed(found, failure));
  }

  private record Asked(FetchQuery query, FetchOutcome outcome) {}

  private record Step<R>(FetchOutcome outcome, End<R> end) implements Tries.Ended {
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
