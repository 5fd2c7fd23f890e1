package io.tintype.routing;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All endpoints, and which one answers for a host and path. A reload makes a new one; what is
 * remembered of its orders goes with it.
 */
public final class Endpoints {
  private final List<Endpoint> byLongestPath;
  private final Map<String, List<Endpoint>> byHost;
  private final Orders orders = new Orders();

  public Endpoints(List<Endpoint> endpoints) {
    this.byLongestPath =
        endpoints.stream()
            .sorted(
                Comparator.comparingInt((Endpoint endpoint) -> endpoint.config().path().length())
                    .reversed())
            .toList();
    this.byHost = byHost(byLongestPath);
  }

  /** An endpoint, and the raw path behind its prefix, without a leading slash. */
  public record Resolved(Endpoint endpoint, String rest) {}

  /** All endpoints, those with the longest path first. */
  public List<Endpoint> all() {
    return byLongestPath;
  }

  /** What is remembered of orders these endpoints have let in. */
  Orders orders() {
    return orders;
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
    List<Endpoint> ofHost = byHost.get(host.toLowerCase(Locale.ROOT));
    if (ofHost == null) {
      Endpoint found = byPath(byLongestPath, rawPath);
      if (found == null) {
        throw new FaultException(new Fault.EndpointUnknown());
      }
      return behindPrefix(found, rawPath);
    }
    Endpoint found = byPath(ofHost, rawPath);
    return found == null
        ? new Resolved(ofHost.getLast(), withoutSlash(rawPath))
        : behindPrefix(found, rawPath);
  }

  private static Map<String, List<Endpoint>> byHost(List<Endpoint> endpoints) {
    Map<String, List<Endpoint>> byHost = new HashMap<>();
    for (Endpoint endpoint : endpoints) {
      for (String host : endpoint.config().hosts()) {
        byHost.computeIfAbsent(host, _ -> new ArrayList<>()).add(endpoint);
      }
    }
    return byHost;
  }

  private static @Nullable Endpoint byPath(List<Endpoint> candidates, String rawPath) {
    for (Endpoint endpoint : candidates) {
      if (matches(endpoint.config().path(), rawPath)) {
        return endpoint;
      }
    }
    return null;
  }

  private static Resolved behindPrefix(Endpoint endpoint, String rawPath) {
    return new Resolved(
        endpoint, withoutSlash(rawPath.substring(endpoint.config().path().length())));
  }

  private static boolean matches(String prefix, String rawPath) {
    return rawPath.startsWith(prefix)
        && (rawPath.length() == prefix.length() || rawPath.charAt(prefix.length()) == '/');
  }

  private static String withoutSlash(String path) {
    return path.startsWith("/") ? path.substring(1) : path;
  }
}
