package io.tintype.origin.web;

import io.tintype.model.PercentEncoding;
import io.tintype.model.SourceRef;
import io.tintype.origin.AssetLayout;
import io.tintype.origin.AssetNames;
import io.tintype.origin.DotSegments;
import io.tintype.origin.FetchOutcome;
import io.tintype.origin.FetchOutcome.Absent;
import io.tintype.origin.FetchQuery;
import io.tintype.origin.GuardedClient;
import io.tintype.origin.HttpTarget;
import io.tintype.origin.NameSearch;
import io.tintype.origin.Origin;
import io.tintype.origin.OriginConfig;
import io.tintype.origin.OriginId;
import io.vertx.core.Future;

/** A web server whose paths are those of our URLs, below a base URL. */
public final class WebServerOrigin implements Origin {
  /** Behind it, Cloudinary wants the whole URL of a remote source as one encoded segment. */
  private static final String FETCH = "image/fetch/";

  private final OriginConfig.WebServer config;
  private final HttpTarget base;
  private final WebExchange exchange;

  private final AssetNames names;

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
    this.names = config.names().at(base.host());
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
      case SourceRef.Asset asset -> new NameSearch(query, this::fetch).among(names.of(asset));
      case SourceRef.Remote(var url) when names.layout() == AssetLayout.CLOUDINARY ->
          ask(query, fetched(url));
      case SourceRef.Remote _ -> Future.succeededFuture(new Absent("names an absolute URL"));
      case SourceRef.Vendor vendor -> vendor(query, vendor);
      case SourceRef.Named named when DotSegments.in(named) ->
          Future.succeededFuture(new Absent("climbs out of the base URL"));
      case SourceRef.Named named -> ask(query, named);
    };
  }

  /** What Cloudinary calls the picture at a URL. */
  public static SourceRef.Named fetched(String url) {
    return new SourceRef.Named(FETCH + PercentEncoding.encodeSegment(url), "");
  }

  private Future<FetchOutcome> ask(FetchQuery query, SourceRef.Named named) {
    return exchange.ask(
        base.withUri(uriOf(named)), config.forwardHost() ? query.publicHost() : "", query);
  }

  /** The vendor sees no client, only what the format of its answer may depend on. */
  private Future<FetchOutcome> vendor(FetchQuery query, SourceRef.Vendor vendor) {
    if (DotSegments.in(vendor.path())) {
      return Future.succeededFuture(new Absent("climbs out of the base URL"));
    }
    String newer =
        (vendor.accepts().avif() ? "image/avif," : "")
            + (vendor.accepts().webp() ? "image/webp," : "");
    return exchange.accepting(newer + "*/*").ask(base.withUri(uriOf(vendor.path())), "", query);
  }

  @Override
  public Future<Void> close() {
    return Future.succeededFuture();
  }

  private String uriOf(SourceRef.Named named) {
    String folder = base.uri().endsWith("/") ? base.uri() : base.uri() + "/";
    String path = folder + named.rawPath();
    return named.query().isEmpty() ? path : path + "?" + named.query();
  }
}
