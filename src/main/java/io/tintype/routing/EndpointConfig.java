package io.tintype.routing;

import io.tintype.access.AccessRules;
import io.tintype.model.Limits;
import io.tintype.origin.OriginId;
import io.tintype.plan.OutputRules;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The settings of one URL endpoint. Keys, defaults and units: {@code docs/configuration.md}.
 *
 * @param name key in the configuration
 * @param path URL prefix with a leading and no trailing slash; "" = root
 * @param hosts hosts on which the prefix is not needed, lower case, without port
 * @param origins the preference list, not empty
 * @param output what is decided about encoding
 * @param strict whether what cannot be honoured is refused instead of reported
 * @param legacyOverlays whether overlay parameters of before layers are read
 * @param cacheControl {@code Cache-Control} of successful answers
 * @param freshness how long results are kept
 * @param defaultImage source of the picture served when the asked-for one cannot be had
 * @param access who is let in
 * @param rewriter how the URLs of a second vendor are read; empty = they are not
 * @param limits what one delivery may cost here
 * @param refining which results are made smaller in quiet moments
 */
public record EndpointConfig(
    String name,
    String path,
    List<String> hosts,
    List<OriginId> origins,
    OutputRules output,
    boolean strict,
    boolean legacyOverlays,
    String cacheControl,
    Freshness freshness,
    Optional<String> defaultImage,
    AccessRules access,
    Optional<Rewriter> rewriter,
    Limits limits,
    Refining refining) {
  public EndpointConfig {
    hosts = List.copyOf(hosts);
    origins = List.copyOf(origins);
  }

  /** The same with other results made smaller. */
  EndpointConfig with(Refining other) {
    return new EndpointConfig(
        name,
        path,
        hosts,
        origins,
        output,
        strict,
        legacyOverlays,
        cacheControl,
        freshness,
        defaultImage,
        access,
        rewriter,
        limits,
        other);
  }

  /**
   * How long answers are kept inside.
   *
   * @param ttl how long a result is served without asking the origin again
   * @param negative how long an absent source is remembered
   * @param stale how much longer an old result may be served while its origin is broken
   */
  public record Freshness(Duration ttl, Duration negative, Duration stale) {
    public static final Freshness DEFAULT =
        new Freshness(Duration.ofDays(1), Duration.ofSeconds(60), Duration.ofDays(1));
  }
}
