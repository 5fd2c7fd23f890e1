package io.tintype.fetch;

import io.tintype.bus.FetchRequest;
import io.tintype.bus.FetchRequest.Mode;
import io.tintype.bus.Fetched;
import io.tintype.bus.Measurements;
import io.tintype.bus.Pipeline;
import io.tintype.bytes.ByteBudget;
import io.tintype.config.Live;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.origin.AddressRules;
import io.tintype.origin.Expiry;
import io.tintype.origin.FetchQuery;
import io.tintype.origin.OriginChain;
import io.tintype.origin.OriginChain.Result;
import io.tintype.origin.OriginSettings;
import io.tintype.origin.Standings;
import io.tintype.origin.Validators;
import io.tintype.origin.Verdict;
import io.tintype.telemetry.Recorder;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The stage that reads sources. Deploy one on every event loop: each has its own connections, so
 * that chunks never change threads.
 */
public final class FetchVerticle extends VerticleBase {
  private final Live<OriginSettings> settings;
  private final AddressRules allow;
  private final Standings standings;
  private final ByteBudget budget;
  private final Measurements measurements;
  private final Recorder recorder = new Recorder();
  private final AttemptReport report;
  private @Nullable Network network;
  private @Nullable OriginSet origins;

  /**
   * Creates the stage.
   *
   * @param settings the origins; replaced ones are closed after their last use
   * @param allow addresses that may be connected to besides public ones
   * @param standings what the process knows of origins
   * @param budget of the whole process for sources in memory; given back when their bytes close
   * @param measurements where the instance's recorder is offered
   */
  public FetchVerticle(
      Live<OriginSettings> settings,
      AddressRules allow,
      Standings standings,
      ByteBudget budget,
      Measurements measurements) {
    this.settings = settings;
    this.allow = allow;
    this.standings = standings;
    this.budget = budget;
    this.measurements = measurements;
    this.report = new AttemptReport(recorder);
  }

  @Override
  public Future<?> start() {
    network = new Network(vertx, allow);
    return measurements
        .offer(vertx, recorder)
        .compose(_ -> Pipeline.FETCH.serve(vertx, this::fetch));
  }

  @Override
  public Future<?> stop() {
    if (origins != null) {
      origins.replace();
    }
    return network == null ? Future.succeededFuture() : network.close();
  }

  private Future<Fetched> fetch(FetchRequest request) {
    OriginSet used = currentOrigins();
    OriginChain<Fetched> chain =
        new OriginChain<>(
            used.use(request.preference(), request.source()),
            question(request),
            new Asking(request, report),
            new SourceReceiver(request, budget, report::bytesFrom),
            new Expiry(request.deadline().nanoTime()));
    return chain
        .walk()
        .onComplete(_ -> used.release())
        .map(result -> answer(result, request, used));
  }

  private OriginSet currentOrigins() {
    OriginSettings current = settings.current();
    if (origins != null && origins.isOf(current)) {
      return origins;
    }
    Network connections = network;
    if (connections == null) {
      throw new IllegalStateException("not started");
    }
    OriginSet next =
        new OriginSet(current, standings, config -> connections.origin(config, report));
    if (origins != null) {
      origins.replace();
    }
    origins = next;
    return next;
  }

  /** An image that will be decoded is needed whole, whatever range the client asked for. */
  private static FetchQuery question(FetchRequest request) {
    return new FetchQuery(
        request.source(),
        Validators.NONE,
        request.mode() == Mode.STREAM ? request.range() : "",
        request.mode() == Mode.HEAD,
        0,
        request.publicHost(),
        Duration.ZERO);
  }

  private static Fetched answer(Result<Fetched> result, FetchRequest request, OriginSet used) {
    return switch (result) {
      case Result.Received<Fetched> received -> withCanonical(received.received(), request, used);
      case Result.Unchanged<Fetched> same ->
          new Fetched.Unchanged(
              same.origin(), used.withCanonical(same.info(), same.origin(), request.source()));
      case Result.Failed<Fetched> failed ->
          throw new FaultException(
              request.scope().isClosed() ? new Fault.ClientGone() : Verdict.of(failed.attempts()));
    };
  }

  private static Fetched withCanonical(Fetched fetched, FetchRequest request, OriginSet used) {
    var info = used.withCanonical(fetched.info(), fetched.origin(), request.source());
    return switch (fetched) {
      case Fetched.Whole whole ->
          new Fetched.Whole(whole.origin(), info, whole.bytes(), whole.format());
      case Fetched.File file -> new Fetched.File(file.origin(), info, file.bytes());
      case Fetched.Streaming streaming ->
          new Fetched.Streaming(streaming.origin(), info, streaming.body(), streaming.format());
      case Fetched.Unchanged same -> new Fetched.Unchanged(same.origin(), info);
    };
  }
}
