package io.tintype.routing;

import io.tintype.dialect.ClientHints;

/**
 * Everything of a request that its meaning follows from, apart from the configuration, and in the
 * client's own words. Requests of equal wording order the same; nothing is left out that reading
 * one looks at ({@code docs/decisions/0014}).
 *
 * @param uri the request target as it came over the wire, signature included
 * @param authority host of the Host header or its like, as endpoints know it; empty = none
 * @param accept value of {@code Accept}; empty = none
 * @param hints of the client, whether or not an endpoint listens to them
 */
record Wording(String uri, String authority, String accept, ClientHints hints) {
  /** Characters it holds on to. */
  int length() {
    return uri.length() + authority.length() + accept.length();
  }
}
