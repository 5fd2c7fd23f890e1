package io.tintype.fetch;

import io.tintype.bytes.NettyBuffers;
import io.tintype.origin.OriginFailure;
import io.tintype.origin.SourceBody;
import io.tintype.origin.SourceInfo;
import io.tintype.sniff.Sniffer;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The body of a source whose first bytes have been looked at and are handed out again. It counts
 * what arrives, and fails if the origin breaks off or stalls. Its handlers run on the fetch stage's
 * context; it may be paused and resumed from any thread.
 */
final class HeadedStream implements ReadStream<Buffer> {
  /** Of a body that is handed on, in bytes; slower origins keep connections for nothing. */
  private static final long LEAST_PER_SECOND = 1024;

  private final Context context;
  private final SourceInfo info;
  private final SourceBody body;
  private final LongConsumer counted;
  private final Promise<byte[]> head = Promise.promise();
  private final Deque<Buffer> waiting = new ArrayDeque<>();
  private @Nullable Handler<Buffer> handler;
  private @Nullable Handler<Void> endHandler;
  private @Nullable Handler<Throwable> exceptionHandler;
  private @Nullable Throwable failure;
  private long arrived;
  private long seenByWatch = -1;
  private long demand;
  private boolean sourceEnded;
  private boolean over;

  private HeadedStream(Context context, SourceInfo info, SourceBody body, LongConsumer counted) {
    this.context = context;
    this.info = info;
    this.body = body;
    this.counted = counted;
  }

  /**
   * Takes a body over and starts to read its head.
   *
   * @param counted told how many bytes each chunk has
   */
  static HeadedStream of(SourceInfo info, SourceBody body, LongConsumer counted) {
    Context context = Objects.requireNonNull(Vertx.currentContext(), "not on an event loop");
    HeadedStream headed = new HeadedStream(context, info, body, counted);
    body.stream()
        .exceptionHandler(headed::broken)
        .handler(headed::arrived)
        .endHandler(_ -> headed.sourceEnded());
    body.stream().resume();
    return headed;
  }

  /** The first bytes, as many as tell the format; fails with {@link OriginFailure}. */
  Future<byte[]> head() {
    return head.future();
  }

  /**
   * Fails the stream when it is wanted all the time, and next to nothing arrives for so long (up to
   * twice that).
   */
  void failIfStalledFor(Duration limit) {
    long least = Math.max(1, limit.toSeconds() * LEAST_PER_SECOND);
    long timer =
        context
            .owner()
            .setPeriodic(
                Math.max(1, limit.toMillis()),
                id -> {
                  if (over) {
                    context.owner().cancelTimer(id);
                  } else if (isTooSlow(least)) {
                    context.owner().cancelTimer(id);
                    broken(OriginFailure.timeout("the body stalled"));
                    body.close();
                  }
                  seenByWatch = demand > 0 ? arrived : -1;
                });
    if (over) {
      context.owner().cancelTimer(timer);
    }
  }

  /** Whoever pauses meanwhile is slow himself. */
  private boolean isTooSlow(long least) {
    return demand > 0 && waiting.isEmpty() && seenByWatch >= 0 && arrived - seenByWatch < least;
  }

  /** This stream as a body; letting go of it lets go of the origin's. */
  SourceBody asBody() {
    return new SourceBody(
        this,
        () -> {
          body.close();
          onContext(
              () -> {
                over = true;
                dropWaiting();
              });
        });
  }

  @Override
  public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> next) {
    return onContext(() -> exceptionHandler = next);
  }

  @Override
  public ReadStream<Buffer> handler(@Nullable Handler<Buffer> next) {
    return onContext(() -> handler = next);
  }

  @Override
  public ReadStream<Buffer> endHandler(@Nullable Handler<Void> next) {
    return onContext(() -> endHandler = next);
  }

  @Override
  public ReadStream<Buffer> pause() {
    return onContext(
        () -> {
          demand = 0;
          seenByWatch = -1;
          body.stream().pause();
        });
  }

  @Override
  public ReadStream<Buffer> resume() {
    return fetch(Long.MAX_VALUE);
  }

  @Override
  public ReadStream<Buffer> fetch(long amount) {
    return onContext(
        () -> {
          demand = demand + amount < 0 ? Long.MAX_VALUE : demand + amount;
          deliver();
        });
  }

  private void arrived(Buffer chunk) {
    arrived += chunk.length();
    counted.accept(chunk.length());
    if (over) {
      NettyBuffers.release(chunk);
      return;
    }
    waiting.add(chunk);
    if (head.future().isComplete()) {
      deliver();
    } else if (arrived >= Sniffer.ENOUGH) {
      body.stream().pause();
      head.complete(firstBytes());
      deliver();
    }
  }

  private void sourceEnded() {
    boolean whole = info.length().isEmpty() || info.length().getAsLong() == arrived;
    if (!whole) {
      broken(OriginFailure.unavailable("the body ended early"));
      return;
    }
    sourceEnded = true;
    head.tryComplete(firstBytes());
    deliver();
  }

  private void broken(Throwable cause) {
    if (failure != null || sourceEnded) {
      return;
    }
    Throwable known =
        cause instanceof OriginFailure
            ? cause
            : OriginFailure.unavailable("the body broke off: " + cause.getMessage());
    failure = known;
    head.tryFail(known);
    deliver();
  }

  private byte[] firstBytes() {
    Buffer first = Buffer.buffer(Sniffer.ENOUGH);
    for (Buffer chunk : waiting) {
      first.appendBuffer(chunk, 0, Math.min(chunk.length(), Sniffer.ENOUGH - first.length()));
    }
    return first.getBytes();
  }

  private void dropWaiting() {
    waiting.forEach(NettyBuffers::release);
    waiting.clear();
  }

  private void deliver() {
    while (!over && demand > 0 && !waiting.isEmpty()) {
      Buffer chunk = waiting.remove();
      if (demand != Long.MAX_VALUE) {
        demand--;
      }
      if (handler != null) {
        handler.handle(chunk);
      }
    }
    if (over || !waiting.isEmpty()) {
      return;
    }
    if (failure != null) {
      over = true;
      if (exceptionHandler != null) {
        exceptionHandler.handle(failure);
      }
    } else if (sourceEnded && demand > 0) {
      over = true;
      if (endHandler != null) {
        endHandler.handle(null);
      }
    } else if (demand > 0) {
      body.stream().resume();
    } else {
      body.stream().pause();
    }
  }

  private ReadStream<Buffer> onContext(Runnable change) {
    if (context.equals(Vertx.currentContext())) {
      change.run();
    } else {
      context.runOnContext(_ -> change.run());
    }
    return this;
  }
}
