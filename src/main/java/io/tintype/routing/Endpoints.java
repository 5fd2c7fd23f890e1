package io.tintype.routing;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * All endpoints, and which one answers for a host and path. Immutable; a reload makes a new one.
 */
public final class Endpoints {
  private final List<Endpoint> byLongestPath;

  public Endpoints(List<Endpoint> endpoints) {
    this.byLongestPath =
        endpoints.stream()
            .sorted(
                Comparator.comparingInt((Endpoint endpoint) -> endpoint.config().path().length())
                    .reversed())
            .toList();
  }

  /** An endpoint, and the raw path behind its prefix, without a leading slash. */
  public record Resolved(Endpoint endpoint, String rest) {}

  /** All endpoints, those with the longest path first. */
  public List<Endpoint> all() {
    return byLongestPath;
  }

  /**
   * Finds the endpoint: one of the host first, whether or not the path has its prefix; then the one
   * with the longest prefix.
   *
   * @param host without port; empty = the client named none
   * @param rawPath undecoded, with its leading slash
   * @throws FaultException with {@link Fault.EndpointUnknown}
   */
  public Resolved resolve(String host, String rawPath) {
    String wanted = host.toLowerCase(Locale.ROOT);
    List<Endpoint> ofHost =
        byLongestPath.stream()
            .filter(endpoint -> endpoint.config().hosts().contains(wanted))
            .toList();
    if (!ofHost.isEmpty()) {
      return byPath(ofHost, rawPath)
          .orElseGet(() -> new Resolved(ofHost.getLast(), withoutSlash(rawPath)));
    }
    return byPath(byLongestPath, rawPath)
        .orElseThrow(() -> new FaultException(new Fault.EndpointUnknown()));
  }

  private static Optional<Resolved> byPath(List<Endpoint> candidates, String rawPath) {
    return candidates.stream()
        .filter(endpoint -> matches(endpoint.config().path(), rawPath))
        .findFirst()
        .map(
            endpoint -> {
              String rest = rawPath.substring(endpoint.config().path().length());
              return new Resolved(endpoint, withoutSlash(rest));
            });
  }

  private static boolean matches(String prefix, String rawPath) {
    return rawPath.startsWith(prefix)
        && (rawPath.length() == prefix.length() || rawPath.charAt(prefix.length()) == '/');
  }

  private static String withoutSlash(String path) {
    return path.startsWith("/") ? path.substring(1) : path;
  }
}
