package io.tintype.cli;

import io.tintype.LoadedConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/**
 * The parts of the gateway commands use.
 *
 * @param vertx makes one; a command that needs it closes it
 * @param starter starts the gateway
 * @param libvipsVersion asks the native library; may throw if it cannot be loaded
 */
public record Wiring(Supplier<Vertx> vertx, Starter starter, Supplier<String> libvipsVersion) {

  /** Starts the gateway on a Vert.x of its own, which it closes when it ends. */
  public interface Starter {
    Future<Running> start(Vertx vertx, LoadedConfig loaded);
  }

  /**
   * A gateway that serves.
   *
   * @param deliveryPort where it really listens
   * @param managementPort where it really listens
   * @param ended completes when it has been drained and closed
   * @param drain drains and closes it
   */
  public record Running(
      int deliveryPort, int managementPort, Future<Void> ended, Supplier<Future<Void>> drain) {}
}
