package io.tintype.metrics;

import io.tintype.bus.Measurements;
import io.tintype.bus.Pipeline;
import io.tintype.config.Secret;
import io.tintype.telemetry.Gauge;
import io.tintype.telemetry.Gauges;
import io.tintype.telemetry.Metric;
import io.tintype.telemetry.Recorder;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A real management port, with recorders of several verticles and every gauge there is. */
final class ManagementPort implements AutoCloseable {
  final Vertx vertx = Vertx.vertx();
  final Measurements measurements = new Measurements();
  final Gauges gauges = new Gauges();
  final Health health = new Health();
  private int port;

  ManagementPort() {
    Pipeline.register(vertx);
    for (Gauge gauge : Gauge.values()) {
      gauges.add(
          gauge, () -> 7, Collections.nCopies(gauge.labels().size(), "x").toArray(String[]::new));
    }
    deploy(
        new MetricsVerticle(
            new ManagementConfig("127.0.0.1", 0, Optional.of(new Secret("open sesame"))),
            measurements,
            gauges,
            health,
            List.of(new ProtectedRoute("/secret", "a secret", call -> call.response().end("42"))),
            opened -> port = opened));
  }

  int port() {
    return port;
  }

  /** Deploys a verticle that has counted everything once, on an event loop of its own. */
  String deployCounter() {
    return deploy(
        new VerticleBase() {
          @Override
          public Future<?> start() {
            Recorder recorder = new Recorder();
            for (Metric metric : Metric.values()) {
              String[] labels =
                  Collections.nCopies(metric.labels().size(), "x").toArray(String[]::new);
              switch (metric.kind()) {
                case COUNTER -> recorder.count(metric, labels);
                case TIMER -> recorder.time(metric, 2_000_000, labels);
              }
            }
            return measurements.offer(vertx, recorder);
          }
        });
  }

  String deploy(VerticleBase verticle) {
    return await(vertx.deployVerticle(verticle));
  }

  HttpResponse<String> get(String path, String... headers) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
      if (headers.length > 0) {
        request.headers(headers);
      }
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    }
  }

  static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Override
  public void close() {
    await(vertx.close());
  }
}
