package io.tintype.cache;

import java.util.Locale;

/** Where variants are kept. */
public enum Place {
  MEMORY,
  /** A directory of this machine. */
  DISK;

  /** What metrics and headers call it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
