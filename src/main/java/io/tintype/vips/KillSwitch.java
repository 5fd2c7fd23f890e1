package io.tintype.vips;

import io.tintype.vips.jna.LibGObject;
import io.tintype.vips.jna.LibVips;

/**
 * Stops a computation from another thread: within some milliseconds, except for the AVIF encoder,
 * which libvips cannot interrupt. libvips forgets a kill when a computation starts, so a switch
 * that was pulled should be pulled again until the job is over.
 */
public final class KillSwitch {
  private long armed;
  private boolean pulled;

  /** Makes an image the one to be stopped, until another is armed or the switch is disarmed. */
  public synchronized void arm(VipsImage image) {
    disarm();
    armed = LibGObject.g_object_ref(image.address());
    kill();
  }

  /** Lets go of the image; must be called before its scope closes. */
  public synchronized void disarm() {
    if (armed != 0) {
      LibVips.vips_image_set_kill(armed, 0);
      LibGObject.g_object_unref(armed);
      armed = 0;
    }
  }

  /** Stops what is being computed, and everything after it. */
  public synchronized void pull() {
    pulled = true;
    kill();
  }

  /** Whether the switch was ever pulled. */
  public synchronized boolean isPulled() {
    return pulled;
  }

  private void kill() {
    if (pulled && armed != 0) {
      LibVips.vips_image_set_kill(armed, 1);
    }
  }
}
