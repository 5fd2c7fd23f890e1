package io.tintype.origin;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/** A paused stream without any bytes: it ends when it is first asked for some. */
final class EmptyStream implements ReadStream<Buffer> {
  private @Nullable Handler<Void> end;
  private boolean ended;
  private boolean wanted;

  @Override
  public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
    return this;
  }

  @Override
  public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
    return this;
  }

  @Override
  public ReadStream<Buffer> pause() {
    wanted = false;
    return this;
  }

  @Override
  public ReadStream<Buffer> resume() {
    return fetch(Long.MAX_VALUE);
  }

  @Override
  public ReadStream<Buffer> fetch(long amount) {
    wanted = true;
    finish();
    return this;
  }

  @Override
  public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
    end = handler;
    finish();
    return this;
  }

  private void finish() {
    Handler<Void> listener = end;
    if (wanted && !ended && listener != null) {
      ended = true;
      listener.handle(null);
    }
  }
}
