package io.tintype.rehearse;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * The URL of a logged request, cut up without decoding anything.
 *
 * @param host lower case, without port; empty = not known
 * @param path with its leading slash
 * @param query without {@code ?}; empty = none
 */
record LoggedUrl(String host, String path, String query) {
  private static final String SCHEME_END = "://";

  /**
   * Cuts a request target up.
   *
   * @param target a path with query, or an absolute URL, whose host counts more
   * @param host of the request; empty = not known
   * @return empty if it is neither
   */
  static Optional<LoggedUrl> of(String target, String host) {
    int fragment = target.indexOf('#');
    String sent = fragment < 0 ? target : target.substring(0, fragment);
    if (sent.startsWith("/")) {
      return Optional.of(split(host, sent));
    }
    int scheme = sent.indexOf(SCHEME_END);
    if (scheme < 0 || !sent.substring(0, scheme).matches("(?i)https?")) {
      return Optional.empty();
    }
    int start = scheme + SCHEME_END.length();
    int end = start;
    while (end < sent.length() && "/?".indexOf(sent.charAt(end)) < 0) {
      end++;
    }
    String rest = sent.substring(end);
    String authority = sent.substring(start, end);
    return Optional.of(
        split(
            plainHost(authority.substring(authority.lastIndexOf('@') + 1)),
            rest.startsWith("/") ? rest : "/" + rest));
  }

  /** A host as endpoints know it: lower case, without port and the dot that may end a full name. */
  static String plainHost(String authority) {
    int port = authority.lastIndexOf(':');
    String host = port > authority.lastIndexOf(']') ? authority.substring(0, port) : authority;
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  /** As a browser would have it, without scheme where the host is not known. */
  String text() {
    return (host.isEmpty() ? "" : "https://" + host) + path + (query.isEmpty() ? "" : "?" + query);
  }

  /** Characters. */
  int length() {
    return host.length() + path.length() + query.length();
  }

  /**
   * Whether path and query are not too long.
   *
   * @param most in bytes
   */
  boolean fits(int most) {
    String target = query.isEmpty() ? path : path + "?" + query;
    return target.length() <= most && target.getBytes(StandardCharsets.UTF_8).length <= most;
  }

  private static LoggedUrl split(String host, String target) {
    int mark = target.indexOf('?');
    return mark < 0
        ? new LoggedUrl(host, target, "")
        : new LoggedUrl(host, target.substring(0, mark), target.substring(mark + 1));
  }
}
