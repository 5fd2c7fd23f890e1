package io.tintype.render;

import io.tintype.vips.KillSwitch;

/**
 * Stops the rendering of one job from another thread, within some milliseconds; only an AVIF that
 * is being encoded runs on to its end. Should be pulled again now and then until the job is over,
 * since libvips forgets when one computation ends and the next begins.
 */
public final class Brake {
  private final KillSwitch killSwitch = new KillSwitch();

  /** Stops the job; it ends with an exception if it is not over already. */
  public void pull() {
    killSwitch.pull();
  }

  /** Whether the job has been told to stop. */
  public boolean isPulled() {
    return killSwitch.isPulled();
  }

  KillSwitch killSwitch() {
    return killSwitch;
  }
}
