package io.tintype.routing;

import io.tintype.access.AccessRules;
import io.tintype.bus.Measurements;
import io.tintype.bus.Pipeline;
import io.tintype.bytes.ByteBudget;
import io.tintype.cache.SourceCache;
import io.tintype.cache.VariantCache;
import io.tintype.config.Live;
import io.tintype.model.ImageFormat;
import io.tintype.model.Limits;
import io.tintype.origin.OriginId;
import io.tintype.plan.OutputRules;
import io.tintype.telemetry.MetricsSnapshot;
import io.tintype.testing.FakeDialect;
import io.tintype.testing.FakeFetch;
import io.tintype.testing.FakeTransform;
import io.tintype.testing.SettableClock;
import io.tintype.testing.TrackedBytes;
import io.vertx.core.Deployable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** The real routing verticles on the real bus, in front of fake stages. */
final class FakeGateway implements AutoCloseable {
  static final EndpointConfig.Freshness FRESHNESS =
      new EndpointConfig.Freshness(
          Duration.ofHours(1), Duration.ofSeconds(60), Duration.ofHours(2));

  final TrackedBytes bytes = new TrackedBytes();
  final FakeFetch fetch = new FakeFetch(bytes);
  final FakeTransform transform = new FakeTransform(bytes);
  final SettableClock clock = new SettableClock();
  final AtomicBoolean saturated = new AtomicBoolean();
  final VariantCache cache;
  final SourceCache sources;
  final SharedState state;
  final Live<Endpoints> endpoints =
      new Live<>(
          new Endpoints(
              List.of(
                  endpoint(endpointConfig("main", "/main", List.of("images.example.com"), false)),
                  endpoint(endpointConfig("strict", "/strict", List.of(), true)),
                  endpoint(saving()),
                  endpoint(refining()),
                  endpoint(withDefault(endpointConfig("with", "/with", List.of(), false))))));
  final Measurements measurements = new Measurements();
  final Vertx vertx = Vertx.vertx();
  final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String routing;
  private int port;

  FakeGateway() {
    this(16 << 20, Optional.empty());
  }

  FakeGateway(long cacheBytes, Optional<RoutingConfig.Tls> tls) {
    this(cacheBytes, tls, Optional.empty(), SourceCache.off(), ClientLimits.DEFAULT);
  }

  /** That lets clients take no more than this. */
  FakeGateway(ClientLimits clients) {
    this(16 << 20, Optional.empty(), Optional.empty(), SourceCache.off(), clients);
  }

  /** With a real fetch stage, made for the Vert.x of this gateway. */
  FakeGateway(Deployable fetching) {
    this(
        16 << 20, Optional.empty(), Optional.of(fetching), SourceCache.off(), ClientLimits.DEFAULT);
  }

  /** That keeps sources, too. */
  static FakeGateway keepingSources() {
    ByteBudget budget = new ByteBudget("sources", 1 << 20);
    return new FakeGateway(
        16 << 20,
        Optional.empty(),
        Optional.empty(),
        new SourceCache(1 << 20, budget),
        ClientLimits.DEFAULT);
  }

  private FakeGateway(
      long cacheBytes,
      Optional<RoutingConfig.Tls> tls,
      Optional<Deployable> fetching,
      SourceCache sources,
      ClientLimits clients) {
    cache = new VariantCache(cacheBytes);
    this.sources = sources;
    state = new SharedState(cache, sources, clock, (_, _) -> saturated.get());
    Pipeline.register(vertx);
    await(vertx.deployVerticle(fetching.orElse(fetch)));
    await(vertx.deployVerticle(transform));
    RoutingConfig config = new RoutingConfig("127.0.0.1", 0, tls, Duration.ofSeconds(5), clients);
    routing =
        await(
            vertx.deployVerticle(
                () ->
                    new RoutingVerticle(
                        config, endpoints, state, measurements, opened -> port = opened),
                new DeploymentOptions().setInstances(2)));
  }

  static Endpoint endpoint(EndpointConfig config) {
    return new Endpoint(config, new FakeDialect(), false);
  }

  static EndpointConfig endpointConfig(
      String name, String path, List<String> hosts, boolean strict) {
    return new EndpointConfig(
        name,
        path,
        hosts,
        List.of(new OriginId("fake")),
        new OutputRules(80, List.of(ImageFormat.AVIF, ImageFormat.WEBP), 4_000_000, strict),
        strict,
        false,
        "public, max-age=31536000",
        FRESHNESS,
        Optional.empty(),
        AccessRules.OPEN,
        Optional.empty(),
        Limits.DEFAULT,
        Refining.OFF);
  }

  /** An endpoint that lets clients wish for fewer bytes. */
  private static EndpointConfig saving() {
    EndpointConfig config = endpointConfig("saving", "/saving", List.of(), false);
    OutputRules rules = config.output();
    return new EndpointConfig(
        config.name(),
        config.path(),
        config.hosts(),
        config.origins(),
        new OutputRules(
            rules.quality(),
            rules.formats(),
            rules.policy(),
            rules.avif(),
            rules.png(),
            rules.encoders(),
            rules.switches(),
            true,
            rules.strict()),
        config.strict(),
        config.legacyOverlays(),
        config.cacheControl(),
        config.freshness(),
        config.defaultImage(),
        config.access(),
        config.rewriter(),
        config.limits(),
        config.refining());
  }

  /** An endpoint that makes results smaller after three hits. */
  private static EndpointConfig refining() {
    return endpointConfig("refining", "/refining", List.of(), false)
        .with(new Refining(true, 3, Duration.ofSeconds(12)));
  }

  /** An endpoint that gives every stage a few milliseconds. */
  static EndpointConfig hasty(String path) {
    EndpointConfig config = endpointConfig("hasty", path, List.of(), false);
    Limits all = Limits.DEFAULT;
    Duration moment = Duration.ofMillis(20);
    return new EndpointConfig(
        config.name(),
        config.path(),
        config.hosts(),
        config.origins(),
        config.output(),
        config.strict(),
        config.legacyOverlays(),
        config.cacheControl(),
        config.freshness(),
        config.defaultImage(),
        config.access(),
        config.rewriter(),
        new Limits(
            all.sourceBytes(),
            all.sourcePixels(),
            all.frames(),
            all.resultPixels(),
            all.steps(),
            all.layers(),
            all.nesting(),
            moment,
            moment,
            moment,
            all.sizes()),
        config.refining());
  }

  private static EndpointConfig withDefault(EndpointConfig config) {
    return new EndpointConfig(
        config.name(),
        config.path(),
        config.hosts(),
        config.origins(),
        config.output(),
        config.strict(),
        config.legacyOverlays(),
        config.cacheControl(),
        config.freshness(),
        Optional.of("/default.jpg"),
        config.access(),
        config.rewriter(),
        config.limits(),
        config.refining());
  }

  int port() {
    return port;
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, headers);
  }

  HttpResponse<String> send(String method, String path, String... headers) {
    try {
      return client.send(request(method, path, headers), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException broken) {
      throw new IllegalStateException(broken);
    }
  }

  CompletableFuture<HttpResponse<String>> begin(String path, String... headers) {
    return client.sendAsync(request("GET", path, headers), HttpResponse.BodyHandlers.ofString());
  }

  HttpRequest request(String method, String path, String... headers) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(uri(path)).method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      builder.headers(headers);
    }
    return builder.build();
  }

  MetricsSnapshot measured() {
    return await(measurements.collect(vertx));
  }

  Future<Void> stopRouting() {
    return vertx.deploymentIDs().contains(routing)
        ? vertx.undeploy(routing)
        : Future.succeededFuture();
  }

  static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Waits until a condition that other threads bring about holds. */
  static void until(String what, BooleanSupplier holds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited in vain until " + what);
      }
      Thread.onSpinWait();
    }
  }

  /** Stops everything, and fails if anything has not been given back. */
  @Override
  public void close() {
    client.close();
    await(stopRouting());
    cache.close();
    sources.close();
    until("all bytes were given back", () -> bytes.open() == 0);
    until("all bodies were closed", () -> fetch.openBodies() == 0);
    await(vertx.close());
  }
}
