package io.tintype.model;

import java.util.Locale;
import java.util.Optional;

/** What Cloudinary takes an asset for; the first word of a path of its. */
public enum AssetType {
  IMAGE,
  VIDEO,
  /** A file that is delivered as it is; its extension belongs to its public id. */
  RAW;

  private static final Words<AssetType> WORDS = new Words<>(values(), AssetType::word);

  /** The word in URLs and object keys. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type with this word. */
  public static Optional<AssetType> ofWord(String word) {
    return WORDS.find(word);
  }
}
