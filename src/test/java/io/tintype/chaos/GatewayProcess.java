package io.tintype.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.testing.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A gateway as its users start it, in a process of its own, and what the kernel knows of it. */
public final class GatewayProcess implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(3);
  private static final Duration LOOK = Duration.ofMillis(20);
  private static final long KIB = 1024;

  /** What a container of 2 GiB makes of the JVM's own sizes, with the heap of the launcher. */
  private static final String OPTIONS = "-XX:MaxRAM=2g -XX:ActiveProcessorCount=2";

  private final Process process;
  private final Path log;
  private final int deliveryPort;
  private final int managementPort;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Duration startUp;

  private GatewayProcess(Process process, Path log, int deliveryPort, int managementPort) {
    this.process = process;
    this.log = log;
    this.deliveryPort = deliveryPort;
    this.managementPort = managementPort;
    long started = System.nanoTime();
    await(START, () -> !process.isAlive() || readiness() == 200);
    this.startUp = Duration.ofNanos(System.nanoTime() - started);
    assertThat(process.isAlive()).as(this::tail).isTrue();
  }

  /** What starts the packaged gateway of a checkout, as its users do. */
  public static List<String> launcher(Path home) {
    return List.of(home.resolve("bin/tintype").toString());
  }

  /** What starts the classes that are tested. */
  public static List<String> classes() {
    return List.of(
        ProcessHandle.current().info().command().orElseThrow(),
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-Xmx256m",
        "-XX:+UseSerialGC",
        "-Dtintype.home=" + Path.of("").toAbsolutePath(),
        "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        "io.tintype.cli.Main");
  }

  /**
   * Starts a gateway and waits until it is ready.
   *
   * @param program what to start
   * @param directory where its configuration and its log go
   * @param yaml its configuration but for the ports
   */
  public static GatewayProcess start(List<String> program, Path directory, String yaml) {
    try {
      Files.createDirectories(directory);
      int delivery = FreePorts.one();
      int management = FreePorts.one();
      Path file = directory.resolve("tintype.yaml");
      Files.writeString(file, withPorts(yaml, delivery, management));
      Path log = directory.resolve("gateway.log");
      List<String> command = new ArrayList<>(program);
      command.addAll(List.of("serve", "--config", file.toString()));
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder
          .environment()
          .putAll(Map.of("TINTYPE_JAVA_OPTS", OPTIONS, "TINTYPE_START_CACHE", "off"));
      Process process = builder.start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      return new GatewayProcess(process, log, delivery, management);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String withPorts(String yaml, int delivery, int management) {
    return """
    delivery: { host: 127.0.0.1, port: %d }
    management: { host: 127.0.0.1, port: %d, notice: 2s }
    %s\
    """
        .formatted(delivery, management, yaml);
  }

  /** Replaces the configuration, as an operator would. */
  void reconfigure(Path directory, String yaml) throws IOException {
    Path next = directory.resolve("tintype.yaml.next");
    Files.writeString(next, withPorts(yaml, deliveryPort, managementPort));
    Files.move(
        next,
        directory.resolve("tintype.yaml"),
        java.nio.file.StandardCopyOption.ATOMIC_MOVE,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  public int deliveryPort() {
    return deliveryPort;
  }

  /** From its start until it said it was ready. */
  public Duration startUp() {
    return startUp;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Status of {@code /health/ready}; 0 = no answer. */
  public int readiness() {
    return status("/health/ready");
  }

  int liveness() {
    return status("/health/live");
  }

  private int status(String path) {
    try {
      return management(path).statusCode();
    } catch (IOException silent) {
      return 0;
    }
  }

  /** The sum of all metrics whose names and labels begin like this. */
  public double metric(String beginning) {
    try {
      return management("/metrics")
          .body()
          .lines()
          .filter(line -> line.startsWith(beginning))
          .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
          .sum();
    } catch (IOException silent) {
      return Double.NaN;
    }
  }

  private HttpResponse<String> management(String path) throws IOException {
    URI uri = URI.create("http://127.0.0.1:" + managementPort + path);
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }

  /** Resident memory of the process and of those it started, in MiB. */
  long residentMiB() {
    return inMiB("VmRSS:");
  }

  /** The most since {@link #forgetPeak}, in MiB. */
  long peakMiB() {
    return inMiB("VmHWM:");
  }

  /** Which process it is. */
  long pid() {
    return process.pid();
  }

  /** Lets the peak be that of now, where the kernel allows it. */
  void forgetPeak() {
    members().forEach(member -> write("/proc/" + member.pid() + "/clear_refs", "5"));
  }

  long descriptors() {
    return entries("/proc/" + process.pid() + "/fd");
  }

  long threads() {
    return entries("/proc/" + process.pid() + "/task");
  }

  /** Tells it to end, as an operator does. */
  public void terminate() {
    process.destroy();
  }

  void kill() {
    process.destroyForcibly();
  }

  /** Its exit code; fails if it goes on for longer than this. */
  public int awaitEnd(Duration patience) throws InterruptedException {
    assertThat(process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)).as(this::tail).isTrue();
    return process.exitValue();
  }

  /** The end of its log. */
  String tail() {
    try {
      String text = Files.readString(log);
      return text.substring(Math.max(0, text.length() - 4_000));
    } catch (IOException missing) {
      return missing.toString();
    }
  }

  @Override
  public void close() {
    client.close();
    process.destroyForcibly();
    await(Duration.ofSeconds(20), () -> !process.isAlive());
  }

  /** Waits until something holds, or for the whole of this time; says which. */
  public static boolean await(Duration patience, BooleanSupplier holds) {
    long end = System.nanoTime() + patience.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
    return true;
  }

  /** Processes that draw for it. */
  List<ProcessHandle> helpers() {
    return process.descendants().filter(ProcessHandle::isAlive).toList();
  }

  private Stream<ProcessHandle> members() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants());
  }

  private long inMiB(String field) {
    return members().mapToLong(member -> field("/proc/" + member.pid() + "/status", field)).sum()
        / KIB;
  }

  private static long field(String file, String field) {
    try {
      return Files.readString(Path.of(file))
          .lines()
          .filter(line -> line.startsWith(field))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    } catch (IOException ended) {
      return 0;
    }
  }

  private static long entries(String directory) {
    try (Stream<Path> all = Files.list(Path.of(directory))) {
      return all.count();
    } catch (IOException ended) {
      return 0;
    }
  }

  private static void write(String file, String text) {
    try {
      Files.writeString(Path.of(file), text);
    } catch (IOException forbidden) {
      // Then the peak is that of the whole life.
    }
  }
}
