package io.tintype.fetch;

import io.tintype.origin.FetchOutcome;
import io.tintype.origin.FetchOutcome.Broken;
import io.tintype.origin.FetchOutcome.Cause;
import io.tintype.origin.FetchQuery;
import io.tintype.origin.Origin;
import io.tintype.origin.OriginId;
import io.vertx.core.Future;

/** Stands in for an origin a reload has taken away while a request still named it. */
record UnknownOrigin(OriginId id) implements Origin {
  @Override
  public Future<FetchOutcome> fetch(FetchQuery query) {
    return Future.succeededFuture(new Broken(Cause.FAILING, "not configured any more"));
  }

  @Override
  public Future<Void> close() {
    return Future.succeededFuture();
  }
}
