package io.tintype.dialect.imagekit;

import java.util.Map;

/**
 * What an endpoint decides about ImageKit's language.
 *
 * @param transformations named transformations, with or without a leading {@code tr:}
 * @param strict whether what cannot be honoured is refused instead of reported
 * @param legacyOverlays whether overlays of before layers are read; else they are refused
 * @param detector whether something is there that finds faces and other things in pictures
 */
public record ImageKitSettings(
    Map<String, String> transformations, boolean strict, boolean legacyOverlays, boolean detector) {
  /** No named transformations, lenient. */
  public static final ImageKitSettings DEFAULT = new ImageKitSettings(Map.of(), false);

  public ImageKitSettings {
    transformations = Map.copyOf(transformations);
  }

  /** Without old overlays and without a detector. */
  public ImageKitSettings(Map<String, String> transformations, boolean strict) {
    this(transformations, strict, false, false);
  }
}
