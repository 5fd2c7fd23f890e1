package io.tintype.routing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * A request target (RFC 9112, 3.2) taken apart and otherwise left as it came over the wire:
 * embedded URLs and signatures do not survive normalisation.
 *
 * @param host of an absolute target, which counts more than the Host header; empty = not absolute
 * @param path undecoded, with its leading slash
 * @param query undecoded, without {@code ?}; empty = none
 */
record Target(Optional<String> host, String path, String query) {
  private static final String SCHEME_END = "://";

  /** Takes a target apart. */
  static Target of(String uri) {
    String readable = readable(uri);
    int scheme = readable.startsWith("/") ? -1 : readable.indexOf(SCHEME_END);
    if (scheme < 0) {
      return split(Optional.empty(), readable.startsWith("/") ? readable : "/");
    }
    int start = scheme + SCHEME_END.length();
    int end = start;
    while (end < readable.length() && "/?".indexOf(readable.charAt(end)) < 0) {
      end++;
    }
    String rest = readable.substring(end);
    return split(
        Optional.of(plainHost(withoutPort(readable.substring(start, end)))),
        rest.startsWith("/") ? rest : "/" + rest);
  }

  /** A host as endpoints know it: lower case, without the dot that may end a full name. */
  static String plainHost(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  private static Target split(Optional<String> host, String target) {
    int mark = target.indexOf('?');
    return mark < 0
        ? new Target(host, target, "")
        : new Target(host, target.substring(0, mark), target.substring(mark + 1));
  }

  private static String withoutPort(String authority) {
    int port = authority.lastIndexOf(':');
    return port > authority.lastIndexOf(']') ? authority.substring(0, port) : authority;
  }

  /**
   * Bytes beyond ASCII have no place in a target, but some clients send them, nearly always as
   * UTF-8. The server has made a character of each byte; here they become what they stand for.
   */
  private static String readable(String uri) {
    if (isAscii(uri)) {
      return uri;
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(uri.getBytes(StandardCharsets.ISO_8859_1)))
          .toString();
    } catch (CharacterCodingException latin1) {
      return uri;
    }
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
