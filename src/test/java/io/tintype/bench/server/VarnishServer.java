package io.tintype.bench.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Varnish that keeps in memory what another server says. */
public final class VarnishServer implements AutoCloseable {
  private final int port;
  private final ServerProcess process;

  private VarnishServer(int port, ServerProcess process) {
    this.port = port;
    this.process = process;
  }

  public static boolean isInstalled() {
    return Programs.find("varnishd").isPresent();
  }

  public static VarnishServer start(Path directory, int port, int backend) {
    List<String> command =
        List.of(
            Programs.find("varnishd").orElseThrow(),
            "-F",
            "-a",
            "127.0.0.1:" + port,
            "-b",
            "127.0.0.1:" + backend,
            "-n",
            directory.resolve("varnish").toAbsolutePath().toString(),
            "-T",
            "none",
            "-s",
            "malloc,64m");
    ServerProcess process = ServerProcess.start("varnishd", directory, Map.of(), command);
    process.awaitOk(URI.create("http://127.0.0.1:" + port + "/ready"));
    return new VarnishServer(port, process);
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
