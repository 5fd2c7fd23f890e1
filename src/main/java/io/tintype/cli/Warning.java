package io.tintype.cli;

import io.tintype.cache.disk.DiskConfig;
import io.tintype.origin.AddressRules;
import io.tintype.routing.EndpointConfig;
import io.tintype.settings.GatewayConfig;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Something in a configuration that is allowed, and hardly meant.
 *
 * @param path where, such as {@code endpoints.shop.privatePaths}
 * @param sentence what comes of it, and what to do
 */
record Warning(String path, String sentence) {
  /** All of a configuration, endpoints first, in their order. */
  static List<Warning> of(GatewayConfig gateway) {
    return Stream.of(
            gateway.endpoints().stream().flatMap(endpoint -> unopenable(endpoint).stream()),
            gateway.cache().disk().stream().flatMap(Warning::ofDisk),
            boundless(gateway.allowedAddresses().rules()))
        .flatMap(warnings -> warnings)
        .toList();
  }

  /** Who may choose a URL that we read may then read what is told to this machine only. */
  private static Stream<Warning> boundless(List<AddressRules.Rule> rules) {
    return IntStream.range(0, rules.size())
        .filter(i -> rules.get(i).opensMetadata())
        .mapToObj(
            i ->
                new Warning(
                    "network.allow[" + i + "]",
                    "this opens more than networks of your own, such as 169.254.169.254, where"
                        + " clouds tell a machine's credentials: list what origins need, no more"));
  }

  private static Stream<Warning> ofDisk(DiskConfig disk) {
    return Stream.concat(unwritable(disk).stream(), exposed(disk).stream());
  }

  /** A checksum tells damage, not who has written a file. */
  private static Optional<Warning> exposed(DiskConfig disk) {
    return disk.exposure()
        .map(
            why ->
                new Warning(
                    "cache.disk.path",
                    why + ", and what they put there is served: chmod go-w " + disk.path()));
  }

  /** The gateway runs all the same, and keeps nothing there until that is repaired. */
  private static Optional<Warning> unwritable(DiskConfig disk) {
    return disk.obstacle()
        .map(
            why ->
                new Warning(
                    "cache.disk.path", "nothing can be kept in " + disk.path() + ": " + why));
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
