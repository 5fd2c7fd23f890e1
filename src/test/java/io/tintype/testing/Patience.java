package io.tintype.testing;

import io.tintype.model.Limits;
import java.time.Duration;

/** Limits of clients who wait for a render thread for another time than usual. */
public final class Patience {
  private Patience() {}

  /** The usual limits, but for this. */
  public static Limits of(Duration queueTime) {
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
        usual.renderTime(),
        queueTime);
  }
}
