package io.tintype.it;

import static io.tintype.it.RawOrigin.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tintype.chaos.GatewayProcess;
import io.tintype.it.RawOrigin.Then;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that takes nothing any more costs no request. */
class BrokenDiskIT {
  private static final int RESULTS = 12;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Of 512 bytes: more than the libraries that the JVM unpacks, less than one of the results. */
  private static final int MOST_BLOCKS = 1_024;

  @TempDir private Path temporary;
  private final HttpClient client = HttpClient.newHttpClient();
  private RawOrigin origin;
  private Path disk;

  @BeforeEach
  void start() throws IOException {
    disk = temporary.resolve("cache");
    origin = new RawOrigin();
    origin.script("/a.png", answer("200 OK", Pictures.png(900, 700)), Then.KEEP);
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    origin.close();
  }

  @Test
  void thatIsFull() throws Exception {
    byte[] noise = Pictures.noise(1_100, 900);
    origin.script("/noise.png", answer("200 OK", noise), Then.KEEP);
    try (GatewayProcess gateway = start(List.of("sh", "-c", full(), "gateway"))) {
      assertServes(gateway, "noise.png", 1_080);
      assertThat(errorsComeTo(gateway)).as("writing fails").isTrue();
      assertServes(gateway, "a.png", 100);
      assertThat(gateway.readiness()).isEqualTo(200);
    }
  }

  @Test
  void thatIsReadOnly() throws Exception {
    Files.createDirectory(disk);
    Files.setPosixFilePermissions(disk, PosixFilePermissions.fromString("r-xr-xr-x"));
    List<String> program = withoutPrivileges();
    assumeTrue(isRefused(program), "permissions do not bind this user");
    try (GatewayProcess gateway = start(program)) {
      assertServes(gateway, "a.png", 100);
      assertThat(errorsComeTo(gateway)).as("writing fails").isTrue();
      assertThat(gateway.readiness()).isEqualTo(200);
    } finally {
      Files.setPosixFilePermissions(disk, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  /** And whatever it held is made anew. */
  @Test
  void thatIsTakenAwayWhileItIsUsed() throws Exception {
    try (RunningGateway gateway = RunningGateway.start("cache: { memory: 0, " + cache() + site())) {
      for (int i = 0; i < RESULTS; i++) {
        assertThat(gateway.get("/shop/tr:w-" + (100 + i) + "/a.png").statusCode()).isEqualTo(200);
      }
      remove(disk);
      for (int i = 0; i < 2 * RESULTS; i++) {
        assertThat(gateway.get("/shop/tr:w-" + (100 + i) + "/a.png").statusCode()).isEqualTo(200);
      }
      assertThat(gateway.management("/health/ready")).contains("up");
    }
  }

  private GatewayProcess start(List<String> program) {
    return GatewayProcess.start(
        program, temporary, "log: { access: false }\ncache: { memory: 0, " + cache() + site());
  }

  private String cache() {
    return "disk: { path: \"%s\", size: 64MiB } }%n".formatted(disk);
  }

  private String site() {
    return """
    network: { allow: ["127.0.0.0/8"] }
    origins:
      web: { type: web-server, baseUrl: "http://127.0.0.1:%d" }
    endpoints:
      shop: { path: /shop, origins: [web] }
    """
        .formatted(origin.port());
  }

  private void assertServes(GatewayProcess gateway, String source, int width) throws Exception {
    for (int i = 0; i < RESULTS; i++) {
      HttpRequest request =
          HttpRequest.newBuilder(
                  URI.create(
                      "http://127.0.0.1:%d/shop/tr:f-png,w-%d/%s"
                          .formatted(gateway.deliveryPort(), width + i, source)))
              .build();
      assertThat(client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
          .isEqualTo(200);
    }
  }

  private static boolean errorsComeTo(GatewayProcess gateway) {
    return GatewayProcess.await(
        PATIENCE, () -> gateway.metric("tintype_cache_errors{tier=\"disk\"}") > 0);
  }

  /** No file may grow beyond some size. */
  private static String full() {
    return "ulimit -f " + MOST_BLOCKS + " && exec " + quoted(GatewayProcess.classes()) + " \"$@\"";
  }

  private static String quoted(List<String> words) {
    return String.join(" ", words.stream().map(word -> "'" + word + "'").toList());
  }

  /** Even root has to keep to permissions where it has no capabilities. */
  private static List<String> withoutPrivileges() {
    List<String> program = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      program.addAll(List.of("setpriv", "--inh-caps=-all", "--bounding-set=-all"));
    }
    program.addAll(GatewayProcess.classes());
    return program;
  }

  private boolean isRefused(List<String> program) throws Exception {
    List<String> touch = new ArrayList<>(program.subList(0, program.indexOf(javaOf(program))));
    touch.addAll(List.of("touch", disk.resolve("probe").toString()));
    try {
      return new ProcessBuilder(touch)
              .redirectErrorStream(true)
              .redirectOutput(temporary.resolve("probe.log").toFile())
              .start()
              .waitFor()
          != 0;
    } catch (IOException missing) {
      return false;
    }
  }

  private static String javaOf(List<String> program) {
    return program.stream().filter(word -> word.endsWith("/java")).findFirst().orElseThrow();
  }

  private static void remove(Path directory) {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
