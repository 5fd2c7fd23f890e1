package io.tintype.metrics;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/**
 * A call of the management port that needs the token.
 *
 * @param path of {@code GET} requests, for example {@code /v1/metadata}
 * @param summary what it answers, a few words for the listing at {@code /}
 * @param handler runs on the metrics verticle's context, once the token has been checked
 */
public record ProtectedRoute(String path, String summary, Handler<RoutingContext> handler) {}
