package io.tintype.routing;

/**
 * A request target (RFC 9112, 3.2) taken apart and otherwise left as it came over the wire:
 * embedded URLs and signatures do not survive normalisation.
 *
 * @param path undecoded, with its leading slash
 * @param query undecoded, without {@code ?}; empty = none
 */
record Target(String path, String query) {
  /**
   * Takes a target apart; the host of an absolute one is dropped, as the Host header has it too.
   */
  static Target of(String uri) {
    String target = uri.startsWith("/") ? uri : afterAuthority(uri);
    int mark = target.indexOf('?');
    return mark < 0
        ? new Target(target, "")
        : new Target(target.substring(0, mark), target.substring(mark + 1));
  }

  private static String afterAuthority(String uri) {
    int scheme = uri.indexOf("://");
    int path = scheme < 0 ? -1 : uri.indexOf('/', scheme + "://".length());
    return path < 0 ? "/" : uri.substring(path);
  }
}
