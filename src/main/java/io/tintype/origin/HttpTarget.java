package io.tintype.origin;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an HTTP request goes.
 *
 * @param tls https instead of http
 * @param host lower case; IPv6 addresses in brackets
 * @param port 1 to 65535
 * @param uri path and query, beginning with a slash, fit for a request line
 */
public record HttpTarget(boolean tls, String host, int port, String uri) {
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;
  private static final int MAX_PORT = 65_535;
  private static final Pattern ABSOLUTE =
      Pattern.compile(
          "(https?)://([a-z0-9._-]+|\\[[0-9a-f:.]+])(?::([0-9]{0,5}))?([/?#].*)?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final String UNFIT = "\"<>\\^`{|}";

  /** Reads an absolute URL; empty if it is not http or https, has user info, or is broken. */
  public static Optional<HttpTarget> parse(String url) {
    Matcher matcher = ABSOLUTE.matcher(url);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    boolean tls = matcher.group(1).equalsIgnoreCase("https");
    String digits = matcher.group(3);
    int port = digits == null || digits.isEmpty() ? defaultPort(tls) : Integer.parseInt(digits);
    if (port < 1 || port > MAX_PORT) {
      return Optional.empty();
    }
    String rest = matcher.group(4) == null ? "" : matcher.group(4);
    return Optional.of(
        new HttpTarget(tls, matcher.group(2).toLowerCase(Locale.ROOT), port, requestUri(rest)));
  }

  /** What a {@code Location} header means that came from here; empty as in {@link #parse}. */
  public Optional<HttpTarget> resolve(String location) {
    if (location.startsWith("//")) {
      return parse((tls ? "https:" : "http:") + location);
    }
    if (location.matches("(?s)[a-zA-Z][a-zA-Z0-9+.-]*:.*")) {
      return parse(location);
    }
    if (location.startsWith("/")) {
      return Optional.of(withUri(withoutDots(requestUri(location))));
    }
    String path = uri.split("\\?", 2)[0];
    if (location.startsWith("?")) {
      return Optional.of(withUri(path + requestUri(location).substring(1)));
    }
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    return Optional.of(withUri(withoutDots(requestUri(folder + location))));
  }

  /** The same place for another path and query. */
  public HttpTarget withUri(String other) {
    return new HttpTarget(tls, host, port, other);
  }

  /** Host, and the port unless it is the scheme's own: the value of a {@code Host} header. */
  public String authority() {
    return isDefaultPort() ? host : host + ":" + port;
  }

  public boolean isDefaultPort() {
    return port == defaultPort(tls);
  }

  /** Whether requests to both go to the same server. */
  public boolean sameServer(HttpTarget other) {
    return tls == other.tls && port == other.port && host.equals(other.host);
  }

  /** Takes {@code .} and {@code ..} segments out of the path (RFC 3986, 5.2.4). */
  private static String withoutDots(String uri) {
    String path = uri.split("\\?", 2)[0];
    Deque<String> kept = new ArrayDeque<>();
    String last = "";
    for (String segment : path.substring(1).split("/", -1)) {
      last = segment;
      switch (segment) {
        case "." -> {}
        case ".." -> kept.pollLast();
        default -> kept.addLast(segment);
      }
    }
    boolean folder = (last.equals(".") || last.equals("..")) && !kept.isEmpty();
    return "/" + String.join("/", kept) + (folder ? "/" : "") + uri.substring(path.length());
  }

  private static int defaultPort(boolean tls) {
    return tls ? HTTPS_PORT : HTTP_PORT;
  }

  /** Drops the fragment and encodes what some servers send although it may not stand in a URL. */
  private static String requestUri(String rest) {
    int fragment = rest.indexOf('#');
    String wanted = fragment < 0 ? rest : rest.substring(0, fragment);
    StringBuilder uri = new StringBuilder(wanted.startsWith("/") ? "" : "/");
    for (byte octet : wanted.getBytes(StandardCharsets.UTF_8)) {
      int c = octet & 0xff;
      if (c <= ' ' || c >= 0x7f || UNFIT.indexOf(c) >= 0) {
        uri.append("%%%02X".formatted(c));
      } else {
        uri.append((char) c);
      }
    }
    return uri.toString();
  }
}
