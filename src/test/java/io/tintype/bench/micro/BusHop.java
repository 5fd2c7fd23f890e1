package io.tintype.bench.micro;

import io.tintype.bus.Deadline;
import io.tintype.bus.FetchRequest;
import io.tintype.bus.Fetched;
import io.tintype.bus.Pipeline;
import io.tintype.bytes.RequestScope;
import io.tintype.model.SourceRef;
import io.tintype.origin.OriginId;
import io.tintype.origin.SourceInfo;
import io.tintype.origin.Validators;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A question to a stage on another event loop, and its answer. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class BusHop {
  private static final int HOPS = 1000;
  private static final Fetched ANSWER =
      new Fetched.Unchanged(
          new OriginId("web"),
          new SourceInfo(
              "", OptionalLong.empty(), Validators.NONE, "", "", false, Optional.empty()));

  private final Vertx vertx = Vertx.vertx();
  private final Asking asking = new Asking();

  /** A stage that knows its answer. */
  private static final class Answering extends VerticleBase {
    @Override
    public Future<?> start() {
      return Pipeline.FETCH.serve(vertx, _ -> Future.succeededFuture(ANSWER));
    }
  }

  /** Asks on a loop of its own. */
  private static final class Asking extends VerticleBase {
    Future<Void> hops() {
      Promise<Void> done = Promise.promise();
      context.runOnContext(_ -> hop(HOPS, done));
      return done.future();
    }

    private void hop(int left, Promise<Void> done) {
      if (left == 0) {
        done.complete();
        return;
      }
      Pipeline.FETCH
          .request(vertx, request())
          .onSuccess(_ -> hop(left - 1, done))
          .onFailure(done::fail);
    }

    private static FetchRequest request() {
      return new FetchRequest(
          new RequestScope(),
          Deadline.after(Duration.ofSeconds(10)),
          "id",
          new SourceRef.Named("shoes.jpg", ""),
          List.of(),
          FetchRequest.Known.NOTHING,
          FetchRequest.Mode.HEAD,
          "",
          "",
          1);
    }
  }

  @Setup
  public void deploy() {
    Pipeline.register(vertx);
    vertx.deployVerticle(new Answering()).await();
    vertx.deployVerticle(asking).await();
  }

  @TearDown
  public void close() {
    vertx.close().await();
  }

  @Benchmark
  @OperationsPerInvocation(HOPS)
  public Object requestAndReply() {
    return asking.hops().await();
  }
}
