package io.tintype;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import io.tintype.settings.GatewayConfig;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

class LogSetupTest {
  @Test
  void writesKeysAndValuesOnOneLineOfText() {
    String line =
        logged(
            new GatewayConfig.Log(GatewayConfig.Log.Format.TEXT, true),
            log -> log.atInfo().addKeyValue("source", "a\nb").log("two\r\nlines"));

    assertThat(line).endsWith(" two lines source=\"a b\"\n").contains("INFO  access ");
  }

  /** Nobody can write a line, a key or a colour into the log. */
  @Test
  void writesNothingThatLooksLikeSomethingElse() {
    String line =
        logged(
            new GatewayConfig.Log(GatewayConfig.Log.Format.TEXT, true),
            log ->
                log.atInfo()
                    .addKeyValue("path", "/a\" status=\"200\u2028x\u0000\u001b[31my\\")
                    .log("request"));

    assertThat(line).endsWith("path=\"/a\\\" status=\\\"200 x [31my\\\\\"\n");
  }

  @Test
  void writesJson() {
    String line =
        logged(
            new GatewayConfig.Log(GatewayConfig.Log.Format.JSON, true),
            log -> log.atInfo().addKeyValue("status", 200).log("GET"));

    JsonObject json = new JsonObject(line);
    assertThat(json.getString("level")).isEqualTo("INFO");
    assertThat(json.getString("formattedMessage")).isEqualTo("GET");
    assertThat(json.getJsonArray("kvpList").getJsonObject(0).getMap()).containsKey("status");
  }

  @Test
  void switchesTheAccessLogOff() {
    String line =
        logged(
            new GatewayConfig.Log(GatewayConfig.Log.Format.TEXT, false),
            log -> log.info("a request"));

    assertThat(line).isEmpty();
  }

  @Test
  void keepsItsQueueUntilTheFormatChanges() {
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    LogSetup setup = new LogSetup(context);
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);

    setup.serve(new GatewayConfig.Log(GatewayConfig.Log.Format.TEXT, true));
    var first = root.iteratorForAppenders().next();
    setup.serve(new GatewayConfig.Log(GatewayConfig.Log.Format.TEXT, false));
    assertThat(root.iteratorForAppenders()).toIterable().containsExactly(first);
    assertThat(context.getLogger(LogSetup.ACCESS_LOGGER).isInfoEnabled()).isFalse();

    setup.serve(new GatewayConfig.Log(GatewayConfig.Log.Format.JSON, true));
    assertThat(root.iteratorForAppenders()).toIterable().hasSize(1).doesNotContain(first);
    assertThat(first.isStarted()).isFalse();
    context.stop();
  }

  /** What a logger context of its own writes to standard output. */
  private static String logged(GatewayConfig.Log config, Consumer<Logger> use) {
    PrintStream stdout = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      LoggerContext context = new LoggerContext();
      context.setMDCAdapter(new LogbackMDCAdapter());
      context.start();
      new LogSetup(context).serve(config);
      use.accept(context.getLogger(LogSetup.ACCESS_LOGGER));
      context.stop();
    } finally {
      System.setOut(stdout);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
