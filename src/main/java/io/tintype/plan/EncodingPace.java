package io.tintype.plan;

import java.time.Duration;

/** How long encoders are expected to take here and now. Safe for use by several threads. */
@FunctionalInterface
public interface EncodingPace {
  /** Of an encoder that takes no time. */
  EncodingPace INSTANT = (_, _) -> Duration.ZERO;

  /**
   * The time an AVIF takes.
   *
   * @param effort 0 to {@link AvifEffort#HIGHEST}
   */
  Duration avif(long pixels, int effort);
}
