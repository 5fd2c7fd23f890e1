package io.tintype.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tintype.bench.load.Wrk;
import io.tintype.testing.FreePorts;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the benchmark runs; what it measures in a second means nothing. */
class BenchIT {
  private static final Path HOME = Path.of("").toAbsolutePath();

  private final StringWriter printed = new StringWriter();

  @TempDir Path directory;

  private int run(String... arguments) {
    return Bench.run(new PrintWriter(printed, true), HOME, arguments);
  }

  @Test
  void printsTablesAndWritesJson() throws IOException {
    needsWrk();
    Path json = directory.resolve("out.json");

    int code =
        run(
            "--smoke",
            "--bars",
            "4",
            "--ports",
            String.valueOf(FreePorts.one()),
            "--json",
            json.toString());

    assertThat(code).isIn(0, 1);
    assertThat(printed.toString())
        .contains("## Bar 4: hits", "| figure | target | measured | verdict | remark |")
        .contains("| Tintype, 304 |");
    JsonArray bars = new JsonObject(Files.readString(json)).getJsonArray("bars");
    assertThat(bars).hasSize(1);
    assertThat(bars.getJsonObject(0).getJsonArray("findings")).isNotEmpty();
    assertThat(bars.getJsonObject(0).getJsonArray("tables")).isNotEmpty();
  }

  @Test
  void refusesBarsThereAreNot() {
    assertThat(run("--bars", "17")).isEqualTo(2);
  }

  private static void needsWrk() {
    String advice = "wrk is missing; on Debian: apt-get install wrk nginx";
    if (!Wrk.isInstalled() && "true".equals(System.getenv("CI"))) {
      throw new AssertionError(advice);
    }
    assumeTrue(Wrk.isInstalled(), advice);
  }
}
