package io.tintype.render;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Takes a PNG that we have written apart (W3C PNG, "Chunk layout"). */
final class PngChunks {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int NAME = Integer.BYTES;
  private static final int DATA = NAME + Integer.BYTES;
  private static final int CHECK = Integer.BYTES;
  private static final ValueLayout.OfInt LENGTH =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

  private PngChunks() {}

  /**
   * One chunk, as a view of the file.
   *
   * @param whole with length, name and checksum
   */
  record Chunk(String type, MemorySegment whole) {
    MemorySegment data() {
      return whole.asSlice(DATA, whole.byteSize() - DATA - CHECK);
    }
  }

  /** What every PNG begins with. */
  static MemorySegment signature() {
    return MemorySegment.ofArray(SIGNATURE).asReadOnly();
  }

  /** All chunks, the header first. */
  static List<Chunk> of(MemorySegment png) {
    List<Chunk> chunks = new ArrayList<>();
    long at = SIGNATURE.length;
    while (at < png.byteSize()) {
      long size = DATA + Integer.toUnsignedLong(png.get(LENGTH, at)) + CHECK;
      byte[] name = png.asSlice(at + NAME, Integer.BYTES).toArray(ValueLayout.JAVA_BYTE);
      String type = new String(name, StandardCharsets.US_ASCII);
      chunks.add(new Chunk(type, png.asSlice(at, size)));
      at += size;
    }
    return chunks;
  }
}
