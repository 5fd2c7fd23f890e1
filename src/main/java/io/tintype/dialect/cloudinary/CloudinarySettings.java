package io.tintype.dialect.cloudinary;

import io.tintype.dialect.ForeignChains;
import java.util.Map;
import java.util.Set;

/**
 * What an endpoint decides about Cloudinary's language.
 *
 * @param clouds which segment stands in front of asset and delivery type
 * @param typed whether stores that just mirror paths know an asset by asset and delivery type, too
 * @param transformations named transformations of the configuration, in either language
 * @param strict whether what cannot be honoured is refused instead of reported
 * @param detector whether something is there that finds faces and other things in pictures
 * @param elsewhere whether somebody else does what cannot be done here, so that names nobody has
 *     configured are reported instead of refused
 * @param folders first folders that look like transformations and are none
 * @param foreign named transformations in other languages
 */
public record CloudinarySettings(
    Clouds clouds,
    boolean typed,
    Map<String, String> transformations,
    boolean strict,
    boolean detector,
    boolean elsewhere,
    Set<String> folders,
    ForeignChains foreign) {
  /** Without a cloud in the path, lenient. */
  public static final CloudinarySettings DEFAULT =
      new CloudinarySettings(new Clouds.None(), true, Map.of(), false, false, Set.of());

  /** Of an endpoint that leaves nothing to others, with names in this language only. */
  public CloudinarySettings(
      Clouds clouds,
      boolean typed,
      Map<String, String> transformations,
      boolean strict,
      boolean detector,
      Set<String> folders) {
    this(clouds, typed, transformations, strict, detector, false, folders, ForeignChains.NONE);
  }

  public CloudinarySettings {
    transformations = Map.copyOf(transformations);
    folders = Set.copyOf(folders);
  }

  /** Which cloud names stand in the path. */
  public sealed interface Clouds {
    /** None, as on hosts of one's own; whatever stands in front of the asset's type is skipped. */
    record None() implements Clouds {}

    /** Any one. */
    record Any() implements Clouds {}

    /** Exactly this one. */
    record One(String name) implements Clouds {}
  }
}
