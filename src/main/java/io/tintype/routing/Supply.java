package io.tintype.routing;

import io.tintype.bus.Ingredient;
import io.tintype.cache.Makings;
import io.tintype.fault.Fault;

/** What became of a need. */
sealed interface Supply {
  Need need();

  /** It is there. */
  record Brought(Need need, Ingredient ingredient, Makings.Part part) implements Supply {}

  /** It is what the old variant was made of. */
  record Same(Need need) implements Supply {}

  /** It cannot be had. */
  record Missing(Need need, Fault why) implements Supply {}
}
