package io.tintype.routing;

import io.tintype.bus.FetchRequest.Known;
import io.tintype.bus.FetchRequest.Mode;
import io.tintype.bus.Fetched;
import io.tintype.bus.Ingredient;
import io.tintype.bytes.RequestScope;
import io.tintype.cache.Makings;
import io.tintype.cache.Variant;
import io.tintype.fault.Blame;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.Ingredients;
import io.tintype.model.SourceRef;
import io.tintype.routing.Sources.Account;
import io.tintype.routing.Sources.Wanted;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Fetches what one rendering is made from: the source and whatever layers need, all at the same
 * time. Confined to one event loop.
 */
final class Gathering {
  private final SourceSupply sources;
  private final Delivery delivery;
  private final Account account;
  private final Account layers;
  private final SourceRef name;
  private final Ingredients ingredients;
  private final List<Need> needs;

  /**
   * Prepares to fetch.
   *
   * @param account owns what is fetched
   */
  Gathering(SourceSupply sources, Delivery delivery, Account account) {
    this.sources = sources;
    this.delivery = delivery;
    this.account = account;
    this.layers =
        new Account(
            account.scope().adopt(new RequestScope()), account.deadline(), account.requestId());
    this.name = delivery.request().source();
    this.ingredients = delivery.request().transformation().ingredients();
    this.needs = Need.of(ingredients, name);
  }

  /**
   * Fetches.
   *
   * @param old what is asked about first; an answer that makes it out of date costs a second
   *     question for the rest
   */
  Future<Gathered> start(Optional<Variant> old) {
    Optional<Fault> excess = Need.excess(needs, delivery.endpoint().config().limits().layers());
    if (excess.isPresent()) {
      return Future.failedFuture(new FaultException(excess.get()));
    }
    Map<SourceRef, Known> known = old.map(this::known).orElse(Map.of());
    Future<Sourced> source = source(known.getOrDefault(name, Known.NOTHING));
    Future<List<Supply>> supplies =
        all(needs, need -> supply(need, known.getOrDefault(need.source(), Known.NOTHING)));
    return source
        .onFailure(_ -> layers.scope().close())
        .compose(
            sourced ->
                sourced.fetched() instanceof Fetched.Streaming
                    ? Future.succeededFuture(done(sourced, List.of()))
                    : supplies.compose(supplied -> join(sourced, supplied, old)));
  }

  /** Nothing has changed, or everything is needed. */
  private Future<Gathered> join(Sourced sourced, List<Supply> supplies, Optional<Variant> old) {
    Fetched source = sourced.fetched();
    boolean sourceIsKept = source instanceof Fetched.Unchanged;
    boolean sourceIsSame =
        sourceIsKept
            && old.filter(variant -> source.info().contradicts(variant.source())).isEmpty();
    if (sourceIsSame && supplies.stream().allMatch(Supply.Same.class::isInstance)) {
      return Future.succeededFuture(
          new Gathered.Unchanged(source.info(), Supply.oldest(sourced, supplies)));
    }
    Future<Sourced> whole = sourceIsKept ? source(Known.NOTHING) : Future.succeededFuture(sourced);
    Future<List<Supply>> full =
        all(
            supplies,
            supply ->
                supply instanceof Supply.Same(var need, _)
                    ? supply(need, Known.NOTHING)
                    : Future.succeededFuture(supply));
    return whole.compose(fetched -> full.map(supplied -> done(fetched, supplied)));
  }

  private Gathered done(Sourced source, List<Supply> supplies) {
    return switch (source.fetched()) {
      case Fetched.Whole _ when account.scope().isClosed() ->
          throw new FaultException(new Fault.ClientGone());
      case Fetched.Whole whole ->
          new Gathered.Complete(
              whole,
              Optional.of(name).filter(ingredients.pictures()::contains),
              supplies,
              Supply.oldest(source, supplies));
      case Fetched.Streaming streaming -> {
        layers.scope().close();
        yield new Gathered.Through(streaming);
      }
      case Fetched.Unchanged _, Fetched.File _ ->
          throw new IllegalStateException("asked for an image, got " + source);
    };
  }

  private Future<Sourced> source(Known known) {
    return sources.bring(delivery, account, new Wanted(name, known, mode()));
  }

  /** What can be drawn is read whole only where something is to be made of it. */
  private Mode mode() {
    return delivery.draws() ? Mode.DRAW : Mode.DECODE;
  }

  /**
   * Whether something is missing is for the rendering to judge; but what only failed for want of
   * room or time would have been there, so the whole is tried again later.
   */
  private Future<Supply> supply(Need need, Known known) {
    Future<Sourced> sourced =
        sources.isAbsent(delivery, need.source())
            ? Future.failedFuture(new FaultException(new Fault.SourceNotFound()))
            : sources.bring(delivery, layers, new Wanted(need.source(), known, need.kind().mode()));
    return sourced
        .map(there -> supplied(need, there))
        .recover(
            failure -> {
              Fault why = FaultException.faultOf(failure);
              if (why instanceof Fault.ClientGone) {
                return Future.failedFuture(failure);
              }
              return switch (Blame.of(why)) {
                case CALLER, ORIGIN -> Future.succeededFuture(new Supply.Missing(need, why));
                case CAPACITY, US -> Future.failedFuture(failure);
              };
            })
        .onSuccess(supply -> sources.count(supply));
  }

  private static Supply supplied(Need need, Sourced sourced) {
    Fetched fetched = sourced.fetched();
    if (fetched instanceof Fetched.Unchanged) {
      return new Supply.Same(need, sourced.asked());
    }
    if (fetched instanceof Fetched.Streaming(_, _, var body, _)) {
      body.close();
    }
    Makings.Part part = new Makings.Part(fetched.origin(), fetched.info());
    return Ingredient.of(fetched)
        .<Supply>map(ingredient -> new Supply.Brought(need, ingredient, part, sourced.asked()))
        .orElseGet(
            () ->
                new Supply.Missing(
                    need,
                    new Fault.UnsupportedSource(
                        "The source is no image of a kind that can be transformed here.")));
  }

  /** Empty unless all of it can be asked about: what is fetched anyway makes a new variant. */
  private Map<SourceRef, Known> known(Variant old) {
    Map<SourceRef, Known> known = new HashMap<>();
    known.put(name, new Known(old.origin(), old.source().validators()));
    for (Need need : needs) {
      Makings.Part part = old.makings().found().get(need.source());
      if (part == null) {
        return Map.of();
      }
      known.put(need.source(), new Known(part.origin(), part.info().validators()));
    }
    boolean comparable = known.values().stream().noneMatch(one -> one.validators().isEmpty());
    return comparable ? known : Map.of();
  }

  private static <T, R> Future<List<R>> all(List<T> items, Function<T, Future<R>> work) {
    return Future.all(items.stream().map(work).toList()).map(results -> results.list());
  }
}
