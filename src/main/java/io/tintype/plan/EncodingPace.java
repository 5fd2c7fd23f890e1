package io.tintype.plan;

import java.time.Duration;

/** How long encoders are expected to take here and now. Safe for use by several threads. */
@FunctionalInterface
public interface EncodingPace {
  /** Of an encoder that takes no time. */
  EncodingPace INSTANT = _ -> Duration.ZERO;

  /** The time an AVIF of so many pixels takes. */
  Duration avif(long pixels);
}
