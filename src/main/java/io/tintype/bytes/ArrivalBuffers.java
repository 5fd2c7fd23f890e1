package io.tintype.bytes;

import io.netty.buffer.AbstractByteBufAllocator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.buffer.UnpooledUnsafeDirectByteBuf;
import io.netty.util.internal.CleanableDirectBuffer;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Direct buffers that connections to origins read into. Vert.x copies what comes out of one of
 * Netty's own pools to the heap, and shows everything else as it is; so this is a pool of ours. It
 * keeps the buffer that was released last, which is still in the processor's cache, for the next
 * read. All memory is the JVM's and none is counted by Netty: what nobody releases, because its
 * stream was given up, goes with the garbage, and leaves no trace in Netty's limit.
 */
final class ArrivalBuffers extends AbstractByteBufAllocator {
  /** What one read takes at most. */
  private static final int BUFFER_BYTES = 64 * 1024;

  /** More than are read at once; 2 MiB. */
  private static final int MOST_KEPT = 32;

  private final Deque<ByteBuffer> kept = new ArrayDeque<>();

  ArrivalBuffers() {
    super(true);
  }

  @Override
  protected ByteBuf newHeapBuffer(int initialCapacity, int maxCapacity) {
    return UnpooledByteBufAllocator.DEFAULT.heapBuffer(initialCapacity, maxCapacity);
  }

  @Override
  protected ByteBuf newDirectBuffer(int initialCapacity, int maxCapacity) {
    boolean usual = initialCapacity <= BUFFER_BYTES && maxCapacity >= BUFFER_BYTES;
    ByteBuffer memory = usual ? take() : ByteBuffer.allocateDirect(initialCapacity);
    return new Arrival(this, memory, maxCapacity);
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

  private ByteBuffer take() {
    ByteBuffer last;
    synchronized (kept) {
      last = kept.pollFirst();
    }
    return last == null ? ByteBuffer.allocateDirect(BUFFER_BYTES) : last;
  }

  private void give(ByteBuffer memory) {
    synchronized (kept) {
      if (memory.capacity() == BUFFER_BYTES && kept.size() < MOST_KEPT) {
        kept.addFirst(memory.clear());
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

    /** What it grows into. */
    @Override
    protected CleanableDirectBuffer allocateDirectBuffer(int capacity) {
      return new Collected(ByteBuffer.allocateDirect(capacity));
    }

    @Override
    protected void deallocate() {
      super.deallocate();
      pool.give(memory);
    }
  }

  /** Memory that goes with the garbage. */
  private record Collected(ByteBuffer buffer) implements CleanableDirectBuffer {
    @Override
    public void clean() {}
  }
}
