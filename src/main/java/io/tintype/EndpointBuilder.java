package io.tintype;

import io.tintype.access.AccessGuard;
import io.tintype.access.StrictTransformations;
import io.tintype.dialect.Bilingual;
import io.tintype.dialect.Dialect;
import io.tintype.dialect.RawRequest;
import io.tintype.dialect.cloudinary.Anatomy;
import io.tintype.dialect.cloudinary.CloudinaryDialect;
import io.tintype.dialect.cloudinary.CloudinarySettings;
import io.tintype.dialect.cloudinary.CloudinarySettings.Clouds;
import io.tintype.dialect.cloudinary.TranslatedDialect;
import io.tintype.dialect.imagekit.ImageKitDialect;
import io.tintype.dialect.imagekit.ImageKitSettings;
import io.tintype.dialect.imagekit.StoredChains;
import io.tintype.origin.OriginConfig;
import io.tintype.origin.OriginId;
import io.tintype.origin.OriginIdentity;
import io.tintype.routing.Endpoint;
import io.tintype.routing.EndpointConfig;
import io.tintype.routing.Endpoints;
import io.tintype.routing.Rewriter;
import io.tintype.settings.GatewayConfig;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes endpoints, each with its dialect, from a configuration. */
public final class EndpointBuilder {
  /** No detector of faces and other things can be configured yet. */
  private static final boolean NOTHING_DETECTS = false;

  private EndpointBuilder() {}

  /** All endpoints of a configuration, to look at what their URLs mean. */
  public static Endpoints endpoints(GatewayConfig config) {
    return endpoints(config, "");
  }

  /**
   * All endpoints of a configuration.
   *
   * @param library that makes their pictures, and its version: another one makes others
   */
  public static Endpoints endpoints(GatewayConfig config, String library) {
    Set<OriginId> forwarding =
        config.origins().stream()
            .filter(origin -> origin instanceof OriginConfig.WebServer web && web.forwardHost())
            .map(OriginConfig::id)
            .collect(Collectors.toSet());
    return new Endpoints(
        config.endpoints().stream()
            .map(
                endpoint ->
                    new Endpoint(
                        endpoint,
                        dialect(config, endpoint),
                        endpoint.origins().stream().anyMatch(forwarding::contains),
                        allowed(config, endpoint),
                        making(config, endpoint, library)))
            .toList());
  }

  private static String making(GatewayConfig config, EndpointConfig endpoint, String library) {
    Stream<OriginConfig> asked =
        Stream.concat(
            config.origins().stream().filter(origin -> endpoint.origins().contains(origin.id())),
            endpoint.rewriter().flatMap(Rewriter::oldVendor).stream());
    return asked.map(OriginIdentity::of).collect(Collectors.joining(","))
        + ' '
        + config.render().loadShrink()
        + ' '
        + library;
  }

  /** What the named transformations mean, for endpoints that allow nothing else. */
  private static Set<String> allowed(GatewayConfig config, EndpointConfig endpoint) {
    if (endpoint.rewriter().isEmpty() || endpoint.access().strict() == StrictTransformations.OPEN) {
      return Set.of();
    }
    Dialect cloudinary =
        new CloudinaryDialect(
            new CloudinarySettings(
                new Clouds.None(), true, config.transformations(), false, false, Set.of()));
    Dialect imageKit = imageKit(config, endpoint);
    return config.transformations().entrySet().stream()
        .map(
            named ->
                named.getValue().startsWith(CloudinaryDialect.CHAIN_PREFIX)
                    ? cloudinary.parse(
                        new RawRequest("image/upload/t_" + named.getKey() + "/a", ""))
                    : imageKit.parse(new RawRequest("tr:n-" + named.getKey() + "/a", "")))
        .map(read -> AccessGuard.meaningOf(read.transformation()))
        .collect(Collectors.toSet());
  }

  /** The parts of a URL in Cloudinary's language; empty if the endpoint reads it in ImageKit's. */
  public static Optional<Anatomy> anatomy(
      GatewayConfig config, EndpointConfig endpoint, RawRequest request) {
    return endpoint
        .rewriter()
        .filter(_ -> !ImageKitDialect.isMeant(request))
        .map(rewriter -> new CloudinaryDialect(cloudinary(config, endpoint, rewriter)))
        .map(dialect -> dialect.anatomy(request));
  }

  /** The dialect of one endpoint. */
  public static Dialect dialect(GatewayConfig config, EndpointConfig endpoint) {
    Dialect imageKit = imageKit(config, endpoint);
    return endpoint
        .rewriter()
        .<Dialect>map(
            rewriter ->
                new Bilingual(
                    rewriter.translated()
                        ? new TranslatedDialect(cloudinary(config, endpoint, rewriter), imageKit)
                        : new CloudinaryDialect(cloudinary(config, endpoint, rewriter)),
                    imageKit,
                    ImageKitDialect::isMeant))
        .orElse(imageKit);
  }

  private static CloudinarySettings cloudinary(
      GatewayConfig config, EndpointConfig endpoint, Rewriter rewriter) {
    return new CloudinarySettings(
        switch (rewriter.cloud()) {
          case "" -> new Clouds.None();
          case Rewriter.ANY_CLOUD -> new Clouds.Any();
          default -> new Clouds.One(rewriter.cloud());
        },
        rewriter.typed(),
        config.transformations(),
        endpoint.strict(),
        NOTHING_DETECTS,
        rewriter.oldVendor().isPresent(),
        rewriter.folders(),
        new StoredChains(config.transformations()));
  }

  private static Dialect imageKit(GatewayConfig config, EndpointConfig endpoint) {
    return new ImageKitDialect(
        new ImageKitSettings(
            config.transformations(),
            endpoint.strict(),
            endpoint.legacyOverlays(),
            NOTHING_DETECTS));
  }
}
