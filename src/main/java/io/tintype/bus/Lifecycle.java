package io.tintype.bus;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;

/** What all verticles are told about the life of the process. */
public final class Lifecycle {
  private static final String ADDRESS = "tintype.lifecycle";

  private Lifecycle() {}

  /** Tells everybody that the process is about to end: no new work should be sent here. */
  public static void drain(Vertx vertx) {
    vertx.eventBus().publish(ADDRESS, new Draining(), new DeliveryOptions().setLocalOnly(true));
  }

  /** Runs an action on the calling verticle's context when the process is about to end. */
  public static Future<Void> onDraining(Vertx vertx, Runnable action) {
    return vertx.eventBus().<Draining>localConsumer(ADDRESS, _ -> action.run()).completion();
  }

  /** The failure to open a port, in words of the configuration. */
  public static <T> Future<T> cannotListen(
      String section, String host, int port, Throwable failure) {
    return Future.failedFuture(
        new IllegalStateException(
            "%s.port %d on %s cannot be opened: %s"
                .formatted(section, port, host, failure.getMessage()),
            failure));
  }

  /** The process is about to end. */
  record Draining() {}
}
