package io.tintype.dialect.imagekit;

import java.util.Map;

/**
 * What an endpoint decides about ImageKit's language.
 *
 * @param transformations named transformations, with or without a leading {@code tr:}
 * @param strict whether what cannot be honoured is refused instead of reported
 */
public record ImageKitSettings(Map<String, String> transformations, boolean strict) {
  /** No named transformations, lenient. */
  public static final ImageKitSettings DEFAULT = new ImageKitSettings(Map.of(), false);

  public ImageKitSettings {
    transformations = Map.copyOf(transformations);
  }
}
