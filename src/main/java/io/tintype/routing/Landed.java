package io.tintype.routing;

import io.tintype.bus.Fetched;
import io.tintype.cache.Variant;

/** What a flight brings to all who wait for it. */
sealed interface Landed {
  /** A picture; its bytes belong to the flight. */
  record Picture(Variant variant, Outcome from) implements Landed {}

  /** No image we decode: for the leader alone, since a stream cannot be shared. */
  record Through(Fetched.Streaming source) implements Landed {}
}
