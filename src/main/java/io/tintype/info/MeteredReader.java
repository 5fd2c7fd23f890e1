package io.tintype.info;

import com.drew.lang.ByteArrayReader;
import java.io.IOException;

/**
 * Reads a block of bytes, but not for ever: entries of a hostile block all point at the same bytes,
 * so that reading them takes far more than the block has.
 */
final class MeteredReader extends ByteArrayReader {
  /** An honest block is read about once. */
  private static final int TIMES = 4;

  private long left;

  /**
   * Creates a reader.
   *
   * @param start where the block begins
   */
  MeteredReader(byte[] bytes, int start) {
    super(bytes, start);
    this.left = (long) TIMES * bytes.length;
  }

  @Override
  public byte getByte(int index) throws IOException {
    spend(1);
    return super.getByte(index);
  }

  @Override
  public byte[] getBytes(int index, int count) throws IOException {
    spend(count);
    return super.getBytes(index, count);
  }

  private void spend(int bytes) throws IOException {
    left -= Math.max(0, bytes);
    if (left < 0) {
      throw new IOException("the block is read more often than an honest one needs");
    }
  }
}
