package io.tintype.bus;

import io.tintype.telemetry.MetricsSnapshot;
import io.tintype.telemetry.Recorder;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Brings what the recorders of all event loops have counted to whoever asks. Each recorder has an
 * address of its own. A recorder that does not answer in time, or no longer exists, contributes
 * what it said last, so that no count ever falls.
 */
public final class Measurements {
  private static final String ADDRESS = "tintype.metrics.";
  private static final long PATIENCE_MILLIS = 2_000;

  private final AtomicInteger offered = new AtomicInteger();
  private final Map<String, MetricsSnapshot> latest = new ConcurrentHashMap<>();

  /** Lets a recorder be asked; to be called on the context of the verticle that owns it. */
  public Future<Void> offer(Vertx vertx, Recorder recorder) {
    String address = ADDRESS + offered.incrementAndGet();
    latest.put(address, MetricsSnapshot.EMPTY);
    return vertx
        .eventBus()
        .<Ask>localConsumer(address, message -> message.reply(recorder.snapshot()))
        .completion();
  }

  /** The sum of all recorders. Never fails. */
  public Future<MetricsSnapshot> collect(Vertx vertx) {
    List<Future<MetricsSnapshot>> answers = new ArrayList<>();
    for (String address : latest.keySet()) {
      answers.add(ask(vertx, address));
    }
    return Future.all(answers)
        .map(
            all ->
                all.<MetricsSnapshot>list().stream()
                    .reduce(MetricsSnapshot.EMPTY, MetricsSnapshot::plus));
  }

  private Future<MetricsSnapshot> ask(Vertx vertx, String address) {
    DeliveryOptions options =
        new DeliveryOptions().setLocalOnly(true).setSendTimeout(PATIENCE_MILLIS);
    return vertx
        .eventBus()
        .<MetricsSnapshot>request(address, new Ask(), options)
        .map(Message::body)
        .onSuccess(snapshot -> latest.put(address, snapshot))
        .otherwise(_ -> latest.getOrDefault(address, MetricsSnapshot.EMPTY));
  }

  /** Asks one recorder for everything it has counted. */
  record Ask() {}
}
