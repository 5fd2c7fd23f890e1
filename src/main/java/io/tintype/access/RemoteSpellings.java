package io.tintype.access;

import io.tintype.model.PercentEncoding;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ways to write an absolute URL in the path: as it is, or escaped as a whole; a proxy on the way
 * may have merged its slashes.
 */
final class RemoteSpellings {
  /** Behind any transformation; up to the query of the request. */
  private static final Pattern REMOTE =
      Pattern.compile(
          "(?<front>(?:tr(?::|%3[Aa])[^/?]*+/)*+)"
              + "(?<url>(?<scheme>[Hh][Tt][Tt][Pp][Ss]?)(?<colon>:|%3[Aa])[^?]*+)(?<query>.*+)");

  private static final Pattern SLASHES = Pattern.compile("^([A-Za-z]++):/++");

  private RemoteSpellings() {}

  static List<String> of(String text) {
    Matcher remote = REMOTE.matcher(text);
    if (!remote.matches()) {
      return List.of(text);
    }
    String url = remote.group("url");
    Optional<String> plain =
        remote.group("colon").equals(":") ? Optional.of(url) : PercentEncoding.decode(url);
    if (plain.isEmpty()) {
      return List.of(text);
    }
    String whole = SLASHES.matcher(plain.get()).replaceFirst("$1://");
    String front = remote.group("front");
    String query = remote.group("query");
    return List.of(
        text, front + whole + query, front + PercentEncoding.encodeSegment(whole) + query);
  }
}
