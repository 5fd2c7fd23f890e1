package io.tintype.origin;

import io.tintype.model.FocusArea;
import java.util.Optional;
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
 * @param focus what matters most in the picture, if that is stored with it
 */
public record SourceInfo(
    String contentType,
    OptionalLong length,
    Validators validators,
    String contentRange,
    String canonicalUrl,
    boolean isPrivate,
    Optional<FocusArea> focus) {
  /** The same with another canonical link. */
  public SourceInfo withCanonicalUrl(String url) {
    return new SourceInfo(contentType, length, validators, contentRange, url, isPrivate, focus);
  }

  /**
   * The same with what was said before: an answer without body need not say it again (RFC 9110).
   */
  public SourceInfo confirming(SourceInfo before) {
    return new SourceInfo(
        contentType.isEmpty() ? before.contentType : contentType,
        length.isEmpty() ? before.length : length,
        validators.confirming(before.validators),
        contentRange,
        canonicalUrl,
        isPrivate || before.isPrivate,
        focus.or(before::focus));
  }

  /** Whether something else is stored with the same bytes by now. */
  public boolean contradicts(SourceInfo before) {
    return focus.isPresent() && !focus.equals(before.focus);
  }
}
