package io.tintype.bytes;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.util.internal.PlatformDependent;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.impl.HttpClientConnection;
import io.vertx.core.internal.buffer.BufferInternal;
import io.vertx.core.net.impl.VertxConnection;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.function.Supplier;

/**
 * The border between our native bytes and the buffers of Netty and Vert.x; but for {@link
 * ArrivalBuffers} no other class knows theirs. Blocks come out of Netty's pool, which is allowed as
 * much as {@code io.netty.maxDirectMemory} says.
 */
public final class NettyBuffers {
  private static final int PAGE_BYTES = 8192;

  /**
   * Chunks of 16 MiB, which hold several sources each. In Netty's usual ones of 4 MiB a photograph
   * is alone, so that every source would have memory of its own cleared, and given back.
   */
  private static final int PAGES_ORDER = 11;

  /** One arena: blocks are few and large, and its free room is to serve all threads. */
  private static final PooledByteBufAllocator BLOCKS =
      new PooledByteBufAllocator(true, 0, 1, PAGE_BYTES, PAGES_ORDER, 0, 0, false);

  private static final ArrivalBuffers ARRIVALS = new ArrivalBuffers();

  private NettyBuffers() {}

  /**
   * Lets a new connection of a client read into native memory: what arrives on it is handed out
   * without a copy on the heap, and is to be {@linkplain #release released}. A JVM that does not
   * let Netty use {@code sun.misc.Unsafe}, as the launcher does, copies.
   */
  public static void readNatively(HttpConnection connection) {
    if (PlatformDependent.hasUnsafe() && connection instanceof HttpClientConnection client) {
      client.channelHandlerContext().channel().config().setAllocator(ARRIVALS);
    }
  }

  /**
   * Closes a connection without waiting until everything has been written, which is for ever where
   * the other end does not read.
   */
  public static void drop(HttpConnection connection) {
    if (connection instanceof VertxConnection open) {
      var _ = open.channelHandlerContext().close();
    }
  }

  /** Lets go of a chunk that arrived, whose bytes nobody looks at any more; once. */
  public static void release(Buffer chunk) {
    ByteBuf bytes = ((BufferInternal) chunk).unwrap();
    if (bytes.alloc() == ARRIVALS) {
      bytes.release();
    }
  }

  /** Copies bytes from the heap into native memory. */
  public static ImageBytes copyOf(byte[] bytes) {
    Block block = Block.allocate(bytes.length, bytes.length);
    block.bytes.writeBytes(bytes);
    return block.seal();
  }

  /** Copies pieces of memory into native memory, one behind the other; fewer than 2 GiB. */
  public static ImageBytes join(List<MemorySegment> pieces) {
    int size = Math.toIntExact(pieces.stream().mapToLong(MemorySegment::byteSize).sum());
    Block block = Block.allocate(size, size);
    pieces.forEach(piece -> block.bytes.writeBytes(piece.asByteBuffer()));
    return block.seal();
  }

  /**
   * Shows native bytes as a buffer, without a copy. The caller keeps a reference on the bytes until
   * nobody reads the buffer any more: after a response, until its {@code end} has completed.
   */
  public static Buffer view(ImageBytes bytes) {
    return bytes.view(NettyBuffers::views);
  }

  /** Views whose release releases nothing: the memory has owners of its own. */
  private static Supplier<Buffer> views(MemorySegment memory) {
    ByteBuf whole = Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(memory.asByteBuffer()));
    return () -> BufferInternal.buffer(whole.duplicate());
  }

  /** A native block that is still being filled. */
  static final class Block {
    private final ByteBuf bytes;

    private Block(ByteBuf bytes) {
      this.bytes = bytes;
    }

    /**
     * Takes a block out of the pool.
     *
     * @throws FaultException with {@link Fault.Overloaded} if the process has no native memory left
     */
    static Block allocate(int capacity, int max) {
      try {
        return new Block(BLOCKS.directBuffer(capacity, max));
      } catch (OutOfMemoryError _) {
        throw overloaded();
      }
    }

    /** Reads the first bytes of a file, as many of them as it has. */
    static ImageBytes read(FileChannel file, int size) throws IOException {
      Block block = allocate(size, size);
      try {
        int got = 0;
        for (int at = 0; at < size && got >= 0; at += Math.max(0, got)) {
          got = block.bytes.writeBytes(file, at, size - at);
        }
        return block.seal();
      } catch (IOException | RuntimeException broken) {
        block.free();
        throw broken;
      }
    }

    int size() {
      return bytes.writerIndex();
    }

    int capacity() {
      return bytes.capacity();
    }

    /** Makes the block larger or smaller; what is written stays. */
    void resize(int capacity) {
      try {
        bytes.capacity(capacity);
      } catch (OutOfMemoryError _) {
        throw overloaded();
      }
    }

    /** Appends without growing: there must be room. The chunk is released. */
    void append(Buffer chunk) {
      // A chunk of Vert.x hands out a view of its own, whose reader index we may move.
      bytes.writeBytes(((BufferInternal) chunk).getByteBuf());
      release(chunk);
    }

    void free() {
      bytes.release();
    }

    /** Hands the block over; it must not be touched through this object any more. */
    ImageBytes seal() {
      int size = size();
      long address = MemorySegment.ofBuffer(bytes.internalNioBuffer(0, bytes.capacity())).address();
      return ImageBytes.owning(address, size, bytes::release);
    }

    private static FaultException overloaded() {
      return new FaultException(new Fault.Overloaded("native memory"));
    }
  }
}
