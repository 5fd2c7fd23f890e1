package io.tintype.render;

import io.tintype.vips.KillSwitch;
import io.tintype.vips.VipsImage;

/**
 * Where pixels are computed at once instead of lazily, and where that can be stopped.
 *
 * @param checkpoint asked before every computation
 * @param killSwitch stops one that runs
 */
record Darkroom(Checkpoint checkpoint, KillSwitch killSwitch) {
  static Darkroom of(RenderJob job) {
    return new Darkroom(job.checkpoint(), job.brake().killSwitch());
  }

  /** The picture with its pixels in memory, for whoever reads them more than once or anywhere. */
  VipsImage develop(VipsImage image) {
    return watched(image).inMemory();
  }

  /** The same picture, which can be stopped if it is computed now. */
  VipsImage watched(VipsImage image) {
    checkpoint.check();
    killSwitch.arm(image);
    return image;
  }
}
