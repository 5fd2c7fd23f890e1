package io.tintype.cli;

import io.tintype.EndpointBuilder;
import io.tintype.dialect.RawRequest;
import io.tintype.fault.FaultException;
import io.tintype.routing.Endpoint;
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

  /** Whose hosts never answer for an endpoint, whatever the configuration has among its hosts. */
  private static final String VENDOR = "cloudinary.com";

  private final Endpoints endpoints;
  private final List<Endpoint> all;
  private final Optional<String> base;

  /**
   * For one configuration.
   *
   * @param base what stands in front of what is written, host and path of the endpoint included;
   *     empty = what the URL has there
   */
  Addresses(GatewayConfig config, Optional<String> base) {
    this.endpoints = EndpointBuilder.endpoints(config);
    this.all = config.endpoints().stream().map(this::built).toList();
    this.base = base.map(Addresses::withoutSlash);
  }

  private Endpoint built(EndpointConfig config) {
    return endpoints.all().stream()
        .filter(endpoint -> endpoint.config().equals(config))
        .findFirst()
        .orElseThrow();
  }

  /**
   * Whether a host is the old vendor's.
   *
   * @param host lower case
   */
  static boolean isVendors(String host) {
    return host.equals(VENDOR) || host.endsWith("." + VENDOR);
  }

  /**
   * A URL of an endpoint.
   *
   * @param front what stands in front of what the endpoint reads in new URLs, without trailing
   *     slash; empty = the endpoint has no place of its own
   * @param fragment with its mark, or empty
   */
  record Address(Endpoint endpoint, RawRequest request, Optional<String> front, String fragment) {
    /** The URL of another request; only where there is a front. */
    String with(RawRequest other) {
      String query = other.rawQuery().isEmpty() ? "" : "?" + other.rawQuery();
      return front.orElseThrow() + "/" + other.rawPath() + query + fragment;
    }
  }

  /** Hosts whose URLs are found in texts. */
  Set<String> hosts() {
    Set<String> hosts = new LinkedHashSet<>();
    all.forEach(endpoint -> hosts.addAll(endpoint.config().hosts()));
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
    boolean ours =
        all.stream().anyMatch(endpoint -> endpoint.config().hosts().contains(parts.host()));
    if (!ours && parts.host().equals(SHARED_HOST)) {
      return taken(url, parts);
    }
    try {
      Endpoints.Resolved found = endpoints.resolve(parts.host(), parts.rawPath());
      String path = parts.rawPath();
      String prefix = path.substring(0, path.length() - found.rest().length());
      Optional<String> front =
          isVendors(parts.host())
              ? front(found.endpoint())
              : Optional.of(UrlParts.origin(url) + withoutSlash(prefix));
      return Optional.of(
          new Address(
              found.endpoint(),
              new RawRequest(found.rest(), parts.rawQuery()),
              base.or(() -> front),
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
                    base.or(() -> front(endpoint)),
                    fragment(url)));
  }

  /** Where an endpoint's URLs begin; empty if it has no host of its own. */
  private static Optional<String> front(Endpoint endpoint) {
    return endpoint.config().hosts().stream()
        .filter(host -> !isVendors(host))
        .findFirst()
        .map(host -> "https://" + host + endpoint.config().path());
  }

  private static String cloud(Endpoint endpoint) {
    return endpoint.config().rewriter().map(Rewriter::cloud).orElse("");
  }

  private static String fragment(String url) {
    int mark = url.indexOf('#');
    return mark < 0 ? "" : url.substring(mark);
  }

  private static String withoutSlash(String text) {
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }
}
