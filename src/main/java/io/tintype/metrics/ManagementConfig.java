package io.tintype.metrics;

/**
 * Where the management port listens. Keys and defaults: {@code docs/configuration.md}.
 *
 * @param host address to bind
 * @param port 0 = any free one
 */
public record ManagementConfig(String host, int port) {
  public static final ManagementConfig DEFAULT = new ManagementConfig("127.0.0.1", 9090);
}
