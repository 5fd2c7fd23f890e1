package io.tintype.metrics;

import io.tintype.bus.Lifecycle;
import io.tintype.bus.Measurements;
import io.tintype.telemetry.Gauges;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.Http1ServerConfig;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerConfig;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.function.IntConsumer;

/** Serves the management port: metrics, health, and what needs the token. One a process. */
public final class MetricsVerticle extends VerticleBase {
  private static final String METRICS = "/metrics";
  private static final String LIVE = "/health/live";
  private static final String READY = "/health/ready";
  private static final String LISTING =
      """
      Tintype, management port

      /metrics        for Prometheus
      /health/live    whether event loops turn and renderings end, and if not, which
      /health/ready   whether requests should be sent here, and if not, why
      """;

  /** The text format every Prometheus reads. */
  private static final String EXPOSITION = "text/plain; version=0.0.4; charset=utf-8";

  /** A URL that may be as long as a delivery's, with every character of it percent-encoded. */
  private static final int REQUEST_LINE = 64 * 1024;

  /** A caller that neither sends nor reads for so long is gone; longer than scrapes are apart. */
  private static final Duration IDLE = Duration.ofMinutes(2);

  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int FAILED = 500;
  private static final int UNAVAILABLE = 503;

  private final ManagementConfig config;
  private final Measurements measurements;
  private final Registry registry;
  private final Health health;
  private final List<ProtectedRoute> routes;
  private final IntConsumer listening;
  private boolean draining;

  /**
   * Creates the verticle.
   *
   * @param measurements where the recorders of all verticles are offered
   * @param gauges what is looked at when somebody scrapes
   * @param routes what is answered besides, to those who carry the token
   * @param listening is told the port, once it is open
   */
  public MetricsVerticle(
      ManagementConfig config,
      Measurements measurements,
      Gauges gauges,
      Health health,
      List<ProtectedRoute> routes,
      IntConsumer listening) {
    this.config = config;
    this.measurements = measurements;
    this.registry = new Registry(gauges);
    this.health = health;
    this.routes = List.copyOf(routes);
    this.listening = listening;
  }

  @Override
  public Future<?> start() {
    health.require("draining", () -> !draining);
    Router router = Router.router(vertx);
    router.get("/").handler(request -> text(request, "text/plain; charset=utf-8", listing()));
    router.get(METRICS).handler(this::scrape);
    router.get(LIVE).handler(request -> health(request, health.ailments()));
    router.get(READY).handler(request -> health(request, health.obstacles()));
    TokenGuard guard = new TokenGuard(config.token());
    routes.forEach(route -> router.get(route.path()).handler(guard).handler(route.handler()));
    router.errorHandler(NOT_FOUND, call -> CallGate.refuseUnknown(call.request()));
    router.errorHandler(FAILED, call -> CallGate.refuseFailed(call.request()));
    HttpServerConfig http =
        new HttpServerConfig()
            .setTcpHost(config.host())
            .setTcpPort(config.port())
            .setIdleTimeout(IDLE)
            .setVersions(HttpVersion.HTTP_1_1, HttpVersion.HTTP_1_0);
    http.setHttp1Config(new Http1ServerConfig().setMaxInitialLineLength(REQUEST_LINE));
    Callers callers = new Callers(vertx, new CallGate(router));
    HttpServer server =
        vertx
            .createHttpServer(http)
            .connectionHandler(callers::welcome)
            .requestHandler(callers)
            .invalidRequestHandler(CallGate::refuseInvalid);
    return Lifecycle.onDraining(vertx, () -> draining = true)
        .compose(_ -> server.listen())
        .recover(
            failure -> Lifecycle.cannotListen("management", config.host(), config.port(), failure))
        .onSuccess(open -> listening.accept(open.actualPort()));
  }

  @Override
  public Future<?> stop() {
    registry.close();
    return Future.succeededFuture();
  }

  private String listing() {
    StringBuilder text = new StringBuilder(LISTING);
    for (ProtectedRoute route : routes) {
      text.append("%-15s %s; needs the token%n".formatted(route.path(), route.summary()));
    }
    return text.toString();
  }

  private void scrape(RoutingContext request) {
    measurements
        .collect(vertx)
        .map(registry::scrape)
        .onSuccess(metrics -> text(request, EXPOSITION, metrics))
        .onFailure(request::fail);
  }

  private static void health(RoutingContext request, List<String> obstacles) {
    JsonObject answer =
        new JsonObject()
            .put("status", obstacles.isEmpty() ? "up" : "down")
            .put("reasons", new JsonArray(obstacles));
    request
        .response()
        .setStatusCode(obstacles.isEmpty() ? OK : UNAVAILABLE)
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "no-store")
        .end(answer.encode() + "\n");
  }

  private static void text(RoutingContext request, String type, String text) {
    request
        .response()
        .putHeader("Content-Type", type)
        .putHeader("Cache-Control", "no-store")
        .end(text);
  }
}
