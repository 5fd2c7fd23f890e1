package io.tintype.sniff;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;
import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.foreign.ValueLayout.OfInt;
import java.lang.foreign.ValueLayout.OfLong;
import java.lang.foreign.ValueLayout.OfShort;
import java.nio.charset.StandardCharsets;

/**
 * Reads unsigned numbers out of native or heap memory without copying it. Reading past the end, or
 * more often than any honest header needs, throws {@link IndexOutOfBoundsException}; {@link
 * Preflight} takes that as "not understood".
 */
final class View {
  /**
   * A GIF of 40 MiB takes about 400,000 reads; made-up files could ask for a hundred times more.
   */
  private static final int MOST_READS = 2_000_000;

  /** Hundreds of segments, boxes or entries take a thousand; this many, 0.2 ms. */
  private static final int FEWER_READS = 10_000;

  private static final int BYTE = 0xff;
  private static final int SHORT = 0xffff;
  private static final long INT = 0xffff_ffffL;
  private static final long EACH_BYTE = 0x0101_0101_0101_0101L;
  private static final long EACH_SIGN = 0x8080_8080_8080_8080L;

  // Constants, since the JIT makes one instruction of a read only if it knows the layout.
  private static final OfShort SHORT_BIG = JAVA_SHORT_UNALIGNED.withOrder(BIG_ENDIAN);
  private static final OfShort SHORT_LITTLE = JAVA_SHORT_UNALIGNED.withOrder(LITTLE_ENDIAN);
  private static final OfInt INT_BIG = JAVA_INT_UNALIGNED.withOrder(BIG_ENDIAN);
  private static final OfInt INT_LITTLE = JAVA_INT_UNALIGNED.withOrder(LITTLE_ENDIAN);
  private static final OfLong LONG_BIG = JAVA_LONG_UNALIGNED.withOrder(BIG_ENDIAN);
  private static final OfLong LONG_LITTLE = JAVA_LONG_UNALIGNED.withOrder(LITTLE_ENDIAN);

  private final MemorySegment bytes;
  private final boolean big;
  private final int most;
  private int reads;

  private View(MemorySegment bytes, boolean big, int most) {
    this.bytes = bytes;
    this.big = big;
    this.most = most;
  }

  static View bigEndian(MemorySegment bytes) {
    return new View(bytes, /* big= */ true, MOST_READS);
  }

  static View littleEndian(MemorySegment bytes) {
    return new View(bytes, /* big= */ false, MOST_READS);
  }

  /** The same, for a header that is short wherever a picture is honest. */
  View briefly() {
    return new View(bytes, big, FEWER_READS);
  }

  /** Whether it was the number of reads that ended reading. */
  boolean isTired() {
    return reads > most;
  }

  long size() {
    return bytes.byteSize();
  }

  boolean holds(long at, long length) {
    return at >= 0 && length >= 0 && at <= size() - length;
  }

  int u8(long at) {
    count();
    return bytes.get(ValueLayout.JAVA_BYTE, at) & BYTE;
  }

  int u16(long at) {
    count();
    return (big ? bytes.get(SHORT_BIG, at) : bytes.get(SHORT_LITTLE, at)) & SHORT;
  }

  int u24(long at) {
    return big ? u16(at) << 8 | u8(at + 2) : u16(at) | u8(at + 2) << 16;
  }

  long u32(long at) {
    count();
    return (big ? bytes.get(INT_BIG, at) : bytes.get(INT_LITTLE, at)) & INT;
  }

  /** Negative beyond 63 bits, which no bounds check lets through. */
  long u64(long at) {
    count();
    return big ? bytes.get(LONG_BIG, at) : bytes.get(LONG_LITTLE, at);
  }

  /** Whether these ASCII characters stand here; false past the end. */
  boolean says(long at, String text) {
    if (!holds(at, text.length())) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (u8(at + i) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Where this byte stands next, at or behind a place; -1 if it does not. */
  long find(int value, long from) {
    return find(value, from, size());
  }

  /** The same before another place. */
  private long find(int value, long from, long end) {
    long pattern = value * EACH_BYTE;
    long at = Math.max(0, from);
    for (; at <= end - Long.BYTES; at += Long.BYTES) {
      long differing = bytes.get(JAVA_LONG_UNALIGNED, at) ^ pattern;
      if (((differing - EACH_BYTE) & ~differing & EACH_SIGN) != 0) {
        break;
      }
    }
    for (; at < end; at++) {
      if ((bytes.get(ValueLayout.JAVA_BYTE, at) & BYTE) == value) {
        return at;
      }
    }
    return -1;
  }

  /** Where this byte stands next within some distance; -1 if it does not. */
  long findNear(int value, long from, int most) {
    return find(value, from, Math.min(size(), from + most));
  }

  /** Where another byte than this stands next within some distance; -1 if none does. */
  long skip(int value, long from, int most) {
    long end = Math.min(size(), from + most);
    for (long at = from; at < end; at++) {
      if ((bytes.get(ValueLayout.JAVA_BYTE, at) & BYTE) != value) {
        return at;
      }
    }
    return -1;
  }

  /** A part, not copied. */
  MemorySegment slice(long at, long length) {
    return bytes.asSlice(at, length);
  }

  /** Latin-1 text. */
  String text(long at, int length) {
    count();
    byte[] copy = new byte[length];
    MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, at, copy, 0, length);
    return new String(copy, StandardCharsets.ISO_8859_1);
  }

  private void count() {
    if (++reads > most) {
      throw new IndexOutOfBoundsException("read " + reads + " times");
    }
  }
}
