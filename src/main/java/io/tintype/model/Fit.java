package io.tintype.model;

/** How a wished-for box and the proportions of a picture are reconciled by scaling. */
public enum Fit {
  /** Fill the box, cut what hangs over; may enlarge. */
  COVER,
  /** Fill the box as far as the picture reaches without enlarging it, cut what hangs over. */
  COVER_NO_ENLARGE,
  /** Exactly the box, proportions be damned. */
  FORCE,
  /** As large as fits into the box, never enlarged. */
  INSIDE,
  /** As large as fits into the box, also enlarged. */
  INSIDE_ENLARGE,
  /** As large as fits into the box, never made smaller. */
  INSIDE_NO_SHRINK,
  /** As small as still covers the box, nothing cut; may enlarge. */
  OUTSIDE
}
