package io.tintype.routing;

import io.tintype.cache.Place;
import java.util.Locale;

/** How a request ended, as metrics and the access log call it. */
enum Outcome {
  /** From memory. */
  MEMORY,
  /** From disk. */
  DISK,
  /** Rendered. */
  MISS,
  /** From where it was kept, though too old: the origin is broken. */
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

  static Outcome from(Place place) {
    return switch (place) {
      case MEMORY -> MEMORY;
      case DISK -> DISK;
    };
  }

  String label() {
    return label;
  }
}
