package io.tintype.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.tintype.LogSetup;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line as a user meets it: arguments in; output and exit code out. */
class TintypeCommandTest {
  private Map<String, String> environment =
      Map.of(
          "PRODUCT_ACCESS_KEY", "a",
          "PRODUCT_SECRET_KEY", "b",
          "BACKUP_ACCESS_KEY", "c",
          "BACKUP_SECRET_KEY", "d");

  @TempDir Path directory;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Wiring.Starter starter =
      (_, _) -> Future.failedFuture(new IOException("the port is taken"));

  @AfterEach
  void quiet() {
    LogSetup.ofProcess().quiet();
  }

  @Test
  void findsTheBundledConfigurationFine() {
    assertThat(run("check")).isEqualTo(ExitCode.FINE);
    assertThat(out.toString()).endsWith("tintype.yaml is fine: 2 endpoints, 1 origin.\n");
  }

  @Test
  void findsTheProductionExampleFine() {
    assertThat(run("check", "--config", "conf/production.yaml")).isEqualTo(ExitCode.FINE);
    assertThat(out.toString()).endsWith("is fine: 3 endpoints, 4 origins.\n");
  }

  @Test
  void listsAllProblems() throws IOException {
    Path file = write("log: { format: xml }\ncolours: 3");

    assertThat(run("check", "--config", file.toString())).isEqualTo(ExitCode.FINDINGS);
    assertThat(err.toString())
        .isEqualTo(
            file
                + " has 2 problems:\n"
                + "  line 1: log.format is 'xml': expected one of text, json\n"
                + "  line 2: colours: unknown key\n");
  }

  @Test
  void listsProblemsAsJson() throws IOException {
    Path file = write("log: { format: xml }");

    assertThat(run("check", "--json", "--config", file.toString())).isEqualTo(ExitCode.FINDINGS);
    JsonObject report = new JsonObject(out.toString());
    assertThat(report.getBoolean("fine")).isFalse();
    assertThat(report.getJsonArray("problems").getJsonObject(0).getMap())
        .containsEntry("path", "log.format")
        .containsEntry("line", 1)
        .containsEntry("value", "xml")
        .containsEntry("expectation", "expected one of text, json");
  }

  @Test
  void warnsOfPrivatePathsThatNothingOpens() throws IOException {
    Path file =
        write(
            """
            origins: { o: { type: web-server, baseUrl: "https://www.example.com" } }
            endpoints:
              closed: { origins: [o], privatePaths: [/secret] }
              opened: { origins: [o], privatePaths: [/secret], signing: { keys: [a-key] } }
            """);

    assertThat(run("check", "--config", file.toString())).isEqualTo(ExitCode.FINE);
    assertThat(err.toString())
        .startsWith("warning: endpoints.closed.privatePaths: nothing opens these paths")
        .doesNotContain("opened");
    assertThat(out.toString()).contains("is fine: 2 endpoints");
  }

  @Test
  void warnsOfNetworksThatHoldWhatNoOriginShould() throws IOException {
    Path file =
        write(
            """
            network:
              allow:
                - 10.0.0.0/8
                - 0.0.0.0/0
                - "[::]/0:9000"
                - "fd00::/8"
                - 128.0.0.0/1
                - 100.64.0.0/10
                - 169.254.170.0/24
                - "169.254.0.0/16:8080"
            origins: { o: { type: web-server, baseUrl: "https://www.example.com" } }
            endpoints: { e: { origins: [o] } }
            """);

    assertThat(run("check", "--config", file.toString())).isEqualTo(ExitCode.FINE);
    assertThat(err.toString().lines().map(line -> line.split(": ", -1)[1]))
        .containsExactly(
            IntStream.rangeClosed(1, 6)
                .mapToObj("network.allow[%d]"::formatted)
                .toArray(String[]::new));
  }

  @Test
  void warnsInJsonToo() throws IOException {
    Path file =
        write(
            """
            origins: { o: { type: web-server, baseUrl: "https://www.example.com" } }
            endpoints: { closed: { origins: [o], privatePaths: [/secret] } }
            """);

    assertThat(run("check", "--json", "--config", file.toString())).isEqualTo(ExitCode.FINE);
    JsonObject report = new JsonObject(out.toString());
    assertThat(report.getBoolean("fine")).isTrue();
    assertThat(report.getJsonArray("problems")).isEmpty();
    assertThat(report.getJsonArray("warnings").getJsonObject(0).getString("path"))
        .isEqualTo("endpoints.closed.privatePaths");
  }

  @Test
  void findsRequiredSignaturesWithoutKeysWrong() throws IOException {
    Path file =
        write(
            """
            origins: { o: { type: web-server, baseUrl: "https://www.example.com" } }
            endpoints: { shop: { origins: [o], signing: { required: true } } }
            """);

    assertThat(run("check", "--config", file.toString())).isEqualTo(ExitCode.FINDINGS);
    assertThat(err.toString()).contains("signing.required", "expected keys or keysFile beside it");
  }

  @Test
  void callsAMissingFileWrongUsage() {
    assertThat(run("check", "--config", "absent.yaml")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("absent.yaml").contains("--config");
  }

  @Test
  void takesTheConfigurationFromTheEnvironment() throws IOException {
    environment = Map.of("TINTYPE_CONFIG", write("colours: 3").toString());

    assertThat(run("check")).isEqualTo(ExitCode.FINDINGS);
    assertThat(err.toString()).contains("colours: unknown key");
    assertThat(run("check", "--config", "conf/tintype.yaml")).isEqualTo(ExitCode.FINE);
  }

  @Test
  void saysBrieflyWhatWasWrong() {
    assertThat(run("serve", "conf/tintype.yaml")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString())
        .isEqualTo(
            """
            Unmatched argument at index 1: 'conf/tintype.yaml'
            A configuration is named with --config FILE.
            See tintype serve --help.
            """);
    assertThat(run("explain", "ftp://localhost/demo/shop.jpg")).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void callsUnknownCommandsAndNoneWrongUsage() {
    assertThat(run("chekc")).isEqualTo(ExitCode.USAGE);
    assertThat(run()).isEqualTo(ExitCode.USAGE);
    assertThat(run("explain")).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void teachesWithHelp() {
    for (String command :
        new String[] {
          "serve",
          "check",
          "explain",
          "sign",
          "convert",
          "import-transformations",
          "health",
          "version"
        }) {
      assertThat(run(command, "--help")).isEqualTo(ExitCode.FINE);
    }
    assertThat(run("--help")).isEqualTo(ExitCode.FINE);
    assertThat(out.toString()).contains("Examples:", "Exit codes: 0 fine, 1 findings, 2 wrong");
  }

  @Test
  void explainsAUrl() {
    int code = run("explain", "--accept", "image/webp", "/demo/tr:w-400,h-300/shop.jpg");

    assertThat(code).isEqualTo(ExitCode.FINE);
    assertThat(out.toString())
        .contains("endpoint   demo (lenient)")
        .contains("source     shop.jpg")
        .contains("origins    samples")
        .contains("chain      v1 resize(cover,400,300,center) -> auto")
        .contains("automatic format may choose webp");
  }

  @ParameterizedTest
  @CsvSource({
    "f-png, 'png, as the URL says'",
    "f-orig, 'that of the source, as the URL says'",
    "f-thumbhash, 'thumbhash, a text, as the URL says'",
    "w-40, automatic format has no newer one",
  })
  void explainsTheFormat(String parameter, String words) {
    run("explain", "/demo/tr:" + parameter + "/shop.jpg");

    assertThat(out.toString()).contains("formats    " + words);
  }

  /** The headers are separated by a vertical bar. */
  @ParameterizedTest
  @CsvSource({
    "Sec-CH-Width: 640, 'w-auto,h-300', 'resize(cover,700,300,center)'",
    "width:640, 'w-auto,h-300', 'resize(cover,700,300,center)'",
    "Sec-CH-Width: wide, 'w-auto,h-300', 'resize(cover,auto,300,center)'",
    "Sec-CH-DPR: 2, 'w-300,dpr-auto', 'resize(cover,300,auto,dpr=2,center)'",
    "DPR: 3|Sec-CH-DPR: 2, 'w-300,dpr-auto', 'resize(cover,300,auto,dpr=2,center)'",
    "'Accept: text/html|accept: image/avif,image/webp', f-auto, 'choose avif, else webp'",
    "X-Empty:, f-auto, no newer one"
  })
  void explainsWhatHeadersChange(String headers, String chain, String words) {
    List<String> arguments = new ArrayList<>(List.of("explain", "/demo/tr:" + chain + "/shop.jpg"));
    for (String header : headers.split("\\|", -1)) {
      arguments.addAll(List.of("--header", header));
    }

    assertThat(run(arguments.toArray(String[]::new))).isEqualTo(ExitCode.FINE);
    assertThat(out.toString()).contains(words);
  }

  @Test
  void explainsWhatSavingDataChanges() throws IOException {
    Path file =
        write(
            """
            origins: { o: { type: web-server, baseUrl: "https://www.example.com" } }
            endpoints: { shop: { origins: [o], dataSaver: true } }
            """);

    run("explain", "--config", file.toString(), "--header", "Save-Data: on", "/shop/a.jpg");

    assertThat(out.toString()).contains("quality    60");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Accept", ": image/webp", "", "A b: c"})
  void callsWhatIsNoHeaderWrongUsage(String header) {
    assertThat(run("explain", "--header", header, "/demo/shop.jpg")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("--header takes 'Name: value'");
  }

  @Test
  void readsTheHostOfAnAbsoluteUrl() throws IOException {
    Path file =
        write(
            """
            origins: { o: { type: web-server, baseUrl: "https://www.example.com" } }
            endpoints: { shop: { path: /shop, hosts: [images.example.com], origins: [o] } }
            """);

    int code =
        run(
            "explain",
            "--config",
            file.toString(),
            "HTTPS://user@Images.Example.com:8443/cat.jpg?v=2#top");

    assertThat(code).isEqualTo(ExitCode.FINE);
    assertThat(out.toString()).contains("endpoint   shop", "source     cat.jpg?v=2\n");
  }

  @Test
  void explainsWhatIsIgnoredAsJson() {
    int code = run("explain", "--json", "http://localhost:8080/demo/tr:w-400,e-upscale/shop.jpg");

    assertThat(code).isEqualTo(ExitCode.FINDINGS);
    JsonObject explained = new JsonObject(out.toString());
    assertThat(explained.getString("endpoint")).isEqualTo("demo");
    assertThat(explained.getJsonArray("ignored").getJsonObject(0).getString("parameter"))
        .isEqualTo("e-upscale");
  }

  @Test
  void saysWhyAUrlIsRefused() {
    assertThat(run("explain", "/nowhere/shop.jpg")).isEqualTo(ExitCode.FINDINGS);
    assertThat(run("explain", "/demo/tr:n-nobody/shop.jpg")).isEqualTo(ExitCode.FINDINGS);
    assertThat(out.toString())
        .contains("refused    No URL endpoint is configured")
        .contains("no transformation named 'nobody'");
  }

  @Test
  void asksForHealth() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/health/ready",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    String url = "http://localhost:" + server.getAddress().getPort();
    try {
      assertThat(run("health", "--url", url)).isEqualTo(ExitCode.FINE);
      assertThat(run("health", "--url", url + "/x/")).isEqualTo(ExitCode.FINE);
    } finally {
      server.stop(0);
    }
    assertThat(run("health", "--url", url)).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void tellsVersions() {
    assertThat(run("--version")).isEqualTo(ExitCode.FINE);
    assertThat(out.toString()).isEqualTo("Tintype (not packaged)\n");
    assertThat(run("version")).isEqualTo(ExitCode.FINE);
    assertThat(out.toString()).contains("Java 25").contains("Vert.x 5.").contains("libvips 8.x");
  }

  @Test
  void greetsWithUrlsToClick() {
    starter = (_, _) -> Future.succeededFuture(running());

    assertThat(run("serve")).isEqualTo(ExitCode.FINE);
    assertThat(out.toString())
        .contains("http://localhost:18080/demo/tr:w-400,h-300/shop.jpg")
        .contains("http://127.0.0.1:19090/metrics");
  }

  @Test
  void greetsOnlyWithUrlsThatAreHonoured() {
    starter = (_, _) -> Future.succeededFuture(running());
    run("serve");
    String[] lines = out.toString().split("\n", -1);

    for (String line : lines) {
      if (line.contains("/demo/") && line.contains(".")) {
        String url = line.strip().split(" ", 2)[0];
        if (!url.endsWith("/")) {
          assertThat(run("explain", url)).as(url).isEqualTo(ExitCode.FINE);
          String name = url.substring(url.lastIndexOf('/') + 1);
          assertThat(Path.of("conf/samples", name)).isRegularFile();
        }
      }
    }
  }

  @Test
  void saysWhyItCannotStart() {
    assertThat(run("serve")).isEqualTo(ExitCode.FINDINGS);
    assertThat(err.toString()).isEqualTo("The gateway cannot start: the port is taken\n");
  }

  @Test
  void doesNotStartWithABadConfiguration() throws IOException {
    Path file = write("colours: 3");

    assertThat(run("serve", "--config", file.toString())).isEqualTo(ExitCode.FINDINGS);
    assertThat(err.toString()).contains("colours: unknown key");
  }

  private static Wiring.Running running() {
    return new Wiring.Running(18080, 19090, Future.succeededFuture(), Future::succeededFuture);
  }

  private Path write(String yaml) throws IOException {
    return Files.writeString(directory.resolve("my.yaml"), yaml);
  }

  private int run(String... arguments) {
    Console console =
        new Console(
            environment, Path.of("").toAbsolutePath(), new PrintWriter(out), new PrintWriter(err));
    Wiring wiring = new Wiring(Vertx::vertx, starter, () -> "8.x");
    return TintypeCommand.run(console, wiring, arguments);
  }
}
