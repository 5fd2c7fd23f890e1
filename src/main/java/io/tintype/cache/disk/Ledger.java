package io.tintype.cache.disk;

import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Which files there are, how large and when they were used last: 50 to 100 bytes for each, so that
 * a million of them fit into an ordinary heap. Says which has to go when they are too many.
 *
 * <p>The victim is the one of a random sample that was not used for the longest time, as in Redis'
 * approximated LRU: unlike a queue that needs no order, so files may be learned as they are found.
 * As in S3-FIFO, those that were never used since they were written go first once they take more
 * than a tenth of the room, so that a scan pushes nothing out but itself. Safe for use by several
 * threads.
 */
final class Ledger {
  /** What file systems hand out; a file takes whole ones. */
  private static final int BLOCK = 4096;

  /** Ten or more come close to true LRU. */
  private static final int SAMPLE = 16;

  /** So many that a newcomer is among them, where a tenth are newcomers. */
  private static final int LARGE_SAMPLE = 128;

  private static final int NEWCOMERS_SHARE = 10;
  private static final int FIRST_SLOTS = 1024;

  /** Uses are marked on disk once in each such period. */
  private static final int PERIOD_SECONDS = 3600;

  private static final int FREE = 0;

  private final long maxBlocks;
  private final int maxFiles;
  private final RandomGenerator random;

  private long[] high = new long[FIRST_SLOTS];
  private long[] low = new long[FIRST_SLOTS];
  private int[] blocks = new int[FIRST_SLOTS];
  private int[] lastUse = new int[FIRST_SLOTS];
  private boolean[] proven = new boolean[FIRST_SLOTS];
  private int files;
  private long sum;
  private long newcomers;

  Ledger(long maxBytes, int maxFiles, RandomGenerator random) {
    this.maxBlocks = maxBytes / BLOCK;
    this.maxFiles = maxFiles;
    this.random = random;
  }

  /** Whether a file of this size may be there at all. */
  boolean admits(long bytes) {
    return blocksOf(bytes) <= maxBlocks;
  }

  /** Enters a file that has been written; one that was there has been replaced and stays proven. */
  synchronized void wrote(FileName name, long bytes, Instant now) {
    int slot = find(name);
    boolean known = blocks[slot] != FREE;
    enter(name, blocksOf(bytes), seconds(now), known);
  }

  /** Enters a file that was found, of before the start; not, if it is known already. */
  synchronized void found(FileName name, long bytes, Instant lastUsed) {
    if (blocks[find(name)] == FREE) {
      enter(name, blocksOf(bytes), seconds(lastUsed), true);
    }
  }

  /**
   * Notes that a file has been used.
   *
   * @return whether that should be marked on disk too: it is the first use for a while
   */
  synchronized boolean used(FileName name, Instant now) {
    int slot = find(name);
    if (blocks[slot] == FREE) {
      return false;
    }
    int time = seconds(now);
    boolean due = time / PERIOD_SECONDS != lastUse[slot] / PERIOD_SECONDS;
    if (!proven[slot]) {
      proven[slot] = true;
      newcomers -= blocks[slot];
    }
    lastUse[slot] = time;
    return due;
  }

  /** Strikes out a file that is gone. */
  synchronized void gone(FileName name) {
    int slot = find(name);
    if (blocks[slot] != FREE) {
      erase(slot);
    }
  }

  /** A file that has to go, and stays here until it is {@linkplain #gone}; empty = all may stay. */
  synchronized Optional<FileName> victim() {
    return sum <= maxBlocks && files <= maxFiles ? Optional.empty() : leastUseful();
  }

  /** The file that would have to go next; empty = there is none. */
  synchronized Optional<FileName> leastUseful() {
    if (files == 0) {
      return Optional.empty();
    }
    int slot = oldestOfSample();
    return Optional.of(new FileName(high[slot], low[slot]));
  }

  synchronized int files() {
    return files;
  }

  /** Room the files take, in whole blocks. */
  synchronized long bytes() {
    return sum * BLOCK;
  }

  private int oldestOfSample() {
    boolean newcomersFirst = newcomers * NEWCOMERS_SHARE > sum;
    int victim = occupied(random.nextInt(blocks.length));
    for (int i = 1; i < SAMPLE || (newcomersFirst && proven[victim] && i < LARGE_SAMPLE); i++) {
      int other = occupied(random.nextInt(blocks.length));
      boolean alike = !newcomersFirst || proven[other] == proven[victim];
      if (alike ? lastUse[other] < lastUse[victim] : proven[victim]) {
        victim = other;
      }
    }
    return victim;
  }

  /** The next slot that is not free; there is one. */
  private int occupied(int from) {
    int slot = from;
    while (blocks[slot] == FREE) {
      slot = next(slot);
    }
    return slot;
  }

  private void enter(FileName name, int size, int used, boolean isProven) {
    int slot = find(name);
    if (blocks[slot] == FREE) {
      if (files + 1 > blocks.length / 2) {
        grow();
        slot = find(name);
      }
      files++;
    } else {
      account(slot, -1);
    }
    high[slot] = name.high();
    low[slot] = name.low();
    blocks[slot] = size;
    lastUse[slot] = used;
    proven[slot] = isProven;
    account(slot, 1);
  }

  private void account(int slot, int sign) {
    sum += (long) sign * blocks[slot];
    newcomers += proven[slot] ? 0 : (long) sign * blocks[slot];
  }

  /** The slot of a name, or the free one where it belongs (linear probing). */
  private int find(FileName name) {
    int slot = home(name.low());
    while (blocks[slot] != FREE && (low[slot] != name.low() || high[slot] != name.high())) {
      slot = next(slot);
    }
    return slot;
  }

  /** Frees a slot and moves up those that were displaced by it. */
  private void erase(int slot) {
    account(slot, -1);
    files--;
    int gap = slot;
    int mask = blocks.length - 1;
    for (int at = next(gap); blocks[at] != FREE; at = next(at)) {
      if (((at - home(low[at])) & mask) >= ((at - gap) & mask)) {
        move(at, gap);
        gap = at;
      }
    }
    blocks[gap] = FREE;
  }

  private void move(int from, int to) {
    high[to] = high[from];
    low[to] = low[from];
    blocks[to] = blocks[from];
    lastUse[to] = lastUse[from];
    proven[to] = proven[from];
  }

  /** All or nothing, so that a lack of heap leaves everything as it was. */
  private void grow() {
    long[] oldHigh = high;
    long[] oldLow = low;
    int[] oldBlocks = blocks;
    int[] oldUse = lastUse;
    boolean[] oldProven = proven;
    int slots = oldBlocks.length * 2;
    long[] newHigh = new long[slots];
    long[] newLow = new long[slots];
    int[] newBlocks = new int[slots];
    int[] newUse = new int[slots];
    boolean[] newProven = new boolean[slots];
    high = newHigh;
    low = newLow;
    blocks = newBlocks;
    lastUse = newUse;
    proven = newProven;
    for (int i = 0; i < oldBlocks.length; i++) {
      if (oldBlocks[i] != FREE) {
        int slot = find(new FileName(oldHigh[i], oldLow[i]));
        high[slot] = oldHigh[i];
        low[slot] = oldLow[i];
        blocks[slot] = oldBlocks[i];
        lastUse[slot] = oldUse[i];
        proven[slot] = oldProven[i];
      }
    }
  }

  private int home(long bits) {
    return (int) bits & (blocks.length - 1);
  }

  private int next(int slot) {
    return (slot + 1) & (blocks.length - 1);
  }

  private static int blocksOf(long bytes) {
    return Math.toIntExact(Math.max(1, (bytes + BLOCK - 1) / BLOCK));
  }

  private static int seconds(Instant time) {
    return Math.clamp(time.getEpochSecond(), 0, Integer.MAX_VALUE);
  }
}
