package io.tintype.routing;

import java.util.Locale;

/** How a request ended, as metrics and the access log call it. */
enum Outcome {
  /** From memory. */
  MEMORY,
  /** Rendered. */
  MISS,
  /** From memory, though too old: the origin is broken. */
  STALE,
  /** Handed through as it is. */
  STREAM,
  NOT_MODIFIED,
  /** The default image. */
  DEFAULT,
  /** A question of CORS. */
  PREFLIGHT,
  FAULT,
  /** The client left before the end. */
  GONE;

  private final String label = name().toLowerCase(Locale.ROOT);

  String label() {
    return label;
  }
}
