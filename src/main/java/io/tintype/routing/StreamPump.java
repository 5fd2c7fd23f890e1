package io.tintype.routing;

import io.tintype.bytes.NettyBuffers;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.streams.ReadStream;
import java.util.function.LongConsumer;

/**
 * Moves a stream of another event loop into a response, at the speed of the slower side. A Vert.x
 * pipe looks at the write queue on the source's thread and can miss the moment when it drains; here
 * everything but the arrival of a chunk happens on the context of the response, and each chunk that
 * has been written allows one more to come.
 */
final class StreamPump {
  /** Chunks on their way between the event loops at most. */
  private static final int WINDOW = 4;

  private final ReadStream<Buffer> source;
  private final HttpServerResponse response;
  private final SendingPace pace;
  private final Context context;
  private final Promise<Void> ended = Promise.promise();
  private long written;
  private int owed;

  StreamPump(
      ReadStream<Buffer> source, HttpServerResponse response, SendingPace pace, Context context) {
    this.source = source;
    this.response = response;
    this.pace = pace;
    this.context = context;
  }

  /** Moves everything; completes when the response has been written, fails when a side broke. */
  Future<Void> run(LongConsumer counted) {
    source.exceptionHandler(failure -> context.runOnContext(_ -> broken(failure)));
    source.endHandler(_ -> context.runOnContext(_ -> end()));
    source.handler(chunk -> context.runOnContext(_ -> write(chunk)));
    source.fetch(WINDOW);
    return ended.future().andThen((_, _) -> counted.accept(written));
  }

  private void write(Buffer chunk) {
    if (response.closed() || ended.future().isComplete()) {
      NettyBuffers.release(chunk);
      return;
    }
    int length = chunk.length();
    written += length;
    pace.wrote(length, System.nanoTime());
    response
        .write(chunk)
        .onComplete(
            _ -> {
              pace.took(length, System.nanoTime());
              NettyBuffers.release(chunk);
            });
    if (!response.writeQueueFull()) {
      source.fetch(1);
      return;
    }
    if (owed++ == 0) {
      response.drainHandler(_ -> drained());
    }
  }

  private void drained() {
    int more = owed;
    owed = 0;
    if (more > 0) {
      source.fetch(more);
    }
  }

  private void end() {
    if (!ended.future().isComplete()) {
      response.end().onComplete(ended);
    }
  }

  private void broken(Throwable failure) {
    ended.tryFail(failure);
  }
}
