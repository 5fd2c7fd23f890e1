package io.tintype.render;

/**
 * What a job knows of other jobs of the same source, and tells them. Asked and told by the render
 * thread; safe for use by several threads.
 */
public interface Relatives {
  /** A job that is alone. */
  Relatives NONE =
      new Relatives() {
        @Override
        public boolean expected() {
          return false;
        }

        @Override
        public double leastShrink(double own) {
          return own;
        }

        @Override
        public void decoded(boolean byAnother) {
          // nobody waits for it
        }

        @Override
        public void developed() {
          // nobody waits for it
        }
      };

  /** Whether another job is likely to need soon what is computed now. */
  boolean expected();

  /**
   * The smallest factor by which a decoder is to shrink the source, among all jobs that wait.
   *
   * @param own what this job needs
   * @return at most {@code own}
   */
  double leastShrink(double own);

  /**
   * The source is decoded as far as that helps others.
   *
   * @param byAnother whether another job has done it
   */
  void decoded(boolean byAnother);

  /** All pixels of the result are computed; encoding follows. */
  void developed();
}
