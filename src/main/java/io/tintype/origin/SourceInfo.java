package io.tintype.origin;

import java.util.OptionalLong;

/**
 * What an origin says of a source it gives.
 *
 * @param contentType media type as the origin states it; empty = not stated
 * @param length number of bytes of the body that follows; empty = not known beforehand
 * @param validators of the whole source
 * @param contentRange value of {@code Content-Range} if the body is only a part; empty = the whole
 * @param canonicalUrl what the canonical link of the answer shall be; empty = no link
 * @param isPrivate whether the origin marks the source as private: only signed URLs and stored
 *     transformations show it
 */
public record SourceInfo(
    String contentType,
    OptionalLong length,
    Validators validators,
    String contentRange,
    String canonicalUrl,
    boolean isPrivate) {
  /** The same with another canonical link. */
  public SourceInfo withCanonicalUrl(String url) {
    return new SourceInfo(contentType, length, validators, contentRange, url, isPrivate);
  }

  /** The same, private if it was so before: an answer without body need not say it again. */
  public SourceInfo confirming(SourceInfo before) {
    return new SourceInfo(
        contentType, length, validators, contentRange, canonicalUrl, isPrivate || before.isPrivate);
  }
}
