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
import io.tintype.model.SourceRef;
import io.tintype.origin.OriginConfig;
import io.tintype.origin.OriginId;
import io.tintype.sniff.Sniffer;
import io.tintype.telemetry.Metric;
import io.tintype.telemetry.Recorder;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;

/** Asks the fetch stage, and remembers what is worth remembering about a source. */
final class Sources {
  /** Largest file that is no picture, in bytes: fonts for Chinese take about this much. */
  private static final long FILE_BYTES = 10 << 20;

  private final Vertx vertx;
  private final SharedState state;
  private final Recorder recorder;

  Sources(Vertx vertx, SharedState state, Recorder recorder) {
    this.vertx = vertx;
    this.state = state;
    this.recorder = recorder;
  }

  /** On whose account a source is read, and by when. */
  record Account(RequestScope scope, Deadline deadline, String requestId) {
    /** The same request, but what is read belongs to another scope. */
    Account on(RequestScope other) {
      return new Account(other, deadline, requestId);
    }
  }

  /** What is to be read, and how. */
  record Wanted(SourceRef source, Known known, Mode mode) {
    /** The same, by somebody who has another state of it. */
    Wanted knowing(Known other) {
      return new Wanted(source, other, mode);
    }
  }

  Future<Fetched> fetch(Delivery delivery, Account account, Wanted wanted) {
    long started = System.nanoTime();
    return Pipeline.FETCH
        .request(vertx, request(delivery, account, wanted))
        .andThen(
            (_, _) -> recorder.time(Metric.STAGE_DURATION, System.nanoTime() - started, "origin"))
        .onSuccess(fetched -> learn(delivery, wanted, fetched))
        .onFailure(failure -> learn(delivery, wanted, failure));
  }

  /** Whether no origin had the source a moment ago. */
  boolean isAbsent(Delivery delivery, SourceRef source) {
    boolean absent = state.absent().knows(delivery.keyOf(source));
    if (absent) {
      recorder.count(Metric.CACHE_REQUESTS, "negative", "hit");
    }
    return absent;
  }

  /** Counts what became of a need. */
  void count(Supply supply) {
    String result =
        switch (supply) {
          case Supply.Brought _ -> "found";
          case Supply.Same _ -> "not_modified";
          case Supply.Missing _ -> "missing";
        };
    recorder.count(Metric.INGREDIENTS, supply.need().kind().label(), result);
  }

  private static FetchRequest request(Delivery delivery, Account account, Wanted wanted) {
    EndpointConfig config = delivery.endpoint().config();
    return new FetchRequest(
        account.scope(),
        account.deadline().orAfter(config.limits().fetchTime()),
        account.requestId(),
        wanted.source(),
        origins(config, wanted.source()),
        wanted.known(),
        wanted.mode(),
        wanted.mode() == Mode.STREAM ? delivery.range() : "",
        delivery.host(),
        wanted.mode() == Mode.FILE ? FILE_BYTES : config.limits().sourceBytes());
  }

  private static List<OriginId> origins(EndpointConfig config, SourceRef source) {
    return source instanceof SourceRef.Vendor
        ? config.rewriter().flatMap(Rewriter::oldVendor).stream()
            .map(OriginConfig.WebServer::id)
            .toList()
        : config.origins();
  }

  private void learn(Delivery delivery, Wanted wanted, Fetched fetched) {
    if ((wanted.mode() == Mode.DECODE || wanted.mode() == Mode.DRAW)
        && fetched instanceof Fetched.Streaming streaming
        && streaming.format().filter(Sniffer::decodable).isEmpty()) {
      state.passThroughs().remember(delivery.keyOf(wanted.source()));
    }
  }

  private void learn(Delivery delivery, Wanted wanted, Throwable failure) {
    if (FaultException.faultOf(failure) instanceof Fault.SourceNotFound) {
      state
          .absent()
          .remember(
              delivery.keyOf(wanted.source()), delivery.endpoint().config().freshness().negative());
    }
  }
}
