package io.tintype;

import static java.util.Objects.requireNonNull;

import io.tintype.bus.Lifecycle;
import io.tintype.bus.Measurements;
import io.tintype.bus.Pipeline;
import io.tintype.config.ConfigProblem;
import io.tintype.config.ConfigWatcher;
import io.tintype.config.Live;
import io.tintype.fetch.FetchVerticle;
import io.tintype.font.FontLibrary;
import io.tintype.info.MetadataHandler;
import io.tintype.metrics.Health;
import io.tintype.metrics.ManagementConfig;
import io.tintype.metrics.MetricsVerticle;
import io.tintype.metrics.ProtectedRoute;
import io.tintype.model.ImageFormat;
import io.tintype.plan.Planner;
import io.tintype.render.Inspector;
import io.tintype.render.Renderer;
import io.tintype.routing.Endpoints;
import io.tintype.routing.RoutingVerticle;
import io.tintype.routing.SharedState;
import io.tintype.sandbox.Sandbox;
import io.tintype.settings.GatewayConfig;
import io.tintype.telemetry.Gauge;
import io.tintype.telemetry.Gauges;
import io.tintype.telemetry.Load;
import io.tintype.transform.TransformVerticle;
import io.tintype.vips.Vips;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A running gateway: all parts, built from one configuration, deployed in order, drained in order.
 */
public final class Gateway {
  private static final Duration LOOK_AT_CONFIG_EVERY = Duration.ofSeconds(2);

  private final Vertx vertx;
  private final LoadedConfig loaded;
  private final Capacity capacity;
  private final Vips vips;
  private final Live<Endpoints> endpoints;
  private final Origins origins;
  private final Measurements measurements = new Measurements();
  private final Gauges gauges = new Gauges();
  private final Health health = new Health();
  private final Load load = new Load();
  private final Vitals vitals;
  private final Caches caches;
  private final Sandbox sandbox;
  private final SharedState shared;
  private final AtomicBoolean started = new AtomicBoolean();
  private final Ending ending = new Ending();
  private final AtomicReference<String> routing = new AtomicReference<>("");
  private final AtomicInteger deliveryPort = new AtomicInteger();
  private final AtomicInteger managementPort = new AtomicInteger();
  private final AtomicLong reloads = new AtomicLong();
  private final AtomicLong refusals = new AtomicLong();

  private Gateway(Vertx vertx, LoadedConfig loaded, Vips vips) {
    this.vertx = vertx;
    this.loaded = loaded;
    this.capacity = Capacity.of(loaded.config().render());
    this.vips = vips;
    this.endpoints = new Live<>(EndpointBuilder.endpoints(loaded.config(), vips.version()));
    this.vitals = new Vitals(load, capacity);
    this.origins = new Origins(loaded.config(), capacity.sourceBytes(), gauges);
    this.caches = new Caches(loaded.config().cache(), capacity);
    this.sandbox = SandboxBuilder.sandbox(vips, loaded.config());
    this.shared =
        new SharedState(
            caches.variants(), caches.sources(), InstantSource.system(), load::saturated);
  }

  /** The Vert.x a gateway runs on. */
  public static Vertx newVertx() {
    return Vertx.vertx(
        new VertxOptions()
            .setEventLoopPoolSize(Capacity.eventLoopsOfMachine())
            .setPreferNativeTransport(true));
  }

  /**
   * Starts a gateway.
   *
   * @param vertx from {@link #newVertx}; the gateway closes it when it has drained
   * @param prebuilt {@code node_modules} directory with libvips, or its shared library; used unless
   *     the configuration names another
   * @return fails if libvips cannot be loaded or a port cannot be opened
   */
  public static Future<Gateway> start(Vertx vertx, LoadedConfig loaded, Path prebuilt) {
    Path libvips = loaded.config().render().libvips().orElse(prebuilt);
    Pipeline.register(vertx);
    return vertx
        .executeBlocking(
            () -> {
              Gateway gateway = new Gateway(vertx, loaded, Vips.open(libvips));
              gateway.caches.open();
              return gateway;
            },
            false)
        .compose(gateway -> requireNonNull(gateway).deploy(prebuilt));
  }

  /** Where images are served. */
  public int deliveryPort() {
    return deliveryPort.get();
  }

  /** Where metrics and health are served. */
  public int managementPort() {
    return managementPort.get();
  }

  /** Says that it is not ready, goes on for as long as balancers take to notice, and drains. */
  public Future<Void> leave() {
    if (ending.announce()) {
      Lifecycle.drain(vertx);
      long notice = loaded.config().management().notice().toMillis();
      vertx.setTimer(Math.max(1, notice), _ -> drain());
    }
    return ending.future();
  }

  /**
   * Says on the management port that it is not ready, stops accepting, lets requests under way end
   * for a while, and only then lets go of the stages they need.
   */
  public Future<Void> drain() {
    if (!ending.begin()) {
      return ending.future();
    }
    Lifecycle.drain(vertx);
    vitals.close();
    vertx
        .undeploy(routing.get())
        .eventually(() -> caches.closeDisk(vertx))
        .onComplete(_ -> vertx.close().onComplete(_ -> ending.over(caches, sandbox)));
    return ending.future();
  }

  /** Whether it has been drained, and nothing of it is left. */
  public boolean isDrained() {
    return ending.future().isComplete();
  }

  private Future<Gateway> deploy(Path prebuilt) {
    GatewayConfig config = loaded.config();
    observe();
    health.require("starting", started::get);
    return vitals
        .watch(vertx, onEveryLoop(), health)
        .compose(_ -> deployStages(prebuilt))
        .compose(_ -> vertx.deployVerticle(this::routing, onEveryLoop()))
        .onSuccess(routing::set)
        .compose(_ -> watch(config))
        .onSuccess(_ -> started.set(true))
        .onFailure(_ -> vitals.close())
        .map(this);
  }

  private Future<?> deployStages(Path prebuilt) {
    return Future.all(
        vertx.deployVerticle(this::metrics, new DeploymentOptions()),
        vertx.deployVerticle(this::fetch, onEveryLoop()),
        deployTransform(prebuilt));
  }

  /** Fonts and codecs take their time to look at, and so are looked at together. */
  private Future<String> deployTransform(Path prebuilt) {
    Future<@Nullable FontLibrary> fonts =
        vertx.executeBlocking(() -> FontLibrary.open(prebuilt, vips.fonts()), false);
    Future<@Nullable Set<ImageFormat>> formats = FormatTrial.on(vertx, vips);
    return Future.all(fonts, formats)
        .compose(
            _ -> {
              Renderer renderer =
                  new Renderer(
                      vips,
                      requireNonNull(fonts.result()),
                      Optional.empty(),
                      caches.pixels(),
                      Optional.of(sandbox));
              Planner planner =
                  new Planner(
                      requireNonNull(formats.result()),
                      renderer.pace(),
                      loaded.config().render().loadShrink());
              return vertx.deployVerticle(
                  () -> transform(renderer, planner), new DeploymentOptions());
            });
  }

  private DeploymentOptions onEveryLoop() {
    return new DeploymentOptions().setInstances(capacity.eventLoops());
  }

  private MetricsVerticle metrics() {
    GatewayConfig.Management management = loaded.config().management();
    return new MetricsVerticle(
        new ManagementConfig(management.host(), management.port(), management.token()),
        measurements,
        gauges,
        health,
        List.of(
            new ProtectedRoute(
                MetadataHandler.PATH,
                "what the picture of ?url= is",
                new MetadataHandler(vertx, endpoints))),
        managementPort::set);
  }

  private FetchVerticle fetch() {
    return new FetchVerticle(
        origins.settings(),
        loaded.config().allowedAddresses(),
        origins.standings(),
        caches.sourceMemory(),
        measurements);
  }

  private TransformVerticle transform(Renderer renderer, Planner planner) {
    return new TransformVerticle(
        renderer,
        new Inspector(vips, Optional.of(sandbox)),
        planner,
        capacity.transform(),
        caches.pixels(),
        measurements,
        load);
  }

  private RoutingVerticle routing() {
    return new RoutingVerticle(
        loaded.config().delivery(), endpoints, shared, measurements, deliveryPort::set);
  }

  private Future<String> watch(GatewayConfig config) {
    Reload reload =
        new Reload(
            loaded.reader(),
            config,
            new Reload.Listener() {
              @Override
              public void changed(GatewayConfig next) {
                apply(next);
              }

              @Override
              public void refused(List<ConfigProblem> problems) {
                refusals.incrementAndGet();
              }
            });
    return vertx.deployVerticle(
        new ConfigWatcher(loaded.file(), LOOK_AT_CONFIG_EVERY, reload),
        new DeploymentOptions().setThreadingModel(ThreadingModel.WORKER));
  }

  /** Origins first: an endpoint must not name one that is not there yet. */
  private void apply(GatewayConfig next) {
    origins.replace(next);
    endpoints.replace(EndpointBuilder.endpoints(next, vips.version()));
    LogSetup.ofProcess().serve(next.log());
    reloads.incrementAndGet();
  }

  private void observe() {
    gauges.add(Gauge.CONFIG_RELOADS, reloads::get).add(Gauge.CONFIG_REFUSALS, refusals::get);
    PartGauges.add(gauges, shared, sandbox, vips);
    caches.observe(gauges);
    vitals.observe(gauges);
  }
}
