package io.tintype.render;

import io.tintype.model.Adjustment;
import io.tintype.model.Neighbourhood;
import io.tintype.vips.ColorSpace;
import io.tintype.vips.Samples;
import io.tintype.vips.VipsImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Flat morphology: the least or the largest level around every pixel, in every channel of colour.
 * Beyond the edges the outermost pixels go on; alpha stays.
 */
final class Extremes {
  private final Neighbourhood around;
  private final int iterations;
  private final Darkroom darkroom;

  private Extremes(Neighbourhood around, int iterations, Darkroom darkroom) {
    this.around = around;
    this.iterations = iterations;
    this.darkroom = darkroom;
  }

  static VipsImage changed(VipsImage settled, Adjustment.Morphology wish, Darkroom darkroom) {
    VipsImage picture = settled.toColorSpace(ColorSpace.RGB);
    Extremes extremes = new Extremes(wish.around(), wish.iterations(), darkroom);
    return Tones.withAlphaOf(picture, extremes.of(darkroom.develop(picture.colors()), wish));
  }

  private VipsImage of(VipsImage colors, Adjustment.Morphology wish) {
    return switch (wish.method()) {
      case ERODE -> eroded(colors);
      case DILATE -> dilated(colors);
      case OPEN -> opened(colors);
      case CLOSE -> closed(colors);
      case SMOOTH -> closed(opened(colors));
      case EDGE_IN -> difference(colors, eroded(colors));
      case EDGE_OUT -> difference(dilated(colors), colors);
      case EDGE -> difference(dilated(colors), eroded(colors));
      case TOP_HAT -> difference(colors, opened(colors));
      case BOTTOM_HAT -> difference(closed(colors), colors);
    };
  }

  private VipsImage opened(VipsImage colors) {
    return dilated(eroded(colors));
  }

  private VipsImage closed(VipsImage colors) {
    return eroded(dilated(colors));
  }

  private VipsImage eroded(VipsImage colors) {
    return extreme(colors, false);
  }

  private VipsImage dilated(VipsImage colors) {
    return extreme(colors, true);
  }

  private static VipsImage difference(VipsImage one, VipsImage other) {
    return Samples.of(one).minus(Samples.of(other)).toPicture();
  }

  private VipsImage extreme(VipsImage colors, boolean largest) {
    VipsImage image = colors;
    for (int done = 0; done < iterations; done++) {
      List<VipsImage> rows = rows(image, largest);
      image =
          darkroom.develop(
              image
                  .scope()
                  .operation("bandrank")
                  .images("in", rows)
                  .integer("index", largest ? rows.size() - 1 : 0)
                  .toImage());
    }
    return image;
  }

  /**
   * Each row of the neighbourhood on its own: as one run, or as single pixels with gaps between.
   */
  private List<VipsImage> rows(VipsImage image, boolean largest) {
    List<VipsImage> rows = new ArrayList<>();
    int reach = around.reach();
    for (int down = -reach; down <= reach; down++) {
      if (around.contains(0, down)) {
        int half = 0;
        while (around.contains(half + 1, down)) {
          half++;
        }
        rows.add(moved(run(image, 2 * half + 1, largest), 0, down));
      } else {
        for (int right = -reach; right <= reach; right++) {
          if (around.contains(right, down)) {
            rows.add(moved(image, right, down));
          }
        }
      }
    }
    return rows;
  }

  private static VipsImage run(VipsImage image, int width, boolean largest) {
    return width == 1 ? image : RankFilter.of(image, width, 1, largest ? width - 1 : 0);
  }

  /** At every place the pixel that is so far away from it. */
  private VipsImage moved(VipsImage image, int right, int down) {
    int reach = around.reach();
    return image
        .operation("embed")
        .integer("x", reach)
        .integer("y", reach)
        .integer("width", image.width() + 2 * reach)
        .integer("height", image.height() + 2 * reach)
        .choice("extend", "copy")
        .toImage()
        .extract(reach + right, reach + down, image.width(), image.height());
  }
}
