package io.tintype.testing;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** A stream that breaks after a number of chunks. */
final class FailingStream implements ReadStream<Buffer> {
  private final Context context;
  private int left;
  private Handler<Throwable> failed;
  private Handler<Buffer> arrived;

  FailingStream(Context context, int chunks) {
    this.context = context;
    this.left = chunks;
  }

  @Override
  public ReadStream<Buffer> exceptionHandler(Handler<Throwable> handler) {
    failed = handler;
    return this;
  }

  @Override
  public ReadStream<Buffer> handler(Handler<Buffer> handler) {
    arrived = handler;
    return this;
  }

  @Override
  public ReadStream<Buffer> pause() {
    return this;
  }

  @Override
  public ReadStream<Buffer> resume() {
    return fetch(Long.MAX_VALUE);
  }

  @Override
  public ReadStream<Buffer> fetch(long amount) {
    context.runOnContext(_ -> next());
    return this;
  }

  @Override
  public ReadStream<Buffer> endHandler(Handler<Void> endHandler) {
    return this;
  }

  private void next() {
    if (left-- > 0) {
      arrived.handle(Buffer.buffer("chunk"));
    } else {
      failed.handle(new IllegalStateException("connection reset by the origin"));
    }
  }
}
