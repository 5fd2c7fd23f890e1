package io.tintype.model;

/** Where a line along the edge between opaque and clear is drawn. */
public enum OutlineMode {
  /** On the opaque side. */
  INNER,
  /** On the clear side. */
  OUTER,
  /** No line: all that is clear and that the shape encloses. */
  INNER_FILL,
  /** On the clear side, and in all of what the shape encloses. */
  FILL
}
