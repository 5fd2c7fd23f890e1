package io.tintype.render;

import io.tintype.model.Color;

/** What ink of one colour looks like on another (source-over of Porter and Duff). */
final class Inks {
  /** From no ink to ink that covers everything. */
  static final int LEVELS = 256;

  /** Red, green, blue, alpha. */
  static final int BANDS = 4;

  private static final double OPAQUE = 255;

  private Inks() {}

  /**
   * The colours of all levels, one after the other, not multiplied by their alpha. What is clear
   * has the colour of the ink, so that no other one is mixed in when it is scaled.
   */
  static byte[] on(Color ground, Color ink) {
    byte[] samples = new byte[LEVELS * BANDS];
    for (int level = 0; level < LEVELS; level++) {
      double above = ink.alpha() * level / OPAQUE;
      double below = ground.alpha() * (1 - above);
      double alpha = above + below;
      double share = alpha == 0 ? 1 : above / alpha;
      int at = level * BANDS;
      samples[at] = mixed(ink.red(), ground.red(), share);
      samples[at + 1] = mixed(ink.green(), ground.green(), share);
      samples[at + 2] = mixed(ink.blue(), ground.blue(), share);
      samples[at + 3] = (byte) Math.rint(alpha * OPAQUE);
    }
    return samples;
  }

  private static byte mixed(int ink, int ground, double share) {
    return (byte) Math.rint(ink * share + ground * (1 - share));
  }
}
