package io.tintype.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.Gateway;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What the start cache is made from: a gateway that serves the bundled samples to itself. */
class TrainCommandIT {
  /** Each path twice, of which one is there for being missed; metrics and health. */
  private static final int ANSWERS_OF_A_ROUND = 2 * 15 + 2;

  @Test
  void servesEveryKindOfPictureToItself() throws IOException {
    StringWriter out = new StringWriter();
    Console console =
        new Console(
            Map.of(), Path.of("").toAbsolutePath(), new PrintWriter(out), new PrintWriter(out));
    Path libvips = Path.of(System.getProperty("tintype.native"));
    AtomicReference<Gateway> started = new AtomicReference<>();
    Wiring wiring =
        new Wiring(
            Gateway::newVertx,
            (vertx, loaded) ->
                Gateway.start(vertx, loaded, libvips)
                    .map(
                        gateway -> {
                          started.set(gateway);
                          return new Wiring.Running(
                              gateway.deliveryPort(),
                              gateway.managementPort(),
                              Future.succeededFuture(),
                              gateway::drain);
                        }),
            () -> "8.x");

    int code = new TrainCommand(console, wiring, 1).call();

    assertThat(code).isEqualTo(ExitCode.FINE);
    assertThat(started.get()).isNotNull();
    assertThat(out.toString().strip()).endsWith(ANSWERS_OF_A_ROUND + " answers seen");
  }
}
