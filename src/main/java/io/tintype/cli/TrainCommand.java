package io.tintype.cli;

import io.tintype.LoadedConfig;
import io.tintype.LogSetup;
import io.tintype.config.ConfigFile;
import io.tintype.settings.ConfigReader;
import io.tintype.settings.ConfigResult;
import io.tintype.settings.GatewayConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;

/**
 * Runs the gateway on its sample pictures for some seconds and stops, so that a JVM that looks on
 * learns what a start and the first requests need. The launcher calls it to make its start cache.
 */
@Command(
    name = "train",
    hidden = true,
    description = {
      "Makes the cache that lets the gateway start faster: serves sample pictures to itself.",
      "The first serve does so by itself, in the background; this is for images and packages."
    })
final class TrainCommand implements Callable<Integer> {
  private static final String CONFIGURATION = "training.yaml";

  /** Often enough that the JVM sees which methods and branches matter. */
  private static final int ROUNDS = 4;

  /** For one answer: far more than the slowest machine takes. */
  private static final long PATIENCE_SECONDS = 60;

  /** What is asked for; {@code %d} is a width, so that every round finds nothing in the cache. */
  private static final List<String> PATHS =
      List.of(
          "/web/tr:w-%d,f-jpg/shop.jpg",
          "/web/tr:w-%d,f-webp/flowers.jpg",
          "/web/tr:w-%d,h-200,f-avif/shop.jpg",
          "/web/tr:w-%d,f-png/cutout.png",
          "/web/tr:w-%d,f-webp/cutout.png",
          "/web/tr:w-%d/glass.webp",
          "/web/tr:w-%d,f-auto/flowers.jpg",
          "/folder/tr:w-%d,f-webp/ring.gif",
          "/folder/tr:w-%d,h-150,fo-auto,q-60/shop.jpg",
          "/folder/tr:w-%d,l-text,i-Sale,fs-20,l-end/shop.jpg",
          "/folder/tr:w-%d,l-image,i-cutout.png,w-50,l-end/shop.jpg",
          "/folder/tr:w-%d:rt-90,bl-3/flowers.jpg",
          "/cloudinary/demo/image/upload/c_fill,g_auto,h_200,w_%d/f_auto,q_auto/shop.jpg",
          "/folder/tr:w-%d/missing.jpg",
          "/folder/shop.jpg",
          "/folder/shop.jpg");

  private final Console console;
  private final Wiring wiring;
  private final int rounds;

  TrainCommand(Console console, Wiring wiring) {
    this(console, wiring, ROUNDS);
  }

  TrainCommand(Console console, Wiring wiring, int rounds) {
    this.console = console;
    this.wiring = wiring;
    this.rounds = rounds;
  }

  @Override
  public Integer call() throws IOException {
    Path samples = console.bundledConfig().resolveSibling("samples");
    Path file = Files.createTempFile("tintype-training", ".yaml");
    Vertx vertx = wiring.vertx().get();
    try (InputStream text = TrainCommand.class.getResourceAsStream(CONFIGURATION)) {
      if (text == null) {
        throw new FileNotFoundException(CONFIGURATION);
      }
      Files.write(file, text.readAllBytes());
      int origin = await(serveFiles(vertx, samples)).actualPort();
      ConfigReader reader =
          new ConfigReader(Map.of("SAMPLES", samples.toString(), "PORT", Integer.toString(origin)));
      ConfigResult result = reader.read(await(ConfigFile.open(vertx, file).read()));
      return switch (result) {
        case ConfigResult.Fine(var config) -> train(vertx, new LoadedConfig(config, file, reader));
        case ConfigResult.Wrong(var problems) -> throw new IOException(problems.toString());
      };
    } finally {
      var _ = vertx.close();
      Files.delete(file);
    }
  }

  private int train(Vertx vertx, LoadedConfig loaded) {
    GatewayConfig config = loaded.config();
    LogSetup.ofProcess().serve(config.log());
    Wiring.Running running = await(wiring.starter().start(vertx, loaded));
    HttpClient client = vertx.createHttpClient();
    int answers = 0;
    for (int round = 0; round < rounds; round++) {
      for (String path : PATHS) {
        String asked = path.formatted(200 + round);
        // Once more: from memory.
        answers += answered(client, running.deliveryPort(), asked);
        answers += answered(client, running.deliveryPort(), asked);
      }
      answers += answered(client, running.managementPort(), "/metrics");
      answers += answered(client, running.managementPort(), "/health/ready");
    }
    await(running.drain().get());
    console.out().println(answers + " answers seen");
    return answers > 0 ? ExitCode.FINE : ExitCode.FINDINGS;
  }

  /** 1 if the answer is what was asked for, 0 if it is another. */
  private static int answered(HttpClient client, int port, String path) {
    int status =
        await(
            client
                .request(HttpMethod.GET, port, "127.0.0.1", path)
                .compose(HttpClientRequest::send)
                .compose(response -> response.body().map(response.statusCode())));
    return status == 200 ? 1 : 0;
  }

  /** Only files of the folder itself: for a few seconds anybody on this machine can ask. */
  private static Future<HttpServer> serveFiles(Vertx vertx, Path folder) {
    return vertx
        .createHttpServer()
        .requestHandler(request -> serveFile(request, folder))
        .listen(0, "127.0.0.1");
  }

  private static void serveFile(HttpServerRequest request, Path folder) {
    String path = Objects.requireNonNullElse(request.path(), "");
    String name = path.substring(path.lastIndexOf('/') + 1);
    HttpServerResponse response = request.response();
    response
        .sendFile(folder.resolve(name).toString())
        .onFailure(_ -> response.setStatusCode(404).end());
  }

  private static <T> T await(Future<T> future) {
    return future
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .join();
  }
}
