package io.tintype.bench.server;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** sharp behind Node's HTTP server: {@code bench/sharp-server.mjs}. */
public final class SharpServer implements AutoCloseable {
  private final int port;
  private final ServerProcess process;

  private SharpServer(int port, ServerProcess process) {
    this.port = port;
    this.process = process;
  }

  /** Why there cannot be one; empty if there can. */
  public static Optional<String> missing(Path home) {
    if (Programs.find("node").isEmpty()) {
      return Optional.of("node is not installed");
    }
    return Files.isDirectory(modules(home).resolve("sharp"))
        ? Optional.empty()
        : Optional.of("sharp is not in target/peer, where the build puts it");
  }

  public static SharpServer start(Path home, Path directory, int port) {
    List<String> command =
        List.of(
            Programs.find("node").orElseThrow(),
            home.resolve("bench/sharp-server.mjs").toString(),
            modules(home).toString(),
            String.valueOf(port));
    int threads = Runtime.getRuntime().availableProcessors() + 2;
    Map<String, String> environment =
        Map.of("UV_THREADPOOL_SIZE", String.valueOf(threads), "NODE_ENV", "production");
    ServerProcess process = ServerProcess.start("sharp", directory, environment, command);
    process.awaitOk(URI.create("http://127.0.0.1:" + port + "/ready"));
    return new SharpServer(port, process);
  }

  private static Path modules(Path home) {
    return home.resolve("target/peer/node_modules");
  }

  public int port() {
    return port;
  }

  public ProcessTree tree() {
    return process.tree();
  }

  @Override
  public void close() {
    process.close();
  }
}
