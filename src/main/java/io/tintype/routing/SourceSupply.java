package io.tintype.routing;

import io.tintype.bus.FetchRequest.Known;
import io.tintype.bus.FetchRequest.Mode;
import io.tintype.bus.Fetched;
import io.tintype.bytes.RequestScope;
import io.tintype.cache.Seat;
import io.tintype.cache.StoredSource;
import io.tintype.fault.FaultException;
import io.tintype.model.ImageFormat;
import io.tintype.model.SourceRef;
import io.tintype.routing.Sources.Account;
import io.tintype.routing.Sources.Wanted;
import io.tintype.sniff.Sniffer;
import io.tintype.telemetry.Metric;
import io.tintype.telemetry.Recorder;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Sources that are wanted whole: from memory, if an origin was asked a moment ago; else read once
 * for all who want them at the same time. Confined to one event loop.
 */
final class SourceSupply {
  /**
   * How long a source is used without a question to its origin: what a page's pictures in all their
   * sizes take to be asked for, and not much longer than it takes to replace a picture and look.
   */
  private static final Duration MOMENT = Duration.ofSeconds(10);

  private static final String TIER = "sources";

  private final Sources sources;
  private final SharedState state;
  private final Context context;
  private final Recorder recorder;

  SourceSupply(Sources sources, SharedState state, Context context, Recorder recorder) {
    this.sources = sources;
    this.state = state;
    this.context = context;
    this.recorder = recorder;
  }

  /** Whether no origin had the source a moment ago. */
  boolean isAbsent(Delivery delivery, SourceRef source) {
    return sources.isAbsent(delivery, source);
  }

  /** Counts what became of a need. */
  void count(Supply supply) {
    sources.count(supply);
  }

  /**
   * Brings a source; its bytes stay valid until the account's scope closes.
   *
   * @param wanted what may be answered with «unchanged» is what it knows
   */
  Future<Sourced> bring(Delivery delivery, Account account, Wanted wanted) {
    if (!state.sources().isOn() || wanted.source() instanceof SourceRef.Vendor) {
      Instant now = state.clock().instant();
      return sources.fetch(delivery, account, wanted).map(got -> new Sourced(got, now));
    }
    Optional<StoredSource> kept = kept(delivery, account.scope(), wanted);
    Duration age = kept.map(source -> source.age(state.clock().instant())).orElse(Duration.ZERO);
    boolean fresh = kept.isPresent() && age.compareTo(trusted(delivery)) < 0;
    recorder.count(Metric.CACHE_REQUESTS, TIER, fresh ? "hit" : kept.isPresent() ? "old" : "miss");
    return fresh
        ? Future.succeededFuture(answer(kept.get(), wanted.known()))
        : read(delivery, account, wanted, kept);
  }

  /**
   * What is kept of the delivery's source turned out to be no picture: it may have been cut off.
   */
  void distrust(Delivery delivery) {
    state.sources().forget(Mode.DECODE + " " + delivery.keyOf(delivery.request().source()));
  }

  /** The contract of the endpoint's results holds for what they are made from as well. */
  private static Duration trusted(Delivery delivery) {
    Duration ttl = delivery.endpoint().config().freshness().ttl();
    return ttl.compareTo(MOMENT) < 0 ? ttl : MOMENT;
  }

  private Optional<StoredSource> kept(Delivery delivery, RequestScope scope, Wanted wanted) {
    long most = delivery.endpoint().config().limits().sourceBytes();
    return state
        .sources()
        .find(keyOf(delivery, wanted), scope)
        .filter(source -> wanted.mode() == Mode.FILE || source.bytes().size() <= most)
        .filter(source -> suits(source.format(), wanted));
  }

  private static String keyOf(Delivery delivery, Wanted wanted) {
    return family(wanted.mode()) + " " + delivery.keyOf(wanted.source());
  }

  /** Most pictures are the same to those who would also draw. */
  private static Mode family(Mode mode) {
    return mode == Mode.DRAW ? Mode.DECODE : mode;
  }

  private static boolean suits(Optional<ImageFormat> format, Wanted wanted) {
    return wanted.mode() == Mode.DRAW || format.filter(Sniffer::drawable).isEmpty();
  }

  /** Whether what a flight brought is of no use to somebody who was not its leader. */
  private static boolean isOthers(Fetched landed, Wanted wanted) {
    return landed instanceof Fetched.Streaming
        || (landed instanceof Fetched.Whole whole && !suits(Optional.of(whole.format()), wanted));
  }

  private Future<Sourced> read(
      Delivery delivery, Account account, Wanted wanted, Optional<StoredSource> kept) {
    Question question =
        Question.of(keyOf(delivery, wanted), family(wanted.mode()), kept, wanted.known());
    Seat<Sourced> seat =
        state
            .readings()
            .join(
                question,
                context,
                scope -> ask(delivery, account.on(scope), wanted.knowing(question.known())));
    account.scope().adopt(seat);
    if (!seat.leads()) {
      recorder.count(Metric.CACHE_REQUESTS, TIER, "joined");
    }
    Optional<StoredSource> asked =
        kept.filter(source -> question.known().equals(Question.known(source)));
    return seat.result()
        .compose(
            landed ->
                isOthers(landed.fetched(), wanted) && !seat.leads()
                    ? alone(delivery, account, wanted, seat)
                    : Future.succeededFuture(settled(landed, wanted, asked)));
  }

  /** The work of a flight, on the account of all aboard. */
  private Future<Sourced> ask(Delivery delivery, Account account, Wanted wanted) {
    Instant now = state.clock().instant();
    String key = keyOf(delivery, wanted);
    return sources
        .fetch(delivery, account, wanted)
        .map(got -> new Sourced(got, now))
        .onSuccess(sourced -> keep(key, wanted.known(), sourced, account.scope()))
        .onFailure(
            failure -> {
              if (!Staleness.excuses(FaultException.faultOf(failure))) {
                state.sources().forget(key);
              }
            });
  }

  private void keep(String key, Known known, Sourced sourced, RequestScope scope) {
    switch (sourced.fetched()) {
      case Fetched.Whole whole -> state.sources().keep(key, stored(whole, sourced.asked()));
      case Fetched.File file -> state.sources().keep(key, stored(file, sourced.asked()));
      case Fetched.Streaming _ -> state.sources().forget(key);
      case Fetched.Unchanged(_, var info) ->
          state
              .sources()
              .find(key, scope)
              .filter(source -> known.equals(Question.known(source)))
              .ifPresent(
                  source -> state.sources().keep(key, source.confirmed(info, sourced.asked())));
    }
  }

  private static StoredSource stored(Fetched.Whole whole, Instant asked) {
    return new StoredSource(
        whole.bytes(), Optional.of(whole.format()), whole.origin(), whole.info(), asked);
  }

  private static StoredSource stored(Fetched.File file, Instant asked) {
    return new StoredSource(file.bytes(), Optional.empty(), file.origin(), file.info(), asked);
  }

  /** A stream cannot be shared. */
  private Future<Sourced> alone(
      Delivery delivery, Account account, Wanted wanted, Seat<Sourced> seat) {
    seat.close();
    return ask(delivery, account, wanted);
  }

  /**
   * What a flight brought, for one of those aboard.
   *
   * @param asked the state that the flight asked about, if it is the one that is kept
   */
  private static Sourced settled(Sourced landed, Wanted wanted, Optional<StoredSource> asked) {
    return asked.isPresent() && landed.fetched() instanceof Fetched.Unchanged(_, var info)
        ? answer(asked.get().confirmed(info, landed.asked()), wanted.known())
        : landed;
  }

  /** What an origin would answer to somebody who knows a state. */
  private static Sourced answer(StoredSource source, Known known) {
    boolean same = Question.tells(known) && known.equals(Question.known(source));
    Fetched fetched =
        same
            ? new Fetched.Unchanged(source.origin(), source.info())
            : source
                .format()
                .<Fetched>map(format -> whole(source, format))
                .orElseGet(() -> new Fetched.File(source.origin(), source.info(), source.bytes()));
    return new Sourced(fetched, source.checked());
  }

  private static Fetched whole(StoredSource source, ImageFormat format) {
    return new Fetched.Whole(source.origin(), source.info(), source.bytes(), format);
  }
}
