package io.tintype.cli;

import io.tintype.EndpointBuilder;
import io.tintype.dialect.RawRequest;
import io.tintype.fault.FaultException;
import io.tintype.routing.EndpointConfig;
import io.tintype.routing.Endpoints;
import io.tintype.routing.Rewriter;
import io.tintype.settings.GatewayConfig;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whose URLs are whose: those of endpoints, and those of the clouds they take over. */
final class Addresses {
  /** Where clouds are without a host of their own. */
  private static final String SHARED_HOST = "res.cloudinary.com";

  private final Endpoints endpoints;
  private final List<EndpointConfig> all;
  private final Optional<String> base;

  /**
   * For one configuration.
   *
   * @param base what stands in front of what is written, host and path of the endpoint included;
   *     empty = what the URL has there
   */
  Addresses(GatewayConfig config, Optional<String> base) {
    this.endpoints = EndpointBuilder.endpoints(config);
    this.all = config.endpoints();
    this.base = base.map(Addresses::withoutSlash);
  }

  /**
   * A URL of an endpoint.
   *
   * @param front what stands in front of what the endpoint reads, without trailing slash
   * @param fragment with its mark, or empty
   */
  record Address(EndpointConfig endpoint, RawRequest request, String front, String fragment) {
    /** The URL of another request. */
    String with(RawRequest other) {
      String query = other.rawQuery().isEmpty() ? "" : "?" + other.rawQuery();
      return front + "/" + other.rawPath() + query + fragment;
    }
  }

  /** Hosts whose URLs are found in texts. */
  Set<String> hosts() {
    Set<String> hosts = new LinkedHashSet<>();
    all.forEach(endpoint -> hosts.addAll(endpoint.hosts()));
    base.flatMap(UrlParts::of)
        .map(UrlParts::host)
        .filter(host -> !host.isEmpty())
        .ifPresent(hosts::add);
    if (all.stream().anyMatch(endpoint -> !cloud(endpoint).isEmpty())) {
      hosts.add(SHARED_HOST);
    }
    return hosts;
  }

  /** Where a URL belongs; empty if no endpoint answers for it. */
  Optional<Address> of(String url) {
    return UrlParts.of(url).flatMap(parts -> address(url, parts));
  }

  private Optional<Address> address(String url, UrlParts parts) {
    boolean ours = all.stream().anyMatch(endpoint -> endpoint.hosts().contains(parts.host()));
    if (!ours && parts.host().equals(SHARED_HOST)) {
      return taken(url, parts);
    }
    try {
      Endpoints.Resolved found = endpoints.resolve(parts.host(), parts.rawPath());
      String path = parts.rawPath();
      String prefix = path.substring(0, path.length() - found.rest().length());
      String front = base.orElse(UrlParts.origin(url) + withoutSlash(prefix));
      return Optional.of(
          new Address(
              found.endpoint().config(),
              new RawRequest(found.rest(), parts.rawQuery()),
              front,
              fragment(url)));
    } catch (FaultException unknown) {
      return Optional.empty();
    }
  }

  /** Of a cloud that an endpoint has taken over, on the host that all clouds share. */
  private Optional<Address> taken(String url, UrlParts parts) {
    String path = parts.rawPath().substring(1);
    return all.stream()
        .filter(endpoint -> !cloud(endpoint).isEmpty())
        .filter(
            endpoint ->
                cloud(endpoint).equals(Rewriter.ANY_CLOUD)
                    || path.startsWith(cloud(endpoint) + "/"))
        .findFirst()
        .map(
            endpoint ->
                new Address(
                    endpoint,
                    new RawRequest(path, parts.rawQuery()),
                    base.orElseGet(() -> front(endpoint)),
                    fragment(url)));
  }

  /** Where an endpoint's own URLs begin. */
  private static String front(EndpointConfig endpoint) {
    return endpoint.hosts().isEmpty()
        ? endpoint.path()
        : "https://" + endpoint.hosts().getFirst() + endpoint.path();
  }

  private static String cloud(EndpointConfig endpoint) {
    return endpoint.rewriter().map(Rewriter::cloud).orElse("");
  }

  private static String fragment(String url) {
    int mark = url.indexOf('#');
    return mark < 0 ? "" : url.substring(mark);
  }

  private static String withoutSlash(String text) {
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }
}
