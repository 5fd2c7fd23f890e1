package io.tintype.origin.web;

import io.tintype.model.SourceRef;
import io.tintype.origin.FetchOutcome;
import io.tintype.origin.FetchOutcome.Absent;
import io.tintype.origin.FetchOutcome.Denied;
import io.tintype.origin.FetchQuery;
import io.tintype.origin.GuardedClient;
import io.tintype.origin.HttpTarget;
import io.tintype.origin.Origin;
import io.tintype.origin.OriginConfig;
import io.tintype.origin.OriginId;
import io.vertx.core.Future;

/** Any web server of an allow-list, named by an absolute URL. */
public final class WebProxyOrigin implements Origin {
  private final OriginConfig.WebProxy config;
  private final WebExchange exchange;

  public WebProxyOrigin(OriginConfig.WebProxy config, GuardedClient client) {
    this.config = config;
    AllowedHosts hosts = new AllowedHosts(config.allowedHosts());
    this.exchange =
        new WebExchange(
            client,
            config.headers(),
            config.focusHeader(),
            config.timeouts().connect(),
            hosts::contain);
  }

  @Override
  public OriginId id() {
    return config.id();
  }

  @Override
  public Future<FetchOutcome> fetch(FetchQuery query) {
    return switch (query.source()) {
      case SourceRef.Named _, SourceRef.Asset _, SourceRef.Vendor _ ->
          Future.succeededFuture(new Absent("names no absolute URL"));
      case SourceRef.Remote remote ->
          HttpTarget.parse(remote.url())
              .map(target -> exchange.ask(target, "", query))
              .orElse(Future.succeededFuture(new Denied("no plain http or https URL")));
    };
  }

  @Override
  public Future<Void> close() {
    return Future.succeededFuture();
  }
}
