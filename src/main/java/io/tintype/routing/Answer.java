package io.tintype.routing;

import io.tintype.bus.Fetched;
import io.tintype.cache.Variant;
import java.util.List;

/** What a delivery came to. */
sealed interface Answer {
  Delivery delivery();

  /** Whether an origin marks the source, or anything drawn on it, as private. */
  boolean isPrivate();

  /**
   * A rendered picture. The exchange's scope keeps its bytes alive.
   *
   * @param from where it came from: {@link Outcome#MEMORY}, {@link Outcome#DISK}, {@link
   *     Outcome#MISS} or {@link Outcome#STALE}
   */
  record Picture(Delivery delivery, Variant variant, Outcome from) implements Answer {
    @Override
    public boolean isPrivate() {
      return variant.source().isPrivate() || variant.makings().arePrivate();
    }
  }

  /**
   * A source as it is. The exchange's scope, or a flight it has a seat in, cancels its body.
   *
   * @param unhonoured parameters without effect, in URL order
   */
  record Through(Delivery delivery, Fetched.Streaming source, List<String> unhonoured)
      implements Answer {
    @Override
    public boolean isPrivate() {
      return source.info().isPrivate();
    }
  }
}
