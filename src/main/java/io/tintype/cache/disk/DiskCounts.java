package io.tintype.cache.disk;

import java.util.concurrent.atomic.LongAdder;

/** What has happened in the tier since the start. Safe for use by several threads. */
public final class DiskCounts {
  private final LongAdder written = new LongAdder();
  private final LongAdder dropped = new LongAdder();
  private final LongAdder evicted = new LongAdder();
  private final LongAdder damaged = new LongAdder();
  private final LongAdder failures = new LongAdder();

  /** Files written. */
  public long writes() {
    return written.sum();
  }

  /** Variants that were not written: too many waited, or the disk did not take them. */
  public long writesDropped() {
    return dropped.sum();
  }

  /** Files that had to make room. */
  public long evictions() {
    return evicted.sum();
  }

  /** Files that were found torn or changed, and removed. */
  public long damages() {
    return damaged.sum();
  }

  /** Readings and writings that the disk refused. */
  public long errors() {
    return failures.sum();
  }

  void written() {
    written.increment();
  }

  void dropped() {
    dropped.increment();
  }

  void evicted() {
    evicted.increment();
  }

  void damaged() {
    damaged.increment();
  }

  void failed() {
    failures.increment();
  }
}
