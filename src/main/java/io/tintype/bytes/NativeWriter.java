package io.tintype.bytes;

import io.tintype.fault.FaultException;
import io.vertx.core.buffer.Buffer;

/**
 * Collects the chunks of one source in one native block that grows as needed. Confined to one
 * thread at a time. Either {@link #finish} or {@link #close} gives the memory away; closing after
 * finishing does nothing.
 */
public final class NativeWriter implements AutoCloseable {
  /**
   * Where a source of unknown length starts; larger than most thumbnails, small for photographs.
   */
  private static final int UNDECLARED = 64 * 1024;

  /** Where a longer one starts that is only promised, and by how much it grows. */
  private static final int PROMISED = 256 * 1024;

  private static final long GROWTH = 4;

  /** A block with more than an eighth unused is cut to size: sources may be kept for a while. */
  private static final int SLACK_SHARE = 8;

  private final int max;
  private final long declared;
  private final NettyBuffers.Block block;
  private boolean done;

  private NativeWriter(int max, long declared, NettyBuffers.Block block) {
    this.max = max;
    this.declared = declared;
    this.block = block;
  }

  /**
   * Starts an empty block.
   *
   * @param declared number of bytes that are said to come; less than 0 = not known. Only a promise:
   *     more or fewer may come, and memory is taken as they come
   * @param max most bytes that are taken, at most {@link Integer#MAX_VALUE}
   * @throws FaultException with {@link io.tintype.fault.Fault.Overloaded} if the process has no
   *     native memory left
   */
  public static NativeWriter open(long declared, long max) {
    int most = Math.toIntExact(max);
    int first =
        Math.clamp(
            declared < 0 ? UNDECLARED : Math.min(declared, PROMISED), Math.min(1, most), most);
    return new NativeWriter(most, declared, NettyBuffers.Block.allocate(first, most));
  }

  /**
   * Appends a chunk, if the whole of it fits.
   *
   * @return false if the source is larger than the most that is taken; nothing is appended then,
   *     and the writer should be closed
   * @throws FaultException with {@link io.tintype.fault.Fault.Overloaded} if the process has no
   *     native memory left
   */
  public boolean append(Buffer chunk) {
    requireOpen();
    long needed = (long) block.size() + chunk.length();
    if (needed > max) {
      return false;
    }
    if (needed > block.capacity()) {
      block.resize((int) Math.min(max, grown(needed)));
    }
    block.append(chunk);
    return true;
  }

  /** A promised size is reached in few steps, and not passed unless more comes. */
  private long grown(long needed) {
    return needed <= declared
        ? Math.min(declared, Math.max(needed, GROWTH * block.capacity()))
        : Math.max(needed, 2L * block.capacity());
  }

  /** Number of bytes appended so far. */
  public int size() {
    requireOpen();
    return block.size();
  }

  /** Hands over what was appended; the caller owns the only reference. */
  public ImageBytes finish() {
    requireOpen();
    int size = block.size();
    if (block.capacity() - size > block.capacity() / SLACK_SHARE) {
      block.resize(size);
    }
    done = true;
    return block.seal();
  }

  @Override
  public void close() {
    if (!done) {
      done = true;
      block.free();
    }
  }

  private void requireOpen() {
    if (done) {
      throw new IllegalStateException("the bytes have been handed over or given back");
    }
  }
}
