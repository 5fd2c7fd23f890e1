package io.tintype.model;

import java.util.Locale;
import java.util.Optional;

/** How an asset came to Cloudinary, and who may see it; the second word of a path of its. */
public enum DeliveryType {
  UPLOAD,
  /** The original needs a signature. */
  PRIVATE,
  /** Everything needs a signature or a token. */
  AUTHENTICATED,
  /** Read from a URL that stands in the path. */
  FETCH,
  ANIMOTO,
  ASSET,
  DAILYMOTION,
  FACEBOOK,
  GOOGLE_PLUS,
  GRAVATAR,
  HULU,
  INSTAGRAM,
  INSTAGRAM_NAME,
  LIST,
  MULTI,
  SPRITE,
  TEXT,
  TWITTER,
  TWITTER_NAME,
  URL2PNG,
  VIMEO,
  WORLDSTARHIPHOP,
  YOUTUBE;

  private static final Words<DeliveryType> WORDS = new Words<>(values(), DeliveryType::word);

  /** The word in URLs and object keys. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type with this word. */
  public static Optional<DeliveryType> ofWord(String word) {
    return WORDS.find(word);
  }
}
