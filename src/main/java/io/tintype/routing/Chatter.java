package io.tintype.routing;

import java.time.Duration;

/**
 * How many frames a client of HTTP/2 has sent that ask for nothing but to be acknowledged: PING and
 * SETTINGS. Confined to one event loop.
 */
final class Chatter {
  /** Frames within a window; browsers and proxies send a few a minute. */
  static final int MOST = 1_000;

  static final Duration WINDOW = Duration.ofSeconds(30);

  private long since;
  private int frames;

  Chatter(long now) {
    this.since = now;
  }

  /** One more; whether that is too many. */
  boolean isTooMuch(long now) {
    if (now - since > WINDOW.toNanos()) {
      since = now;
      frames = 0;
    }
    frames++;
    return frames > MOST;
  }
}
