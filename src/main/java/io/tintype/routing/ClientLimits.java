package io.tintype.routing;

import java.time.Duration;

/**
 * What clients may take of a gateway. Keys and defaults: {@code docs/configuration.md}.
 *
 * @param connections open at a time, of all event loops together
 * @param headerTime from the opening of a connection to its first complete head, and from an answer
 *     to the end of a request's body
 * @param idleTime from an answer to the next complete head on the same connection
 * @param sendTime how long an answer may wait for its client, besides what {@code sendRate} allows
 * @param sendRate bytes of an answer that earn a second more
 */
public record ClientLimits(
    int connections, Duration headerTime, Duration idleTime, Duration sendTime, long sendRate) {
  public static final ClientLimits DEFAULT =
      new ClientLimits(
          10_000, Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(30), 8L << 10);
}
