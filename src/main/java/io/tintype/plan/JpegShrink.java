package io.tintype.plan;

/**
 * How far a JPEG decoder may shrink while it loads. A decoder that leaves out the higher
 * frequencies is several times faster than one that computes all pixels to have them averaged away.
 *
 * <p>The factors are sharp's ({@code pipeline.cc}, {@code fastShrinkOnLoad}), so that results can
 * be compared with it: the largest one that leaves the resampling something to do on both axes.
 */
final class JpegShrink {
  /** The factors libjpeg offers, largest first. */
  private static final int[] FACTORS = {8, 4, 2};

  private JpegShrink() {}

  /**
   * The factor to load with.
   *
   * @param shrink by how much the less affected axis is to become smaller
   */
  static int factor(double shrink) {
    for (int factor : FACTORS) {
      if (shrink >= factor) {
        return hardlyMore(shrink, factor) ? factor / 2 : factor;
      }
    }
    return 1;
  }

  /**
   * A decoder's sizes are rounded: with little left to resample they could end up below the target,
   * and the picture would be shrunk and enlarged again.
   */
  private static boolean hardlyMore(double shrink, int factor) {
    return (int) shrink == factor;
  }
}
