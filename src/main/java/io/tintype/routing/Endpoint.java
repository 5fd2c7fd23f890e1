package io.tintype.routing;

import io.tintype.access.AccessGuard;
import io.tintype.access.DeliveryLock;
import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.Dialect;
import io.tintype.dialect.RawRequest;
import io.tintype.dialect.SizeKeeping;
import io.tintype.model.Limits;
import io.tintype.origin.OriginId;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

/** A host and path prefix with its dialect, origins and rules. */
public final class Endpoint {
  private final EndpointConfig config;
  private final Dialect dialect;
  private final boolean forwardsHost;
  private final String fingerprint;
  private final AccessGuard guard;
  private final Duration patience;

  /**
   * Creates an endpoint.
   *
   * @param dialect set up for this endpoint
   * @param forwardsHost whether one of its origins sees the host the client asked for, so that
   *     results for different hosts must be kept apart
   */
  public Endpoint(EndpointConfig config, Dialect dialect, boolean forwardsHost) {
    this(config, dialect, forwardsHost, Set.of(), "");
  }

  /**
   * Creates an endpoint.
   *
   * @param allowed meanings of the transformations that the configuration names
   * @param making what else decides about bytes: which stores its origins are, and how pictures are
   *     made of what they give
   */
  public Endpoint(
      EndpointConfig config,
      Dialect dialect,
      boolean forwardsHost,
      Set<String> allowed,
      String making) {
    this.config = config;
    this.dialect = dialect;
    this.forwardsHost = forwardsHost;
    this.fingerprint = fingerprint(config, making);
    this.patience = patience(config.limits());
    this.guard =
        new AccessGuard(
            config.access(),
            config.path(),
            allowed,
            new DeliveryLock(config.rewriter().isPresent()));
  }

  public EndpointConfig config() {
    return config;
  }

  public String name() {
    return config.name();
  }

  /** Reads a URL of this endpoint in its dialect, and keeps its sides to the allowed ones. */
  public DeliveryRequest read(RawRequest request) {
    return SizeKeeping.kept(dialect.parse(request), config.limits().sizes());
  }

  /** Who is let in. */
  public AccessGuard guard() {
    return guard;
  }

  /** How long one delivery may take. */
  Duration patience() {
    return patience;
  }

  Dialect dialect() {
    return dialect;
  }

  boolean forwardsHost() {
    return forwardsHost;
  }

  /**
   * The part of the settings that decides about bytes: after a reload it keeps results apart, and
   * after a restart those that are still on disk.
   */
  String fingerprint() {
    return fingerprint;
  }

  private static Duration patience(Limits limits) {
    return limits.fetchTime().plus(limits.queueTime()).plus(limits.renderTime());
  }

  private static String fingerprint(EndpointConfig config, String making) {
    String origins = config.origins().stream().map(OriginId::name).collect(Collectors.joining(","));
    return config.name() + ' ' + origins + ' ' + config.output().fingerprint() + ' ' + making;
  }
}
