package io.tintype.sniff;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
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

  private static final int BYTE = 0xff;
  private static final int SHORT = 0xffff;
  private static final long INT = 0xffff_ffffL;
  private static final long EACH_BYTE = 0x0101_0101_0101_0101L;
  private static final long EACH_SIGN = 0x8080_8080_8080_8080L;

  private final MemorySegment bytes;
  private final ByteOrder order;
  private int reads;

  private View(MemorySegment bytes, ByteOrder order) {
    this.bytes = bytes;
    this.order = order;
  }

  static View bigEndian(MemorySegment bytes) {
    return new View(bytes, ByteOrder.BIG_ENDIAN);
  }

  static View littleEndian(MemorySegment bytes) {
    return new View(bytes, ByteOrder.LITTLE_ENDIAN);
  }

  /** Whether it was the number of reads that ended reading. */
  boolean isTired() {
    return reads > MOST_READS;
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
    return bytes.get(ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(order), at) & SHORT;
  }

  int u24(long at) {
    return order == ByteOrder.BIG_ENDIAN ? u16(at) << 8 | u8(at + 2) : u16(at) | u8(at + 2) << 16;
  }

  long u32(long at) {
    count();
    return bytes.get(ValueLayout.JAVA_INT_UNALIGNED.withOrder(order), at) & INT;
  }

  /** Negative beyond 63 bits, which no bounds check lets through. */
  long u64(long at) {
    count();
    return bytes.get(ValueLayout.JAVA_LONG_UNALIGNED.withOrder(order), at);
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
    long pattern = value * EACH_BYTE;
    long at = Math.max(0, from);
    for (; at <= size() - Long.BYTES; at += Long.BYTES) {
      long differing = bytes.get(ValueLayout.JAVA_LONG_UNALIGNED, at) ^ pattern;
      if (((differing - EACH_BYTE) & ~differing & EACH_SIGN) != 0) {
        break;
      }
    }
    for (; at < size(); at++) {
      if ((bytes.get(ValueLayout.JAVA_BYTE, at) & BYTE) == value) {
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
    byte[] copy = new byte[length];
    MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, at, copy, 0, length);
    return new String(copy, StandardCharsets.ISO_8859_1);
  }

  private void count() {
    if (++reads > MOST_READS) {
      throw new IndexOutOfBoundsException("read " + reads + " times");
    }
  }
}
