package io.tintype.dialect.cloudinary;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The signature in a path, {@code s--…--}; 8 or 32 characters of base64url. */
final class UrlSignature {
  private static final Pattern SEGMENT =
      Pattern.compile("s--([A-Za-z0-9_-]{8}|[A-Za-z0-9_-]{32})--");

  private UrlSignature() {}

  /** The signature a segment holds; empty if it is none. */
  static Optional<String> of(UrlSegment segment) {
    Matcher matcher = SEGMENT.matcher(segment.text());
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
