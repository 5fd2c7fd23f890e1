package io.tintype.bench.server;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;

/** The origin where there is no nginx: a file server inside the benchmark's own process. */
public final class PlainOrigin implements Origin {
  private static final int NOT_FOUND = 404;
  private static final int PATIENCE_SECONDS = 10;

  private final Vertx vertx = Vertx.vertx();
  private final Map<String, LongAdder> fetches = new ConcurrentHashMap<>();
  private final Path files;
  private final HttpServer server;

  public PlainOrigin(int port, Path files) {
    this.files = files;
    try {
      this.server =
          vertx
              .createHttpServer()
              .requestHandler(this::serve)
              .listen(port, "127.0.0.1")
              .await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      throw new IllegalStateException(late);
    }
  }

  private void serve(HttpServerRequest request) {
    String name = request.path().substring(1);
    Path file = files.resolve(name).normalize();
    if (!file.startsWith(files) || !Files.isRegularFile(file)) {
      request.response().setStatusCode(NOT_FOUND).end();
      return;
    }
    fetches.computeIfAbsent(name, _ -> new LongAdder()).increment();
    request.response().sendFile(file.toString());
  }

  @Override
  public int port() {
    return server.actualPort();
  }

  @Override
  public long fetches(String file) {
    LongAdder count = fetches.get(file);
    return count == null ? 0 : count.sum();
  }

  @Override
  public void close() {
    vertx.close().await();
  }
}
