package io.tintype.sniff;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Documents packed with gzip, as SVG often is; never unpacked further than is said. */
public final class Packed {
  private static final int MASK = 0xff;
  private static final int CHUNK = 1 << 16;

  /** How much larger the room for what comes gets at a time. */
  private static final int GROWTH = 4;

  private Packed() {}

  /** Whether a file begins like one. */
  public static boolean is(MemorySegment file) {
    return file.byteSize() > 2 && is(u8(file, 0), u8(file, 1));
  }

  /** Whether these are the first two bytes of one (RFC 1952, section 2.3.1). */
  static boolean is(int first, int second) {
    return (first | second << Byte.SIZE) == GZIPInputStream.GZIP_MAGIC;
  }

  /** The first bytes of what is packed; fewer where the file is damaged or cut off. */
  static byte[] beginning(MemorySegment file, int most) {
    byte[] beginning = new byte[most];
    int got = 0;
    try (InputStream content = new GZIPInputStream(new SegmentStream(file))) {
      int more = 0;
      while (more >= 0 && got < most) {
        got += more;
        more = content.read(beginning, got, most - got);
      }
    } catch (IOException _) {
      return Arrays.copyOf(beginning, got);
    }
    return Arrays.copyOf(beginning, got);
  }

  /**
   * Unpacks.
   *
   * @param most bytes that may come out
   * @param arena of the result
   * @return empty if that is not enough
   * @throws IOException if the file is damaged or cut off
   */
  public static Optional<MemorySegment> content(MemorySegment file, long most, Arena arena)
      throws IOException {
    byte[] chunk = new byte[CHUNK];
    MemorySegment room = arena.allocate(CHUNK);
    long got = 0;
    try (InputStream content = new GZIPInputStream(new SegmentStream(file), CHUNK)) {
      for (int more = content.read(chunk); more >= 0; more = content.read(chunk)) {
        if (got + more > most) {
          return Optional.empty();
        }
        if (got + more > room.byteSize()) {
          MemorySegment larger = arena.allocate(room.byteSize() * GROWTH);
          MemorySegment.copy(room, 0, larger, 0, got);
          room = larger;
        }
        MemorySegment.copy(chunk, 0, room, ValueLayout.JAVA_BYTE, got, more);
        got += more;
      }
    }
    return Optional.of(room.asSlice(0, got));
  }

  private static int u8(MemorySegment file, long at) {
    return file.get(ValueLayout.JAVA_BYTE, at) & MASK;
  }

  /** Reads memory from its beginning to its end. */
  private static final class SegmentStream extends InputStream {
    private final MemorySegment memory;
    private long at;

    SegmentStream(MemorySegment memory) {
      this.memory = memory;
    }

    @Override
    public int read() {
      return at == memory.byteSize() ? -1 : u8(memory, at++);
    }

    @Override
    public int read(byte[] into, int from, int most) {
      if (at == memory.byteSize()) {
        return -1;
      }
      int count = (int) Math.min(most, memory.byteSize() - at);
      MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, at, into, from, count);
      at += count;
      return count;
    }
  }
}
