package io.tintype.routing;

import io.tintype.bus.Ingredient;
import io.tintype.cache.Makings;
import io.tintype.fault.Fault;
import java.time.Instant;
import java.util.List;

/** What became of a need. */
sealed interface Supply {
  Need need();

  /**
   * It is there.
   *
   * @param asked when its origin was asked
   */
  record Brought(Need need, Ingredient ingredient, Makings.Part part, Instant asked)
      implements Supply {}

  /**
   * It is what the old variant was made of.
   *
   * @param asked when its origin was asked
   */
  record Same(Need need, Instant asked) implements Supply {}

  /** It cannot be had. */
  record Missing(Need need, Fault why) implements Supply {}

  /** When the first origin was asked, for the source or what layers need: nothing is fresher. */
  static Instant oldest(Sourced source, List<Supply> supplies) {
    Instant oldest = source.asked();
    for (Supply supply : supplies) {
      Instant asked =
          switch (supply) {
            case Brought brought -> brought.asked();
            case Same same -> same.asked();
            case Missing _ -> oldest;
          };
      oldest = asked.isBefore(oldest) ? asked : oldest;
    }
    return oldest;
  }
}
