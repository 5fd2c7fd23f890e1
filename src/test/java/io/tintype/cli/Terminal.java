package io.tintype.cli;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs commands that start no gateway, and keeps what they print. */
final class Terminal {
  private static final Wiring WIRING =
      new Wiring(
          Vertx::vertx,
          (_, _) -> Future.failedFuture(new IOException("nothing is started")),
          () -> "none");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** Everything on standard output so far. */
  StringWriter out() {
    return out;
  }

  /** Everything on standard error so far. */
  StringWriter err() {
    return err;
  }

  /** Runs a command; its exit code. */
  int run(List<String> command, String... more) {
    Console console =
        new Console(Map.of(), Path.of("."), new PrintWriter(out), new PrintWriter(err));
    return TintypeCommand.run(
        console, WIRING, Stream.concat(command.stream(), Stream.of(more)).toArray(String[]::new));
  }
}
