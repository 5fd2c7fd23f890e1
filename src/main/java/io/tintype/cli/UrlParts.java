package io.tintype.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A URL cut up without decoding anything.
 *
 * @param host lower case, without port; empty = none
 * @param rawPath with its leading slash
 * @param rawQuery without {@code ?}; empty = none
 */
record UrlParts(String host, String rawPath, String rawQuery) {
  private static final Pattern ABSOLUTE =
      Pattern.compile(
          "([a-z][a-z0-9+.-]*)://(?:[^/?#]*@)?([^/?#]*?)(?::[0-9]*)?([/?#].*)?", //
          Pattern.CASE_INSENSITIVE);

  /** Cuts an absolute URL, or a path; empty if its scheme is one that is not served. */
  static Optional<UrlParts> of(String url) {
    Matcher absolute = ABSOLUTE.matcher(url);
    if (!absolute.matches()) {
      return Optional.of(of("", url));
    }
    if (!absolute.group(1).matches("(?i)https?")) {
      return Optional.empty();
    }
    String target = absolute.group(3) == null ? "" : absolute.group(3);
    return Optional.of(of(absolute.group(2).toLowerCase(Locale.ROOT), target));
  }

  /** Scheme and authority as a URL has them, without trailing slash; empty for a path. */
  static String origin(String url) {
    Matcher absolute = ABSOLUTE.matcher(url);
    if (!absolute.matches()) {
      return "";
    }
    return absolute.group(3) == null ? url : url.substring(0, absolute.start(3));
  }

  private static UrlParts of(String host, String target) {
    String sent = target.split("#", 2)[0];
    String[] parts = sent.split("\\?", 2);
    String path = parts[0].startsWith("/") ? parts[0] : "/" + parts[0];
    return new UrlParts(host, path, parts.length < 2 ? "" : parts[1]);
  }
}
