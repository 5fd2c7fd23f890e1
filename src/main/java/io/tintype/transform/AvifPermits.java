package io.tintype.transform;

/**
 * Keeps a thread free of AVIFs, which run for long and cannot be stopped: what is quick waits for
 * other quick jobs only. Where there is one thread, all share it. Confined to the render queue's
 * event loop.
 */
final class AvifPermits {
  private final int most;
  private int taken;

  /**
   * Nothing taken yet.
   *
   * @param threads that render, at least 1
   */
  AvifPermits(int threads) {
    this.most = Math.max(1, threads - 1);
  }

  /** What can write AVIFs, or not. */
  interface Claimant {
    boolean writesAvif();
  }

  /** Whether a job may start now; if not, it keeps its place. */
  boolean admits(Claimant job) {
    return taken < most || !job.writesAvif();
  }

  /** How many may be made at once. */
  int most() {
    return most;
  }

  /** How many are being made. */
  int taken() {
    return taken;
  }

  boolean areIdle() {
    return taken == 0;
  }

  /** One starts. */
  void take(Claimant job) {
    taken += job.writesAvif() ? 1 : 0;
  }

  /** One has ended. */
  void giveBack(Claimant job) {
    taken -= job.writesAvif() ? 1 : 0;
  }
}
