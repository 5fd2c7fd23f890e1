package io.tintype.it;

import io.tintype.Gateway;
import io.tintype.LoadedConfig;
import io.tintype.config.ConfigFile;
import io.tintype.settings.ConfigReader;
import io.tintype.settings.ConfigResult;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A whole gateway on ports of its own, set up by a configuration as its users write it. */
public final class RunningGateway implements AutoCloseable {
  private static final String DELIVERY = "delivery: { host: 127.0.0.1, port: 0 }\n";
  private static final String MANAGEMENT = "management: { host: 127.0.0.1, port: 0 }\n";

  private final Path file;
  private final Gateway gateway;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private RunningGateway(Path file, Gateway gateway) {
    this.file = file;
    this.gateway = gateway;
  }

  /** Starts a gateway with this configuration, ports aside. */
  public static RunningGateway start(String yaml) throws IOException {
    return start(yaml, Map.of());
  }

  /** Starts a gateway whose configuration sees these variables. */
  public static RunningGateway start(String yaml, Map<String, String> environment)
      throws IOException {
    Path file = Files.createTempFile("tintype", ".yaml");
    Files.writeString(file, withPorts(yaml));
    Vertx vertx = Gateway.newVertx();
    ConfigReader reader = new ConfigReader(environment);
    ConfigResult result = reader.read(await(ConfigFile.open(vertx, file).read()));
    return switch (result) {
      case ConfigResult.Fine(var config) ->
          new RunningGateway(
              file,
              await(
                  Gateway.start(
                      vertx,
                      new LoadedConfig(config, file, reader),
                      Path.of(System.getProperty("tintype.native")))));
      case ConfigResult.Wrong(var problems) ->
          throw new IllegalArgumentException(problems.toString());
    };
  }

  /** Replaces the configuration file, as an operator would. */
  public void rewrite(String yaml) throws IOException {
    Files.writeString(file, withPorts(yaml));
  }

  /** Asks for a path; headers are names and values in turn. */
  public HttpResponse<byte[]> get(String path, String... headers) {
    return getAsync(path, headers).join();
  }

  /** Asks for a path without waiting. */
  public CompletableFuture<HttpResponse<byte[]>> getAsync(String path, String... headers) {
    return send("GET", path, headers);
  }

  /** Asks with another method. */
  public CompletableFuture<HttpResponse<byte[]>> send(
      String method, String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.deliveryPort() + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .timeout(Duration.ofSeconds(30));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.sendAsync(request.build(), BodyHandlers.ofByteArray());
  }

  /** What the management port says. */
  public String management(String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + gateway.managementPort() + path);
    return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
  }

  /** Calls the management port; headers are names and values in turn. */
  public HttpResponse<String> manage(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.managementPort() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  public int managementPort() {
    return gateway.managementPort();
  }

  public int deliveryPort() {
    return gateway.deliveryPort();
  }

  @Override
  public void close() {
    await(gateway.drain());
    client.close();
    try {
      Files.deleteIfExists(file);
    } catch (IOException left) {
      throw new java.io.UncheckedIOException(left);
    }
  }

  private static String withPorts(String yaml) {
    return (yaml.contains("delivery:") ? "" : DELIVERY)
        + (yaml.contains("management:") ? "" : MANAGEMENT)
        + yaml;
  }

  private static <T> T await(io.vertx.core.Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
  }
}
