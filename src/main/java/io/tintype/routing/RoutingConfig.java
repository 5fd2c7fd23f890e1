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
 * @param drainTime how long requests under way may take when the process ends
 * @param clients what clients may take
 */
public record RoutingConfig(
    String host, int port, Optional<Tls> tls, Duration drainTime, ClientLimits clients) {
  public static final Duration DRAIN_TIME = Duration.ofSeconds(20);

  /** Certificate chain and private key, both in PEM. */
  public record Tls(Path cert, Path key) {}
}
