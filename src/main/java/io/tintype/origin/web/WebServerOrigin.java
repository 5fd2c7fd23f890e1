package io.tintype.origin.web;

import io.tintype.model.SourceRef;
import io.tintype.origin.DotSegments;
import io.tintype.origin.FetchOutcome;
import io.tintype.origin.FetchOutcome.Absent;
import io.tintype.origin.FetchQuery;
import io.tintype.origin.GuardedClient;
import io.tintype.origin.HttpTarget;
import io.tintype.origin.Origin;
import io.tintype.origin.OriginConfig;
import io.tintype.origin.OriginId;
import io.vertx.core.Future;

/** A web server whose paths are those of our URLs, below a base URL. */
public final class WebServerOrigin implements Origin {
  private final OriginConfig.WebServer config;
  private final HttpTarget base;
  private final WebExchange exchange;

  /** Whether it is Cloudinary itself, which has originals where no extension is. */
  private final boolean originals;

  /**
   * Creates the origin.
   *
   * @throws IllegalArgumentException if the base URL is not http or https, or has user info
   */
  public WebServerOrigin(OriginConfig.WebServer config, GuardedClient client) {
    this.config = config;
    this.base =
        HttpTarget.parse(config.baseUrl().toString())
            .orElseThrow(() -> new IllegalArgumentException("base URL of " + config.id()));
    this.originals = isCloudinary(base.host());
    this.exchange =
        new WebExchange(
            client, config.headers(), config.focusHeader(), config.timeouts().connect(), _ -> true);
  }

  @Override
  public OriginId id() {
    return config.id();
  }

  @Override
  public Future<FetchOutcome> fetch(FetchQuery query) {
    return switch (query.source()) {
      case SourceRef.Asset asset ->
          fetch(query.naming(originals ? asset.original() : asset.mirrored()));
      case SourceRef.Remote _ -> Future.succeededFuture(new Absent("names an absolute URL"));
      case SourceRef.Named named when DotSegments.in(named) ->
          Future.succeededFuture(new Absent("climbs out of the base URL"));
      case SourceRef.Named named ->
          exchange.ask(
              base.withUri(uriOf(named)), config.forwardHost() ? query.publicHost() : "", query);
    };
  }

  @Override
  public Future<Void> close() {
    return Future.succeededFuture();
  }

  private static boolean isCloudinary(String host) {
    return host.equals("cloudinary.com") || host.endsWith(".cloudinary.com");
  }

  private String uriOf(SourceRef.Named named) {
    String folder = base.uri().endsWith("/") ? base.uri() : base.uri() + "/";
    String path = folder + named.rawPath();
    return named.query().isEmpty() ? path : path + "?" + named.query();
  }
}
