package io.tintype.cli;

import io.tintype.LogSetup;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
  private final Terminal terminal = new Terminal();
  final StringWriter out = terminal.out();
  final StringWriter err = terminal.err();
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
    return terminal.run(List.of("convert", "--config", config.toString()), arguments);
  }
}
