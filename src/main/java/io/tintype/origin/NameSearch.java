package io.tintype.origin;

import io.tintype.model.SourceRef;
import io.tintype.origin.FetchOutcome.Absent;
import io.tintype.origin.FetchOutcome.Broken;
import io.tintype.origin.FetchOutcome.Denied;
import io.tintype.origin.FetchOutcome.Found;
import io.tintype.origin.FetchOutcome.NotModified;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.Function;

/** Asks one store for all the names a source may have there, until one is known. */
public final class NameSearch {
  private final FetchQuery query;
  private final Function<FetchQuery, Future<FetchOutcome>> store;
  private final Expiry expiry;

  /**
   * Prepares a search.
   *
   * @param query what is wanted; its time limit is that of the whole search
   * @param store answers questions about paths
   */
  public NameSearch(FetchQuery query, Function<FetchQuery, Future<FetchOutcome>> store) {
    this.query = query;
    this.store = store;
    this.expiry = Expiry.after(query.timeLimit());
  }

  /**
   * Asks for one name after the other.
   *
   * @param names not empty, likeliest first
   */
  public Future<FetchOutcome> among(List<SourceRef.Named> names) {
    FetchQuery question = query.naming(names.getFirst()).withTimeLimit(expiry.remaining());
    List<SourceRef.Named> others = names.subList(1, names.size());
    return store
        .apply(question)
        .compose(
            outcome ->
                switch (outcome) {
                  case Found _, NotModified _, Broken _ -> Future.succeededFuture(outcome);
                  case Absent _, Denied _ ->
                      others.isEmpty() || expiry.passed()
                          ? Future.succeededFuture(outcome)
                          : among(others).map(later -> stronger(outcome, later));
                });
  }

  private static FetchOutcome stronger(FetchOutcome first, FetchOutcome later) {
    return later instanceof Absent ? first : later;
  }
}
