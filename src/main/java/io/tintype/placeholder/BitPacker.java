package io.tintype.placeholder;

import java.util.Arrays;
import java.util.BitSet;

/** Puts small numbers one behind the other, the lowest bit of the first in the lowest of a byte. */
final class BitPacker {
  private final BitSet bits = new BitSet();
  private int length;

  BitPacker add(boolean flag) {
    bits.set(length++, flag);
    return this;
  }

  /** Adds the lowest bits of a number. */
  BitPacker add(int number, int count) {
    for (int i = 0; i < count; i++) {
      add((number >> i & 1) == 1);
    }
    return this;
  }

  /**
   * Adds a fraction as a whole number of steps.
   *
   * @param fraction 0 to 1
   * @param steps what 1 becomes: a power of two, less one
   */
  BitPacker add(double fraction, int steps) {
    return add((int) Math.round(fraction * steps), Integer.bitCount(steps));
  }

  /** Everything so far; the last byte is filled with zeros. */
  byte[] bytes() {
    return Arrays.copyOf(bits.toByteArray(), (length + Byte.SIZE - 1) / Byte.SIZE);
  }
}
