package io.tintype.transform;

import java.util.Iterator;
import java.util.Optional;

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

  /** The first that may start now; others keep their place. */
  <T extends Claimant> Optional<T> first(Iterable<T> waiting) {
    Iterator<T> all = waiting.iterator();
    while (all.hasNext()) {
      T next = all.next();
      if (taken < most || !next.writesAvif()) {
        return Optional.of(next);
      }
    }
    return Optional.empty();
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
