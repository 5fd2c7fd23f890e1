package io.tintype.origin;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/**
 * The bytes of a source while they arrive. The stream is handed over paused, on the context of the
 * fetch stage; whoever has it reads it to its end or closes it.
 *
 * @param stream paused
 * @param cancel lets go of the connection or file; harmless after the end of the stream, and when
 *     called more than once
 */
public record SourceBody(ReadStream<Buffer> stream, Runnable cancel) implements AutoCloseable {
  /** No bytes at all. */
  public static SourceBody empty() {
    return new SourceBody(new EmptyStream(), () -> {});
  }

  @Override
  public void close() {
    cancel.run();
  }
}
