package io.tintype.cli;

import io.tintype.routing.EndpointConfig;
import io.tintype.settings.GatewayConfig;
import java.util.List;
import java.util.Optional;

/**
 * Something in a configuration that is allowed, and hardly meant.
 *
 * @param path where, such as {@code endpoints.shop.privatePaths}
 * @param sentence what comes of it, and what to do
 */
record Warning(String path, String sentence) {
  /** All of a configuration, in the order of its endpoints. */
  static List<Warning> of(GatewayConfig gateway) {
    return gateway.endpoints().stream().flatMap(endpoint -> unopenable(endpoint).stream()).toList();
  }

  /** Without a key no signature opens what is private. */
  private static Optional<Warning> unopenable(EndpointConfig endpoint) {
    boolean closed =
        endpoint.access().keys().isEmpty()
            && !endpoint.access().privatePaths().prefixes().isEmpty();
    return closed
        ? Optional.of(
            new Warning(
                "endpoints." + endpoint.name() + ".privatePaths",
                "nothing opens these paths, since signing has no keys: their originals and unnamed"
                    + " transformations are answered with 401"))
        : Optional.empty();
  }
}
