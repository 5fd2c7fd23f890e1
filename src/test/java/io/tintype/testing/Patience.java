package io.tintype.testing;

import io.tintype.model.Limits;
import java.time.Duration;

/**
 * Limits of clients who wait for a render thread and for their picture for other times than usual.
 */
public final class Patience {
  private Patience() {}

  /** The usual limits, but for this. */
  public static Limits of(Duration queueTime) {
    return of(queueTime, Limits.DEFAULT.renderTime());
  }

  /** The usual limits, but for these. */
  public static Limits of(Duration queueTime, Duration renderTime) {
    Limits usual = Limits.DEFAULT;
    return new Limits(
        usual.sourceBytes(),
        usual.sourcePixels(),
        usual.frames(),
        usual.resultPixels(),
        usual.steps(),
        usual.layers(),
        usual.nesting(),
        usual.fetchTime(),
        renderTime,
        queueTime,
        usual.sizes());
  }
}
