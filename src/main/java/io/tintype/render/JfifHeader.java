package io.tintype.render;

import io.tintype.bytes.ImageBytes;
import io.tintype.bytes.NettyBuffers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * States the density of a JPEG (JFIF 1.02). libvips leaves the header out where it is told to keep
 * no metadata, and counts by centimetres otherwise.
 */
final class JfifHeader {
  /** Marker, length, name, version, unit, two densities, size of a thumbnail. */
  private static final int SIZE = 18;

  private static final int START_SIZE = 2;
  private static final short MARKER = (short) 0xffe0;
  private static final short VERSION = 0x0102;
  private static final byte PER_INCH = 1;
  private static final byte[] NAME = "JFIF\0".getBytes(StandardCharsets.US_ASCII);

  private JfifHeader() {}

  /**
   * The same JPEG with its density, in place of the one that is given, which is closed.
   *
   * @param density dots per inch, 1 to 65535
   */
  static ImageBytes stating(int density, ImageBytes jpeg) {
    ByteBuffer old = jpeg.memory().asByteBuffer();
    int from = old.getShort(START_SIZE) == MARKER ? START_SIZE + SIZE : START_SIZE;
    ByteBuffer dense =
        ByteBuffer.allocate(old.capacity() - from + START_SIZE + SIZE)
            .put(old.slice(0, START_SIZE))
            .putShort(MARKER)
            .putShort((short) (SIZE - Short.BYTES))
            .put(NAME)
            .putShort(VERSION)
            .put(PER_INCH)
            .putShort((short) density)
            .putShort((short) density)
            .putShort((short) 0)
            .put(old.slice(from, old.capacity() - from));
    ImageBytes stated = NettyBuffers.copyOf(dense.array());
    jpeg.close();
    return stated;
  }
}
