package io.tintype.cli;

import java.util.Locale;

/**
 * A URL cut up without decoding anything.
 *
 * @param host lower case, without port; empty = none
 * @param rawPath with its leading slash
 * @param rawQuery without {@code ?}; empty = none
 */
record UrlParts(String host, String rawPath, String rawQuery) {
  /** Cuts an absolute URL, or a path. */
  static UrlParts of(String url) {
    String rest = url;
    String host = "";
    int scheme = url.indexOf("://");
    if (scheme > 0 && url.substring(0, scheme).matches("(?i)https?")) {
      int path = indexOfAny(url, scheme + 3);
      String authority = url.substring(scheme + 3, path);
      host =
          authority.replaceFirst(".*@", "").replaceFirst(":[0-9]*$", "").toLowerCase(Locale.ROOT);
      rest = url.substring(path);
    }
    int fragment = rest.indexOf('#');
    rest = fragment < 0 ? rest : rest.substring(0, fragment);
    int query = rest.indexOf('?');
    String path = query < 0 ? rest : rest.substring(0, query);
    return new UrlParts(
        host, path.startsWith("/") ? path : "/" + path, query < 0 ? "" : rest.substring(query + 1));
  }

  private static int indexOfAny(String url, int from) {
    for (int i = from; i < url.length(); i++) {
      if ("/?#".indexOf(url.charAt(i)) >= 0) {
        return i;
      }
    }
    return url.length();
  }
}
