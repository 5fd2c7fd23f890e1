package io.tintype.rehearse;

import java.util.HashSet;
import java.util.Set;

/**
 * Counts how many different texts there are without keeping them: exactly while they are few, then
 * by the longest runs of zeros in their hashes, with a standard error of 3.3 % (Flajolet et al.,
 * "HyperLogLog", 2007, with 1,024 registers and 64-bit hashes).
 */
final class DistinctCount {
  /** The most that are counted exactly. */
  static final int EXACT = 128;

  private static final int INDEX_BITS = 10;
  private static final int REGISTERS = 1 << INDEX_BITS;

  /** The bias of so many registers, as in the paper. */
  private static final double ALPHA = 0.7213 / (1 + 1.079 / REGISTERS);

  /** Up to here empty registers tell more than full ones. */
  private static final double SMALL = 2.5 * REGISTERS;

  private Set<Long> few = new HashSet<>();
  private byte[] longest = new byte[0];

  void add(long hash) {
    if (longest.length == 0) {
      few.add(hash);
      if (few.size() > EXACT) {
        longest = new byte[REGISTERS];
        few.forEach(this::register);
        few = Set.of();
      }
    } else {
      register(hash);
    }
  }

  boolean isExact() {
    return longest.length == 0;
  }

  long count() {
    if (isExact()) {
      return few.size();
    }
    double sum = 0;
    int empty = 0;
    for (byte run : longest) {
      sum += Math.scalb(1.0, -run);
      empty += run == 0 ? 1 : 0;
    }
    double estimate = ALPHA * REGISTERS * REGISTERS / sum;
    boolean linear = estimate <= SMALL && empty > 0;
    return Math.round(linear ? REGISTERS * Math.log((double) REGISTERS / empty) : estimate);
  }

  /** A hash of a text whose bits are all of use: FNV-1a, mixed as MurmurHash3 ends. */
  static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return hash ^ (hash >>> 33);
  }

  private void register(long hash) {
    int index = (int) (hash >>> (Long.SIZE - INDEX_BITS));
    int run = Math.min(Long.numberOfLeadingZeros(hash << INDEX_BITS), Long.SIZE - INDEX_BITS) + 1;
    longest[index] = (byte) Math.max(longest[index], run);
  }
}
