package io.tintype.transform;

import java.util.function.BooleanSupplier;

/**
 * Keeps memory and half of the threads free of jobs that take much memory: others never wait for
 * them. A job is heavy if not all threads could do the like at once; where there is one thread,
 * none is. Confined to the render queue's event loop.
 */
final class HeavyPermits {
  private final long lightest;
  private final long most;
  private final int mostJobs;
  private long bytes;
  private int jobs;

  /**
   * Nothing taken yet.
   *
   * @param threads that render, at least 1
   * @param memory they share, in bytes
   */
  HeavyPermits(int threads, long memory) {
    this.lightest = memory / threads;
    this.most = memory - lightest;
    this.mostJobs = Math.max(1, threads / 2);
  }

  /** Whether a job of this price, in bytes, is heavy. */
  boolean isHeavy(long price) {
    return price > lightest;
  }

  /**
   * Whether a job may start now; if not, it keeps its place. One that takes more than heavy jobs
   * may together has to be alone, and comes behind all that are light.
   *
   * @param lightWaits whether a light job waits for a thread or for memory
   */
  boolean admits(long price, BooleanSupplier lightWaits) {
    if (!isHeavy(price)) {
      return true;
    }
    return price > most
        ? jobs == 0 && !lightWaits.getAsBoolean()
        : jobs < mostJobs && price <= most - bytes;
  }

  /** How many run. */
  int taken() {
    return jobs;
  }

  /** How many jobs like this one can be done at once, at least 1. */
  int atOnce(long price) {
    return Math.clamp(most / price, 1, mostJobs);
  }

  /** One starts. */
  void take(long price) {
    if (isHeavy(price)) {
      bytes += price;
      jobs++;
    }
  }

  /** One has ended. */
  void giveBack(long price) {
    if (isHeavy(price)) {
      bytes -= price;
      jobs--;
    }
  }
}
