package io.tintype.bus;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import java.util.function.Function;

/**
 * A typed request/reply address of the local event bus. Every request is answered exactly once: by
 * the stage, or by its deadline.
 *
 * @param <Q> what is asked
 * @param <R> what is replied; failures are {@link FaultException}s
 */
public final class Stage<Q extends StageMessage, R> {
  /** The stage notices an expired deadline by itself; the bus only steps in if it does not. */
  private static final long GRACE_MILLIS = 250;

  private final String address;

  Stage(String address) {
    this.address = address;
  }

  /** Asks the stage; to be called on a verticle's context. */
  public Future<R> request(Vertx vertx, Q message) {
    if (message.deadline().expired()) {
      return Future.failedFuture(new FaultException(new Fault.DeadlineExceeded(address)));
    }
    DeliveryOptions options =
        new DeliveryOptions()
            .setLocalOnly(true)
            .setSendTimeout(message.deadline().remainingMillis() + GRACE_MILLIS);
    return vertx
        .eventBus()
        .<R>request(address, message, options)
        .map(Message::body)
        .recover(
            failure ->
                Future.failedFuture(new FaultException(StageFailure.faultOf(address, failure))));
  }

  /** Serves on the calling verticle's context. The handler's future may complete on any thread. */
  public Future<Void> serve(Vertx vertx, Function<Q, Future<R>> handler) {
    return vertx
        .eventBus()
        .<Q>localConsumer(address, message -> answer(message, handler))
        .completion();
  }

  private void answer(Message<Q> message, Function<Q, Future<R>> handler) {
    Q request = message.body();
    Future<R> result;
    try {
      result = handler.apply(request);
    } catch (RuntimeException | Error bug) {
      result = Future.failedFuture(bug);
    }
    result
        .onSuccess(message::reply)
        .onFailure(
            failure -> message.reply(StageFailure.of(address, request.requestId(), failure)));
  }
}
