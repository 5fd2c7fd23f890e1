package io.tintype.render;

import io.tintype.plan.EncodingPace;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * How long AVIFs take, learned from those this process made: a moving average for each effort. What
 * one effort shows of the machine holds for the others too, though less: or an effort that is
 * thought too slow, and is never tried again, would be thought so for ever.
 */
final class LearnedPace implements EncodingPace {
  /**
   * Nanoseconds a pixel by effort, from 0, before anything is learned: a busy two-core machine of
   * 2022 (docs/decisions/0006).
   */
  private static final double[] FIRST_GUESS = {400, 620, 910, 1430, 6000, 9000, 15_000};

  /** How much one encoding counts against all before it. */
  private static final double WEIGHT = 0.2;

  private static final double WEIGHT_FOR_OTHERS = 0.05;

  /** What once takes longer or shorter by more than this was held up, or is no usual picture. */
  private static final double MOST_CHANGE = 4;

  /** Below this, an encoding says more of its preparations than of its pixels. */
  private static final long TELLING_PIXELS = 10_000;

  private final AtomicReferenceArray<Double> nanosPerPixel;

  LearnedPace() {
    nanosPerPixel = new AtomicReferenceArray<>(FIRST_GUESS.length);
    for (int i = 0; i < FIRST_GUESS.length; i++) {
      nanosPerPixel.set(i, FIRST_GUESS[i]);
    }
  }

  @Override
  public Duration avif(long pixels, int effort) {
    return Duration.ofNanos((long) (pixels * nanosPerPixel.get(effort)));
  }

  /** Takes note of an AVIF. */
  void learn(long pixels, int effort, long nanos) {
    if (pixels < TELLING_PIXELS) {
      return;
    }
    double seen = (double) nanos / pixels / nanosPerPixel.get(effort);
    double ratio = Math.clamp(seen, 1 / MOST_CHANGE, MOST_CHANGE);
    for (int i = 0; i < FIRST_GUESS.length; i++) {
      double weight = i == effort ? WEIGHT : WEIGHT_FOR_OTHERS;
      nanosPerPixel.updateAndGet(i, nanosNow -> nanosNow * (1 + weight * (ratio - 1)));
    }
  }
}
