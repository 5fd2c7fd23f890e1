package io.tintype.bytes;

import io.netty.buffer.AbstractByteBufAllocator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.buffer.UnpooledUnsafeDirectByteBuf;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Direct buffers that connections to origins read into. Vert.x copies what comes out of one of
 * Netty's own pools to the heap, and shows everything else as it is; so this is a pool of ours. It
 * keeps the buffer that was released last, which is still in the processor's cache, for the next
 * read. A buffer that nobody releases, because its stream was given up, goes with the garbage.
 */
final class ArrivalBuffers extends AbstractByteBufAllocator {
  /** What one read takes at most. */
  private static final int BUFFER_BYTES = 64 * 1024;

  /** More than are read at once; 2 MiB. */
  private static final int MOST_KEPT = 32;

  private static final UnpooledByteBufAllocator OTHERS = UnpooledByteBufAllocator.DEFAULT;

  private final Deque<ByteBuffer> kept = new ArrayDeque<>();

  ArrivalBuffers() {
    super(true);
  }

  @Override
  protected ByteBuf newHeapBuffer(int initialCapacity, int maxCapacity) {
    return OTHERS.heapBuffer(initialCapacity, maxCapacity);
  }

  @Override
  protected ByteBuf newDirectBuffer(int initialCapacity, int maxCapacity) {
    if (initialCapacity > BUFFER_BYTES || maxCapacity < BUFFER_BYTES) {
      return OTHERS.directBuffer(initialCapacity, maxCapacity);
    }
    ByteBuffer memory = take();
    return new Arrival(
        this, memory == null ? ByteBuffer.allocateDirect(BUFFER_BYTES) : memory, maxCapacity);
  }

  @Override
  public boolean isDirectBufferPooled() {
    return true;
  }

  /** How many buffers wait for their next use. */
  int waiting() {
    synchronized (kept) {
      return kept.size();
    }
  }

  private @Nullable ByteBuffer take() {
    synchronized (kept) {
      return kept.pollFirst();
    }
  }

  private void give(ByteBuffer memory) {
    synchronized (kept) {
      if (kept.size() < MOST_KEPT) {
        kept.addFirst(memory);
      }
    }
  }

  /** One buffer between a read and its release. */
  private static final class Arrival extends UnpooledUnsafeDirectByteBuf {
    private final ArrivalBuffers pool;
    private final ByteBuffer memory;

    Arrival(ArrivalBuffers pool, ByteBuffer memory, int maxCapacity) {
      super(pool, memory, maxCapacity);
      this.pool = pool;
      this.memory = memory;
      clear();
    }

    @Override
    protected void deallocate() {
      super.deallocate();
      pool.give(memory.clear());
    }
  }
}
