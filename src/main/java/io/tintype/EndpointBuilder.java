package io.tintype;

import io.tintype.dialect.Dialect;
import io.tintype.dialect.imagekit.ImageKitDialect;
import io.tintype.dialect.imagekit.ImageKitSettings;
import io.tintype.origin.OriginConfig;
import io.tintype.origin.OriginId;
import io.tintype.routing.Endpoint;
import io.tintype.routing.EndpointConfig;
import io.tintype.routing.Endpoints;
import io.tintype.settings.GatewayConfig;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes endpoints, each with its dialect, from a configuration. */
public final class EndpointBuilder {
  /** No detector of faces and other things can be configured yet. */
  private static final boolean NOTHING_DETECTS = false;

  private EndpointBuilder() {}

  /** All endpoints of a configuration. */
  public static Endpoints endpoints(GatewayConfig config) {
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
                        endpoint.origins().stream().anyMatch(forwarding::contains)))
            .toList());
  }

  /** The dialect of one endpoint. */
  public static Dialect dialect(GatewayConfig config, EndpointConfig endpoint) {
    return new ImageKitDialect(
        new ImageKitSettings(
            config.transformations(),
            endpoint.strict(),
            endpoint.legacyOverlays(),
            NOTHING_DETECTS));
  }
}
