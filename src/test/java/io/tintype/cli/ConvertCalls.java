package io.tintype.cli;

import io.tintype.LogSetup;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Calls {@code convert} with endpoints of every kind. */
abstract class ConvertCalls {
  static final String CONFIG =
      """
      transformations: { card: "w-300,h-200", modern: "w-9,f-auto", banner: "cloudinary:c_fill,w_900" }
      origins:
        files: { type: folder, path: "." }
        account: { type: web-server, baseUrl: "https://res.cloudinary.com/acme" }
      endpoints:
        shop:
          path: /shop
          hosts: [img.example.com]
          rewriter: cloudinary
          cloud: acme
          keepAssetAndDeliveryTypes: false
          origins: [files]
        typed:
          path: /typed
          hosts: [typed.example.com]
          rewriter: cloudinary
          origins: [files]
        old:
          path: /old
          hosts: [old.example.com]
          rewriter: cloudinary
          origins: [account]
        plain: { path: /plain, hosts: [plain.example.com], origins: [files] }
      """;
  static final String SHOP = "https://img.example.com/acme/image/upload/";

  @TempDir Path directory;
  final StringWriter out = new StringWriter();
  final StringWriter err = new StringWriter();
  private Path config;

  /** The configuration. */
  String text() {
    return CONFIG;
  }

  @BeforeEach
  void write() throws IOException {
    config = Files.writeString(directory.resolve("my.yaml"), text());
  }

  @AfterEach
  void quiet() {
    LogSetup.ofProcess().quiet();
  }

  int run(String... arguments) {
    Console console =
        new Console(Map.of(), Path.of("."), new PrintWriter(out), new PrintWriter(err));
    return TintypeCommand.run(
        console,
        new Wiring(
            Vertx::vertx,
            (_, _) -> Future.failedFuture(new IOException("nothing is started")),
            () -> "none"),
        Stream.concat(Stream.of("convert", "--config", config.toString()), Stream.of(arguments))
            .toArray(String[]::new));
  }
}
