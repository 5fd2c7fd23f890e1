package io.tintype.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.LogSetup;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code sign}, and what {@code explain} says of its work. */
class SignCommandTest {
  private static final String KEY = "private_test_key_0001";

  @TempDir Path directory;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path config;

  @BeforeEach
  void write() throws IOException {
    config =
        Files.writeString(
            directory.resolve("my.yaml"),
            """
            origins: { files: { type: folder, path: "." } }
            endpoints:
              demo:
                origins: [files]
                hosts: [img.example.com]
                privatePaths: [/private]
                signing: { keys: [private_test_key_0001, older_key] }
              unsigned: { origins: [files] }
            """);
  }

  @AfterEach
  void quiet() {
    LogSetup.ofProcess().quiet();
  }

  @Test
  void printsTheSignedUrl() {
    String url = "https://ik.imagekit.io/demo/tr:w-400,h-300:rt-90/sample/testing-file.jpg?v=123";

    assertThat(run("sign", "--expires-at", "1735689600", url)).isEqualTo(ExitCode.FINE);
    assertThat(out.toString())
        .isEqualTo(url + "&ik-t=1735689600&ik-s=f3fee57a2e162c1ed9d24db7ff6caffbe610337c\n");
  }

  @Test
  void printsJsonToo() {
    String url = "/demo/tr:w-400,h-300:rt-90/sample/testing-file.jpg?v=123";

    assertThat(run("sign", "--json", url)).isEqualTo(ExitCode.FINE);
    assertThat(new JsonObject(out.toString()).getMap())
        .containsEntry("url", url + "&ik-s=e82e5b266085357058734b9775139a1dc4edb4f4")
        .containsEntry("endpoint", "demo")
        .containsEntry("expires", null)
        .containsEntry("message", "tr:w-400,h-300:rt-90/sample/testing-file.jpg?v=1239999999999")
        .containsEntry("signature", "e82e5b266085357058734b9775139a1dc4edb4f4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/demo/a.jpg",
        "/demo/private/my cat.jpg?tr=w-4,h-3",
        "https://img.example.com:8443/grün.jpg#top",
        "https://img.example.com/demo/a.jpg",
        "/demo/a.jpg?ik-t=1&ik-s=old&v=2",
      })
  void explainFindsItsSignaturesGood(String url) {
    for (String key : new String[] {"1", "2"}) {
      out.getBuffer().setLength(0);
      assertThat(run("sign", "--key", key, "--expires-in", "1h", url)).isEqualTo(ExitCode.FINE);
      String signed = out.toString().strip();
      out.getBuffer().setLength(0);

      assertThat(run("explain", signed)).as(signed).isEqualTo(ExitCode.FINE);
      assertThat(out.toString()).contains("signature  good until " + hourFromNow());
      assertThat(out.toString() + err).doesNotContain(KEY, "older_key");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/demo/a.jpg?ik-s=e82e5b266085357058734b9775139a1dc4edb4f4"
            + " | signature  matches none | message    a.jpg9999999999",
        "/demo/a.jpg?tr=w-4,h-3&ik-s=e82e5b266085357058734b9775139a1dc4edb4f4"
            + " | refused    The signature of this URL does not match."
            + " | message    a.jpg?tr=w-4%2Ch-39999999999",
        "/demo/a.jpg?ik-t=1735689600&ik-s=e82e5b266085357058734b9775139a1dc4edb4f4"
            + " | signature  expired at 2025-01-01T00:00:00Z | message    a.jpg1735689600",
        "/demo/a.jpg?ik-s=X | signature  malformed | refused    The signature",
        "/demo/private/a.jpg | chain | refused    This URL has to be signed.",
      })
  void explainSaysWhyNot(String url, String one, String other) {
    assertThat(run("explain", url)).isEqualTo(ExitCode.FINDINGS);
    assertThat(out.toString()).contains(one, other).doesNotContain(KEY, "older_key");
  }

  @Test
  void explainTellsMachinesToo() {
    run("explain", "--json", "/demo/a.jpg?ik-s=e82e5b266085357058734b9775139a1dc4edb4f4");

    JsonObject explained = new JsonObject(out.toString());
    assertThat(explained.getString("refused"))
        .isEqualTo("The signature of this URL does not match.");
    assertThat(explained.getJsonObject("signature").getString("state")).isEqualTo("wrong");
    assertThat(explained.getJsonObject("signature").getJsonArray("tried"))
        .containsExactly("a.jpg9999999999", "demo/a.jpg9999999999");
  }

  @Test
  void explainSaysThatNobodyChecks() {
    assertThat(run("explain", "/unsigned/a.jpg?ik-s=x")).isEqualTo(ExitCode.FINE);
    assertThat(out.toString()).contains("no key is configured, so it is not checked");
  }

  @Test
  void refusesWhatItCannotSign() {
    assertThat(run("sign", "/unsigned/a.jpg")).isEqualTo(ExitCode.FINDINGS);
    assertThat(run("sign", "/nowhere/a.jpg")).isEqualTo(ExitCode.FINDINGS);
    assertThat(err.toString())
        .isEqualTo(
            """
            The endpoint 'unsigned' has no signing.keys.
            No URL endpoint is configured for this host and path.
            """);
  }

  @Test
  void signsForAnotherEndpointThanTheOneThatAnswers() {
    String url = "https://cdn.example.com/sample/testing-file.jpg?v=123&tr=w-400,h-300:rt-90";

    assertThat(run("sign", "--endpoint", "demo", "--expires-at", "1735689600", url))
        .isEqualTo(ExitCode.FINE);
    assertThat(out.toString()).contains("ik-s=d9449713374f943f311397198fae7549c2c6adfd");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--expires-in soon",
        "--expires-in 999999999d",
        "--expires-at soon",
        "--expires-at 17356896000",
        "--expires-in 1h --expires-at 1735689600",
        "--endpoint nobody",
        "--key 3",
        "--key 0",
      })
  void callsNonsenseWrongUsage(String options) {
    List<String> arguments = new ArrayList<>(List.of("sign"));
    arguments.addAll(List.of(options.split(" ", -1)));
    arguments.add("/demo/a.jpg");

    assertThat(run(arguments.toArray(String[]::new))).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).isNotEmpty();
  }

  private static String hourFromNow() {
    return Instant.now().plusSeconds(3600).toString().substring(0, 13);
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(1, List.of("--config", config.toString()));
    Console console =
        new Console(
            Map.of(), Path.of("").toAbsolutePath(), new PrintWriter(out), new PrintWriter(err));
    Wiring wiring =
        new Wiring(
            Vertx::vertx, (_, _) -> Future.failedFuture(new IOException("no port")), () -> "8.x");
    return TintypeCommand.run(console, wiring, all.toArray(String[]::new));
  }
}
