package io.tintype.origin;

import io.vertx.core.Future;

/** A place that holds sources. Confined to the event loop of the fetch verticle that made it. */
public interface Origin {
  OriginId id();

  /**
   * Asks for a source. Every way an origin can fail is an outcome; the future itself fails only
   * with a bug of ours.
   */
  Future<FetchOutcome> fetch(FetchQuery query);

  /** Lets go of connections. */
  Future<Void> close();
}
