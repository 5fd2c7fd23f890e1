package io.tintype.fetch;

import io.tintype.bytes.ByteBudget;
import io.tintype.bytes.ImageBytes;
import io.tintype.bytes.NativeWriter;
import io.tintype.bytes.NettyBuffers;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads one source whole into native memory, within its own limit and the budget of the process.
 * Closing it gives everything back that has not been handed over.
 */
final class MemoryIntake implements AutoCloseable {
  private final Context context =
      Objects.requireNonNull(Vertx.currentContext(), "not on an event loop");
  private final ByteBudget budget;
  private final ByteBudget share;
  private final long maxBytes;
  private final Promise<ImageBytes> whole = Promise.promise();
  private @Nullable NativeWriter writer;
  private long reserved;
  private long shared;

  /**
   * Creates an intake for one source.
   *
   * @param budget what all sources in memory together may take
   * @param share what those of one origin may take while they arrive
   * @param maxBytes what this one may take
   */
  MemoryIntake(ByteBudget budget, ByteBudget share, long maxBytes) {
    this.budget = budget;
    this.share = share;
    this.maxBytes = Math.min(maxBytes, Integer.MAX_VALUE);
  }

  /**
   * Reads to the end.
   *
   * @return the bytes, owned by the caller; fails with what the stream says, or with {@link
   *     FaultException} if the source is too large or the process has no room
   */
  Future<ImageBytes> read(OptionalLong declared, ReadStream<Buffer> stream) {
    if (whole.future().isComplete()) {
      return whole.future();
    }
    try {
      if (declared.orElse(0) > maxBytes) {
        throw tooLarge();
      }
      requireRoomFor(declared.orElse(0));
      writer = NativeWriter.open(declared.orElse(-1), maxBytes);
    } catch (FaultException refused) {
      fail(refused);
      return whole.future();
    }
    stream.exceptionHandler(this::fail);
    stream.handler(this::append);
    stream.endHandler(_ -> finish());
    stream.resume();
    return whole.future();
  }

  @Override
  public void close() {
    if (context.equals(Vertx.currentContext())) {
      fail(new FaultException(new Fault.ClientGone()));
    } else {
      context.runOnContext(_ -> fail(new FaultException(new Fault.ClientGone())));
    }
  }

  private void append(Buffer chunk) {
    NativeWriter open = writer;
    if (open == null) {
      NettyBuffers.release(chunk);
      return;
    }
    try {
      long needed = (long) open.size() + chunk.length();
      if (needed > maxBytes) {
        throw tooLarge();
      }
      reserve(needed - reserved);
      open.append(chunk);
    } catch (FaultException refused) {
      fail(refused);
    }
  }

  /**
   * What is declared is only a claim: it is refused if there is no room for it, and paid for as it
   * arrives, so that slow origins hold no memory with what they promise.
   */
  private void requireRoomFor(long declared) {
    budget.reserve(declared);
    budget.release(declared);
  }

  private void reserve(long more) {
    if (more > 0) {
      takeShare(more);
      budget.reserve(more);
      reserved += more;
    }
  }

  /** One source may take more than the share if it is the only one. */
  private void takeShare(long more) {
    if (share.tryReserve(more)) {
      shared += more;
    } else if (share.used() > shared) {
      throw new FaultException(new Fault.Overloaded("share of an origin"));
    }
  }

  private void giveShareBack() {
    share.release(shared);
    shared = 0;
  }

  private void finish() {
    NativeWriter open = writer;
    if (open == null) {
      return;
    }
    writer = null;
    ImageBytes bytes = open.finish();
    long held = reserved;
    giveShareBack();
    whole.complete(
        ImageBytes.owning(
            bytes.address(),
            bytes.size(),
            () -> {
              bytes.close();
              budget.release(held);
            }));
  }

  /** Gives back first: whoever hears of the failure may rely on it. */
  private void fail(Throwable failure) {
    if (whole.future().isComplete()) {
      return;
    }
    if (writer != null) {
      writer.close();
      writer = null;
    }
    giveShareBack();
    budget.release(reserved);
    whole.tryFail(failure);
  }

  private FaultException tooLarge() {
    return new FaultException(
        new Fault.LimitExceeded(
            "sourceBytes", "The source is larger than the %d bytes allowed.".formatted(maxBytes)));
  }
}
