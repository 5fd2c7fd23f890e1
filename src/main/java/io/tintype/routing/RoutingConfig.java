package io.tintype.routing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where deliveries are served. Keys and defaults: {@code docs/configuration.md}.
 *
 * @param host address to bind
 * @param port 0 = any free one
 * @param tls empty = plain HTTP/1.1
 * @param accessLog whether every request is logged
 * @param drainTime how long requests under way may take when the process ends
 */
public record RoutingConfig(
    String host, int port, Optional<Tls> tls, boolean accessLog, Duration drainTime) {
  public static final Duration DRAIN_TIME = Duration.ofSeconds(20);

  /** All addresses, port 8080, no TLS. */
  public static final RoutingConfig DEFAULT =
      new RoutingConfig("0.0.0.0", 8080, Optional.empty(), true, DRAIN_TIME);

  /** Certificate chain and private key, both in PEM. */
  public record Tls(Path cert, Path key) {}
}
