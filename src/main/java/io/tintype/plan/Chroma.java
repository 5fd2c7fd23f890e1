package io.tintype.plan;

/** How finely a JPEG keeps colour differences. */
public enum Chroma {
  /** For every pixel (4:4:4). */
  FULL,
  /** For every block of two by two pixels (4:2:0). */
  HALF
}
