package io.tintype.transform;

import java.util.function.BooleanSupplier;

/**
 * Keeps memory and half of the threads free of jobs that take much memory, decode for long or wait
 * for a helper process: others never wait for them. Memory is much if not all threads could take so
 * much at once; where there is one thread, none is. Confined to the render queue's event loop.
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

  /** What takes memory, in bytes, and may keep its thread for long. */
  interface Claimant {
    long price();

    boolean slow();

    /**
     * Whether it is a drawing's: most take some tens of milliseconds, unlike others that are slow.
     */
    boolean drawing();
  }

  boolean isHeavy(Claimant job) {
    return job.slow() || job.price() > lightest;
  }

  /**
   * Whether a job may start now; if not, it keeps its place. One that takes more than heavy jobs
   * may together has to be alone, and comes behind all that are light.
   *
   * @param lightWaits whether a light job waits for a thread or for memory
   */
  boolean admits(Claimant job, BooleanSupplier lightWaits) {
    if (!isHeavy(job)) {
      return true;
    }
    return job.price() > most
        ? jobs == 0 && !lightWaits.getAsBoolean()
        : jobs < mostJobs && job.price() <= most - bytes;
  }

  /** How many run. */
  int taken() {
    return jobs;
  }

  /** How many jobs like this one can be done at once, at least 1. */
  int atOnce(Claimant job) {
    return Math.clamp(most / Math.max(1, job.price()), 1, mostJobs);
  }

  /** One starts. */
  void take(Claimant job) {
    if (isHeavy(job)) {
      bytes += job.price();
      jobs++;
    }
  }

  /** One has ended. */
  void giveBack(Claimant job) {
    if (isHeavy(job)) {
      bytes -= job.price();
      jobs--;
    }
  }
}
