package io.tintype.origin.testing;

import io.tintype.model.PercentEncoding;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A plain web server with entity tags and ranges. */
public final class FileServer implements AutoCloseable {
  private static final Pattern RANGE = Pattern.compile("bytes=([0-9]*)-([0-9]*)");

  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final HttpServer server;

  public FileServer(Vertx vertx) {
    this.server =
        vertx
            .createHttpServer()
            .requestHandler(this::answer)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  public int port() {
    return server.actualPort();
  }

  /** Stores a file under its decoded absolute path. */
  public void put(String path, byte[] content) {
    files.put(path, content);
  }

  @Override
  public void close() {
    server.close().toCompletionStage().toCompletableFuture().join();
  }

  private void answer(HttpServerRequest request) {
    byte[] file = files.get(PercentEncoding.decode(request.path()).orElse(""));
    if (file == null) {
      request.response().setStatusCode(404).end("no such file");
      return;
    }
    String etag = "\"" + Arrays.hashCode(file) + "\"";
    request.response().putHeader("etag", etag).putHeader("content-type", "image/jpeg");
    if (etag.equals(request.getHeader("if-none-match"))) {
      request.response().setStatusCode(304).end();
      return;
    }
    String range = request.getHeader("range");
    if (range == null) {
      send(request, Buffer.buffer(file));
    } else {
      part(request, file, range);
    }
  }

  private static void part(HttpServerRequest request, byte[] file, String range) {
    Matcher matcher = RANGE.matcher(range);
    if (!matcher.matches()) {
      send(request, Buffer.buffer(file));
      return;
    }
    boolean suffix = matcher.group(1).isEmpty();
    int to = matcher.group(2).isEmpty() ? file.length - 1 : Integer.parseInt(matcher.group(2));
    int first = suffix ? file.length - to : Integer.parseInt(matcher.group(1));
    int last = suffix ? file.length - 1 : Math.min(file.length - 1, to);
    if (first > last) {
      request.response().setStatusCode(416).end();
      return;
    }
    request
        .response()
        .setStatusCode(206)
        .putHeader("content-range", "bytes %d-%d/%d".formatted(first, last, file.length));
    send(request, Buffer.buffer(file).getBuffer(first, last + 1));
  }

  private static void send(HttpServerRequest request, Buffer body) {
    if (request.method().equals(HttpMethod.HEAD)) {
      request.response().putHeader("content-length", Integer.toString(body.length())).end();
    } else {
      request.response().end(body);
    }
  }
}
