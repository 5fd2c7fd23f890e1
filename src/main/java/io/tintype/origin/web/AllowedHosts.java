package io.tintype.origin.web;

import io.tintype.origin.HttpTarget;
import java.util.List;
import java.util.Locale;

/** The allow-list of a web proxy. */
final class AllowedHosts {
  private final List<String> patterns;

  AllowedHosts(List<String> patterns) {
    this.patterns = patterns.stream().map(pattern -> pattern.toLowerCase(Locale.ROOT)).toList();
  }

  /** Whether a rule of the list covers the server; a rule without a port means the scheme's own. */
  boolean contain(HttpTarget target) {
    String host = target.host().endsWith(".") ? withoutDot(target.host()) : target.host();
    return patterns.stream().anyMatch(pattern -> covers(pattern, host, target));
  }

  private static boolean covers(String pattern, String host, HttpTarget target) {
    int colon = pattern.lastIndexOf(':');
    boolean hasPort = colon > pattern.lastIndexOf(']');
    if (!hasPort) {
      return target.isDefaultPort() && matches(pattern, host);
    }
    return pattern.substring(colon + 1).equals(Integer.toString(target.port()))
        && matches(pattern.substring(0, colon), host);
  }

  /** A star stands for one or more labels in front, never for the domain itself. */
  private static boolean matches(String pattern, String host) {
    if (!pattern.startsWith("*.")) {
      return pattern.equals(host);
    }
    String suffix = pattern.substring(1);
    return host.endsWith(suffix) && host.length() > suffix.length();
  }

  private static String withoutDot(String host) {
    return host.substring(0, host.length() - 1);
  }
}
