package io.tintype.bytes;

import io.tintype.fault.FaultException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The content of a file in one native block, of which a part may be handed over. */
public final class FileBlock implements AutoCloseable {
  private final ImageBytes whole;

  private FileBlock(ImageBytes whole) {
    this.whole = whole;
  }

  /**
   * Reads the first bytes of a file. Blocks.
   *
   * @param size number of bytes; fewer are read if the file has fewer
   * @throws FaultException with {@link io.tintype.fault.Fault.Overloaded} if the process has no
   *     native memory left
   */
  public static FileBlock read(FileChannel file, int size) throws IOException {
    return new FileBlock(NettyBuffers.Block.read(file, size));
  }

  /** What was read, from its first to its last byte; valid until this is closed. */
  public ByteBuffer content() {
    return whole.memory().asByteBuffer();
  }

  /** The bytes of a part, which stay when this is closed; the caller owns the only reference. */
  public ImageBytes handOver(int offset, int size) {
    if (offset < 0 || size < 0 || size > whole.size() - offset) {
      throw new IllegalArgumentException(offset + " + " + size + " of " + whole.size());
    }
    if (!whole.tryRetain()) {
      throw new IllegalStateException("closed already");
    }
    return ImageBytes.owning(whole.address() + offset, size, whole::close);
  }

  @Override
  public void close() {
    whole.close();
  }
}
