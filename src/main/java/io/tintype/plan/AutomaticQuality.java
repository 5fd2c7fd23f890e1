package io.tintype.plan;

import java.util.Locale;

/** How a level of automatic quality becomes a figure. */
public enum AutomaticQuality {
  /** By trials on the picture. */
  MEASURED,
  /** The fixed figure of the level, whatever the picture. */
  TABLE;

  /** The word for it in configuration and metrics. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
