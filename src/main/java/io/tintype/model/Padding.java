package io.tintype.model;

/** How a picture comes to fill a larger canvas. */
public enum Padding {
  /** Scale to fit into the canvas, also enlarging, then fill up. */
  FIT,
  /** Scale to fit into the canvas, never enlarging, then fill up. */
  FIT_NO_ENLARGE,
  /** No scaling: on each axis cut what is larger and fill up what is smaller. */
  EXTRACT,
  /** No scaling and no cutting: fill up only. */
  EXTEND
}
