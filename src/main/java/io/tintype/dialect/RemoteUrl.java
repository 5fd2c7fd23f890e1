package io.tintype.dialect;

import io.tintype.model.PercentEncoding;
import io.tintype.model.SourceRef;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An absolute URL in the path, as web proxies take it: as it is, percent-encoded as a whole, or
 * with its two slashes merged into one by a proxy on the way.
 */
public final class RemoteUrl {
  private static final Pattern START = Pattern.compile("(?i)https?(?::|%3a)(?:/|%2f)++");
  private static final Pattern PARTS =
      Pattern.compile("(?i)(https?):/+([^/?#]*)([^?#]*)(?:\\?([^#]*))?(?:#.*)?");

  /** A host name or address in brackets, and a port; no credentials. */
  private static final Pattern AUTHORITY =
      Pattern.compile("(?:[a-z0-9_](?:[a-z0-9._-]{0,253})|\\[[0-9a-f:.]{2,45}])(?::[0-9]{1,5})?");

  private RemoteUrl() {}

  /** Whether a raw path is an absolute URL. */
  public static boolean isOne(String rawPath) {
    return START.matcher(rawPath).lookingAt();
  }

  /**
   * Reads the URL.
   *
   * @param rawPath for which {@link #isOne} holds
   * @param forwarded raw query of the request; comes behind the URL's own query
   */
  public static SourceRef.Remote read(String rawPath, String forwarded) {
    Matcher start = START.matcher(rawPath);
    boolean encoded = start.lookingAt() && start.group().indexOf('%') >= 0;
    String decoded = RawText.decode(rawPath);
    return of(encoded ? decoded : rawPath, forwarded);
  }

  /** The same, with one level of percent-encoding removed also if the URL begins without any. */
  public static SourceRef.Remote readDecoded(String rawPath, String forwarded) {
    return of(RawText.decode(rawPath), forwarded);
  }

  private static SourceRef.Remote of(String text, String forwarded) {
    Matcher parts = PARTS.matcher(text);
    if (!parts.matches()) {
      throw notAUrl();
    }
    String authority = parts.group(2).toLowerCase(Locale.ROOT);
    if (!AUTHORITY.matcher(authority).matches()) {
      throw notAUrl();
    }
    String path = PercentEncoding.repairPath(parts.group(3));
    RawText.refuseDots(RawText.decode(path));
    String own = parts.group(4) == null ? "" : PercentEncoding.repairQuery(parts.group(4));
    String query = own.isEmpty() || forwarded.isEmpty() ? own + forwarded : own + "&" + forwarded;
    String url =
        parts.group(1).toLowerCase(Locale.ROOT)
            + "://"
            + authority
            + (path.isEmpty() ? "/" : path)
            + (query.isEmpty() ? "" : "?" + query);
    return new SourceRef.Remote(checked(url));
  }

  /** Says the last word on addresses in brackets. */
  private static String checked(String url) {
    try {
      return new URI(url).toASCIIString();
    } catch (URISyntaxException malformed) {
      throw notAUrl();
    }
  }

  private static RuntimeException notAUrl() {
    return RawText.malformed("The URL is malformed: the source in its path is no http(s) URL.");
  }
}
