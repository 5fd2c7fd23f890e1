package io.tintype.render;

import io.tintype.vips.VipsImage;
import java.util.List;

/** Lines around letters: the letters, grown in all directions. */
final class Strokes {
  private static final int NEIGHBOURS = 3;

  private Strokes() {}

  /**
   * Grows by one pixel after the other, by turns to four sides and to all eight, so that a point
   * becomes an octagon. Smooth edges stay smooth.
   *
   * @param ink one 8-bit band with room around for the stroke, in memory
   * @param pixels how far, at least 1
   */
  static VipsImage around(VipsImage ink, int pixels) {
    VipsImage grown = ink;
    for (int done = 0; done < pixels; done++) {
      grown =
          done % 2 == 0
              ? larger(highest(grown, NEIGHBOURS, 1), highest(grown, 1, NEIGHBOURS))
              : highest(grown, NEIGHBOURS, NEIGHBOURS);
      grown = grown.inMemory();
    }
    return grown;
  }

  private static VipsImage highest(VipsImage image, int width, int height) {
    return RankFilter.of(image, width, height, width * height - 1);
  }

  private static VipsImage larger(VipsImage one, VipsImage other) {
    return one.scope()
        .operation("bandrank")
        .images("in", List.of(one, other))
        .integer("index", 1)
        .toImage();
  }
}
