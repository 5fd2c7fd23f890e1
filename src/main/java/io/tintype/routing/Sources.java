package io.tintype.routing;

import io.tintype.bus.Deadline;
import io.tintype.bus.FetchRequest;
import io.tintype.bus.FetchRequest.Known;
import io.tintype.bus.FetchRequest.Mode;
import io.tintype.bus.Fetched;
import io.tintype.bus.Pipeline;
import io.tintype.bytes.RequestScope;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.sniff.Sniffer;
import io.tintype.telemetry.Metric;
import io.tintype.telemetry.Recorder;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** Asks the fetch stage, and remembers what is worth remembering about a source. */
final class Sources {
  private final Vertx vertx;
  private final SharedState state;
  private final Recorder recorder;

  Sources(Vertx vertx, SharedState state, Recorder recorder) {
    this.vertx = vertx;
    this.state = state;
    this.recorder = recorder;
  }

  /** On whose account a source is read, and by when. */
  record Account(RequestScope scope, Deadline deadline, String requestId) {}

  Future<Fetched> fetch(Delivery delivery, Account account, Known known, Mode mode) {
    EndpointConfig config = delivery.endpoint().config();
    FetchRequest request =
        new FetchRequest(
            account.scope(),
            account.deadline().orAfter(config.limits().fetchTime()),
            account.requestId(),
            delivery.request().source(),
            config.origins(),
            known,
            mode,
            mode == Mode.STREAM ? delivery.range() : "",
            delivery.host(),
            config.limits().sourceBytes());
    long started = System.nanoTime();
    return Pipeline.FETCH
        .request(vertx, request)
        .andThen(
            (_, _) -> recorder.time(Metric.STAGE_DURATION, System.nanoTime() - started, "origin"))
        .onSuccess(fetched -> learn(delivery, fetched, mode))
        .onFailure(failure -> learn(delivery, failure));
  }

  private void learn(Delivery delivery, Fetched fetched, Mode mode) {
    if (mode == Mode.DECODE
        && fetched instanceof Fetched.Streaming streaming
        && streaming.format().filter(Sniffer::decodable).isEmpty()) {
      state.passThroughs().remember(delivery.sourceKey());
    }
  }

  private void learn(Delivery delivery, Throwable failure) {
    if (FaultException.faultOf(failure) instanceof Fault.SourceNotFound) {
      state
          .absent()
          .remember(delivery.sourceKey(), delivery.endpoint().config().freshness().negative());
    }
  }
}
