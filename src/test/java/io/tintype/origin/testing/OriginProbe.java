package io.tintype.origin.testing;

import io.tintype.origin.FetchOutcome;
import io.tintype.origin.FetchOutcome.Found;
import io.tintype.origin.FetchQuery;
import io.tintype.origin.Origin;
import io.tintype.origin.SourceBody;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Asks origins on one event loop, and waits for what they say. */
public final class OriginProbe {
  private static final int PATIENCE_SECONDS = 10;

  private final Context context;

  public OriginProbe(Vertx vertx) {
    this.context = vertx.getOrCreateContext();
  }

  /** An outcome, and the bytes that came with it. */
  public record Reply(FetchOutcome outcome, Buffer body) {
    public String text() {
      return body.toString();
    }
  }

  public Reply ask(Origin origin, FetchQuery query) {
    return on(() -> origin.fetch(query).compose(OriginProbe::withBody));
  }

  /** Runs on the event loop; the result's failure is thrown. */
  public <T> T on(Supplier<Future<T>> work) {
    Promise<T> result = Promise.promise();
    context.runOnContext(
        _ -> {
          try {
            work.get().onComplete(result);
          } catch (RuntimeException | Error thrown) {
            result.fail(thrown);
          }
        });
    try {
      return result
          .future()
          .toCompletionStage()
          .toCompletableFuture()
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (java.util.concurrent.ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(failed);
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Reads a body to its end, on the event loop. */
  public static Future<Buffer> read(SourceBody body) {
    Promise<Buffer> whole = Promise.promise();
    Buffer collected = Buffer.buffer();
    body.stream()
        .exceptionHandler(whole::tryFail)
        .handler(collected::appendBuffer)
        .endHandler(_ -> whole.tryComplete(collected));
    body.stream().resume();
    return whole.future().onComplete(_ -> body.close());
  }

  private static Future<Reply> withBody(FetchOutcome outcome) {
    return outcome instanceof Found found
        ? read(found.body()).map(body -> new Reply(outcome, body))
        : Future.succeededFuture(new Reply(outcome, Buffer.buffer()));
  }
}
