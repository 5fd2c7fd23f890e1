package io.tintype.routing;

import io.tintype.bus.Lifecycle;
import io.tintype.bus.Measurements;
import io.tintype.config.Live;
import io.tintype.telemetry.Recorder;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.Http1ServerConfig;
import io.vertx.core.http.Http2ServerConfig;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerConfig;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.WebSocketServerConfig;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.ServerSSLOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Serves deliveries. One instance an event loop; all of them share one port. */
public final class RoutingVerticle extends VerticleBase {
  /** Bytes. Chains with layers are longer than the usual 4 KiB; longer ones answer 414. */
  public static final int REQUEST_LINE = 16 * 1024;

  /** Name of the logger that has a line for every request. */
  public static final String ACCESS_LOG = "io.tintype.access";

  /** All headers together; more answer 431. */
  private static final int HEADERS = 16 * 1024;

  /** A handshake that has not ended by then is broken off. */
  private static final Duration HANDSHAKE = Duration.ofSeconds(10);

  /** Requests of one connection at a time; what browsers get from other servers, too. */
  private static final int STREAMS = 100;

  /** Streams a client may reset in a window: rapid reset, CVE-2023-44487. */
  private static final int RESETS = 200;

  private static final Duration RESET_WINDOW = Duration.ofSeconds(30);

  /** Small CONTINUATION frames of one head: CVE-2024-27316. */
  private static final int CONTINUATIONS = 16;

  /** There are no web sockets here, and nothing has to look for them in every request. */
  private static final WebSocketServerConfig NO_COMPRESSION =
      new WebSocketServerConfig()
          .setUsePerFrameCompression(false)
          .setUsePerMessageCompression(false);

  private final RoutingConfig config;
  private final Live<Endpoints> endpoints;
  private final SharedState state;
  private final Measurements measurements;
  private final IntConsumer listening;
  private final Recorder recorder = new Recorder();
  private @Nullable HttpServer server;

  /**
   * Creates an instance.
   *
   * @param endpoints replaced by a reload
   * @param state shared by all instances
   * @param measurements where the instance's recorder is offered
   * @param listening is told the port, once it is open
   */
  public RoutingVerticle(
      RoutingConfig config,
      Live<Endpoints> endpoints,
      SharedState state,
      Measurements measurements,
      IntConsumer listening) {
    this.config = config;
    this.endpoints = endpoints;
    this.state = state;
    this.measurements = measurements;
    this.listening = listening;
  }

  @Override
  public Future<?> start() {
    Journal journal = new Journal(recorder);
    DeliveryFlow flow =
        new DeliveryFlow(context, state, new Sources(vertx, state, recorder), recorder);
    Visitors visitors = new Visitors(config.clients(), state.connections());
    visitors.watch(vertx);
    Farewell farewell =
        new Farewell(
            new DeliveryHandler(
                endpoints, flow, journal, visitors, recorder, state.clock(), context),
            config.drainTime());
    HttpServer opening =
        create()
            .connectionHandler(visitors::welcome)
            .requestHandler(farewell)
            .invalidRequestHandler(new InvalidRequestHandler(journal, visitors));
    server = opening;
    return Lifecycle.onDraining(vertx, state.upgrades()::stop)
        .compose(_ -> Lifecycle.onDraining(vertx, farewell::begin))
        .compose(_ -> measurements.offer(vertx, recorder))
        .compose(_ -> opening.listen())
        .recover(
            failure -> Lifecycle.cannotListen("delivery", config.host(), config.port(), failure))
        .onSuccess(open -> listening.accept(open.actualPort()));
  }

  /** Stops accepting, lets requests under way end for a while, then closes their connections. */
  @Override
  public Future<?> stop() {
    return server == null ? Future.succeededFuture() : server.shutdown(config.drainTime());
  }

  private HttpServer create() {
    HttpServerConfig http =
        new HttpServerConfig()
            .setTcpHost(config.host())
            .setTcpPort(config.port())
            .setWebSocketConfig(NO_COMPRESSION)
            .setVersions(HttpVersion.HTTP_1_1, HttpVersion.HTTP_1_0);
    http.setHttp1Config(
        new Http1ServerConfig().setMaxInitialLineLength(REQUEST_LINE).setMaxHeaderSize(HEADERS));
    if (config.tls().isEmpty()) {
      return vertx.createHttpServer(http);
    }
    RoutingConfig.Tls tls = config.tls().get();
    http.setVersions(HttpVersion.HTTP_2, HttpVersion.HTTP_1_1, HttpVersion.HTTP_1_0);
    http.setHttp2Config(http2());
    ServerSSLOptions ssl =
        new ServerSSLOptions()
            .setUseAlpn(true)
            .setSslHandshakeTimeout(HANDSHAKE.toSeconds())
            .setSslHandshakeTimeoutUnit(TimeUnit.SECONDS)
            .setKeyCertOptions(
                new PemKeyCertOptions()
                    .setCertPath(tls.cert().toString())
                    .setKeyPath(tls.key().toString()));
    return vertx.createHttpServer(http, ssl);
  }

  /** Netty bounds empty frames of bodies, 2 in a row; {@link Visitor} bounds what is left. */
  private static Http2ServerConfig http2() {
    return new Http2ServerConfig()
        .setRstFloodMaxRstFramePerWindow(RESETS)
        .setRstFloodWindowDuration(RESET_WINDOW)
        .setMaxSmallContinuationFrames(CONTINUATIONS)
        .setInitialSettings(
            new Http2Settings()
                .setMaxConcurrentStreams(STREAMS)
                .setMaxHeaderListSize(REQUEST_LINE + HEADERS));
  }
}
