package io.tintype.metrics;

import io.tintype.config.Secret;
import java.util.Optional;

/**
 * Where the management port listens. Keys and defaults: {@code docs/configuration.md}.
 *
 * @param host address to bind
 * @param port 0 = any free one
 * @param token what protected calls must carry; empty = they are switched off
 */
public record ManagementConfig(String host, int port, Optional<Secret> token) {}
