package io.tintype.chaos;

import io.tintype.chaos.WildOrigin.Manner;
import io.tintype.it.Pictures;
import io.tintype.testing.HostileImages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** A gateway, and the origins it is configured with: one that is good, and others that are not. */
final class Arena implements AutoCloseable {
  private static final long SEED = 20_260_101;
  private static final String DRAWING =
      "<svg xmlns='http://www.w3.org/2000/svg' width='200' height='100'>"
          + "<circle cx='50' cy='50' r='40' fill='teal'/></svg>";
  private static final int FILE_BYTES = 6_000_000;

  private final Path home;
  private final Path directory;
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final WildOrigin good = new WildOrigin(Manner.GOOD, files);
  private final WildOrigin hanging = new WildOrigin(Manner.HANG, files);
  private final WildOrigin dribbling = new WildOrigin(Manner.DRIBBLE, files);
  private final WildOrigin flaky = new WildOrigin(Manner.GOOD, files);
  private final List<String> hostile = new ArrayList<>();
  private final AtomicLong number = new AtomicLong();
  private GatewayProcess gateway;

  Arena(Path home, Path directory) {
    this.home = home;
    this.directory = directory;
    Operations.remove(directory);
    files.put("/photo.jpg", Pictures.jpeg(1_200, 900));
    files.put("/large.jpg", Pictures.jpeg(4_000, 3_000));
    files.put("/drawing.svg", DRAWING.getBytes(StandardCharsets.US_ASCII));
    byte[] noise = new byte[FILE_BYTES];
    new Random(SEED).nextBytes(noise);
    files.put("/file.bin", noise);
    HostileImages.all(SEED).forEach(one -> addHostile(one.name(), one.bytes()));
    recordedHostile();
    gateway = GatewayProcess.start(GatewayProcess.launcher(home), directory, configuration(""));
  }

  private void addHostile(String name, byte[] bytes) {
    String path = hostile.size() + "-" + name.replaceAll("[^A-Za-z0-9._-]", "_");
    hostile.add(path);
    files.put("/" + path, bytes);
  }

  private void recordedHostile() {
    Path recorded = home.resolve("src/test/resources/hostile");
    if (!Files.isDirectory(recorded)) {
      return;
    }
    try (Stream<Path> all = Files.walk(recorded)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        addHostile(file.getFileName().toString(), Files.readAllBytes(file));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Limits are those by default, and memory is what a container of 2 GiB has. */
  private String configuration(String more) {
    return """
    log: { access: false }
    network: { allow: ["127.0.0.0/8"] }
    render: { memory: 768MiB }
    cache:
      memory: 64MiB
      sources: 64MiB
      disk: { path: "%s", size: 256MiB, files: 100000 }
    origins:
      good: { type: web-server, baseUrl: "http://127.0.0.1:%d" }
      hanging: { type: web-server, baseUrl: "http://127.0.0.1:%d" }
      dribbling: { type: web-server, baseUrl: "http://127.0.0.1:%d" }
      flaky: { type: web-server, baseUrl: "http://127.0.0.1:%d" }
    endpoints:
      good: { origins: [good] }
      hanging: { origins: [hanging] }
      dribbling: { origins: [dribbling] }
      flaky: { origins: [flaky] }
    %s\
    """
        .formatted(disk(), good.port(), hanging.port(), dribbling.port(), flaky.port(), more);
  }

  GatewayProcess gateway() {
    return gateway;
  }

  WildOrigin flaky() {
    return flaky;
  }

  Path disk() {
    return directory.resolve("cache");
  }

  List<String> hostile() {
    return List.copyOf(hostile);
  }

  /** Clients of this gateway. */
  Clients clients() {
    return new Clients(gateway.deliveryPort());
  }

  /** A photograph that has to be rendered. */
  IntFunction<String> ordinary() {
    return cold("/good/tr:w-200/photo.jpg");
  }

  /** The same path in so many spellings that no result is asked for twice. */
  IntFunction<String> cold(String path) {
    return _ -> path + "?x=" + number.incrementAndGet();
  }

  /** Changes the configuration by a transformation nobody uses. */
  void reload(int round) throws IOException {
    gateway.reconfigure(
        directory, configuration("transformations: { round%d: w-10 }%n".formatted(round)));
  }

  /** Starts another gateway after the end of the one before. */
  void restart() {
    gateway.close();
    gateway = GatewayProcess.start(GatewayProcess.launcher(home), directory, configuration(""));
  }

  @Override
  public void close() {
    gateway.close();
    Stream.of(good, hanging, dribbling, flaky).forEach(WildOrigin::close);
  }
}
