package io.tintype.bench.server;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tintype itself, started as its users start it. */
public final class TintypeServer implements AutoCloseable {
  private final GatewayFile.Ports ports;
  private final ServerProcess process;
  private final Duration startUp;

  private TintypeServer(GatewayFile.Ports ports, ServerProcess process, Duration startUp) {
    this.ports = ports;
    this.process = process;
    this.startUp = startUp;
  }

  /**
   * Starts it and waits until it is ready.
   *
   * @param jvmOptions more of them, or nothing
   */
  public static TintypeServer start(
      Path home, Path directory, GatewayFile.Ports ports, String configuration, String jvmOptions) {
    Path file = written(directory, configuration);
    List<String> command =
        List.of(home.resolve("bin/tintype").toString(), "serve", "--config", file.toString());
    ServerProcess process =
        ServerProcess.start(
            "tintype-" + ports.delivery(),
            directory,
            Map.of("TINTYPE_JAVA_OPTS", jvmOptions),
            command);
    URI ready = URI.create("http://127.0.0.1:" + ports.management() + "/health/ready");
    return new TintypeServer(ports, process, process.awaitOk(ready));
  }

  /** Which of the keys in doubt this build takes. Any other problem is one of ours. */
  public static Set<Feature> supported(Path home, Path directory) {
    Setup everything = Setup.STANDARD.withDisk(directory.resolve("disk"));
    Set<Feature> all = EnumSet.allOf(Feature.class);
    String text = GatewayFile.text(everything, all, new GatewayFile.Ports(1, 2), 3);
    List<String> command =
        List.of(
            home.resolve("bin/tintype").toString(),
            "check",
            "--json",
            "--config",
            written(directory, text).toString());
    String answer = Programs.output(command);
    JsonObject json = new JsonObject(answer.substring(answer.indexOf('{')));
    for (Object problem : json.getJsonArray("problems")) {
      String path = ((JsonObject) problem).getString("path");
      if (!all.removeIf(feature -> feature.isAt(path)) && known(path)) {
        throw new IllegalStateException(problem.toString());
      }
    }
    return all;
  }

  private static boolean known(String path) {
    return EnumSet.allOf(Feature.class).stream().noneMatch(feature -> feature.isAt(path));
  }

  private static Path written(Path directory, String configuration) {
    try {
      Files.createDirectories(directory);
      return Files.writeString(directory.resolve("tintype.yaml"), configuration);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  public int port() {
    return ports.delivery();
  }

  /** From the start of the process until it said it was ready. */
  public Duration startUp() {
    return startUp;
  }

  /** The sum of all metrics whose names and labels begin like this; 0 if there is none. */
  public double metric(String beginning) {
    String url = "http://127.0.0.1:" + ports.management() + "/metrics";
    return new String(Visit.of(url).body(), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.startsWith(beginning))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  public ProcessTree tree() {
    return process.tree();
  }

  @Override
  public void close() {
    process.close();
  }
}
