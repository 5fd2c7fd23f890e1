package io.tintype.cli;

import io.tintype.Gateway;
import io.tintype.LoadedConfig;
import io.tintype.LogSetup;
import io.tintype.cli.Wiring.Running;
import io.tintype.vips.Vips;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Where the process begins: reads its surroundings, and gives them to the command line. */
public final class Main {
  /** Directory of the installation; the launcher sets it. */
  private static final String HOME = "tintype.home";

  /** Where libvips is, if it is not where the build puts it. */
  private static final String LIBVIPS = "tintype.native";

  /** A little less than what a container is given to end, with time for the log. */
  private static final long DRAIN_SECONDS = 22;

  private Main() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] arguments) {
    LogSetup.ofProcess().quiet();
    Path home = Path.of(System.getProperty(HOME, "")).toAbsolutePath();
    Console console =
        new Console(
            System.getenv(),
            home,
            new PrintWriter(System.out, false, StandardCharsets.UTF_8),
            new PrintWriter(System.err, false, StandardCharsets.UTF_8));
    int code = TintypeCommand.run(console, wiring(libvips(home)), arguments);
    LogSetup.ofProcess().finish();
    System.exit(code);
  }

  private static Wiring wiring(Path libvips) {
    return new Wiring(
        Gateway::newVertx,
        (vertx, loaded) -> start(vertx, loaded, libvips),
        () -> Vips.open(libvips).version());
  }

  private static Path libvips(Path home) {
    String chosen = System.getProperty(LIBVIPS);
    return chosen == null ? home.resolve("target/native/node_modules") : Path.of(chosen);
  }

  private static Future<Running> start(Vertx vertx, LoadedConfig loaded, Path libvips) {
    return Gateway.start(vertx, loaded, libvips)
        .map(
            gateway -> {
              Promise<Void> ended = Promise.promise();
              Runtime.getRuntime().addShutdownHook(new Thread(() -> drain(gateway, ended)));
              return new Running(
                  gateway.deliveryPort(), gateway.managementPort(), ended.future(), gateway::drain);
            });
  }

  /**
   * Runs while the process is told to end, and ends it: with a code that says whether all who had
   * asked were answered, where the JVM would only repeat the signal.
   */
  private static void drain(Gateway gateway, Promise<Void> ended) {
    if (gateway.isDrained()) {
      return; // The command that has done so says how it went.
    }
    CountDownLatch drained = new CountDownLatch(1);
    gateway.leave().onComplete(_ -> drained.countDown());
    boolean inTime = false;
    try {
      inTime = drained.await(DRAIN_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    LogSetup.ofProcess().finish();
    ended.tryComplete();
    Runtime.getRuntime().halt(inTime ? ExitCode.FINE : ExitCode.FINDINGS);
  }
}
