package io.tintype.render;

import io.tintype.model.Color;
import io.tintype.vips.ColorSpace;
import io.tintype.vips.VipsImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The most frequent colours of a picture that is in memory; what is transparent has none. */
final class DominantColors {
  /** Enough pixels a side to know the most frequent colour of a whole picture. */
  private static final int SAMPLES = 256;

  private final VipsImage picture;

  private DominantColors(VipsImage picture) {
    this.picture = picture;
  }

  static DominantColors of(VipsImage settled) {
    return new DominantColors(settled.toColorSpace(ColorSpace.RGB));
  }

  /** Of the whole picture, of which one pixel in many is looked at. */
  Optional<Color> everywhere() {
    VipsImage sample =
        picture
            .scope()
            .operation("subsample")
            .image("input", picture)
            .integer("xfac", Math.ceilDiv(picture.width(), SAMPLES))
            .integer("yfac", Math.ceilDiv(picture.height(), SAMPLES))
            .flag("point", true)
            .toImage();
    ColorCount count = new ColorCount();
    count.add(sample.toPixels(), sample.bands());
    return count.most(1).stream().findFirst();
  }

  /** Of the outermost pixels, the most frequent first; fewer if there are not as many. */
  List<Color> alongEdges(int wanted) {
    return alongEdges(0, 0, picture.width(), picture.height(), wanted);
  }

  /**
   * One colour for every corner, clockwise from the top left: the most frequent one of the halves
   * of the edges that meet there. Empty if a corner has none.
   */
  List<Color> atCorners() {
    int halfWidth = Math.ceilDiv(picture.width(), 2);
    int halfHeight = Math.ceilDiv(picture.height(), 2);
    int right = picture.width() - halfWidth;
    int bottom = picture.height() - halfHeight;
    int[][] corners = {{0, 0}, {right, 0}, {right, bottom}, {0, bottom}};
    List<Color> colors =
        Arrays.stream(corners)
            .flatMap(at -> alongEdges(at[0], at[1], halfWidth, halfHeight, 1).stream())
            .toList();
    return colors.size() == corners.length ? colors : List.of();
  }

  /** Of those of the picture's outermost pixels that lie in a region. */
  private List<Color> alongEdges(int left, int top, int width, int height, int wanted) {
    ColorCount count = new ColorCount();
    if (top == 0) {
      add(count, left, 0, width, 1);
    }
    if (top + height == picture.height()) {
      add(count, left, picture.height() - 1, width, 1);
    }
    if (left == 0) {
      add(count, 0, top, 1, height);
    }
    if (left + width == picture.width()) {
      add(count, picture.width() - 1, top, 1, height);
    }
    return count.most(wanted);
  }

  private void add(ColorCount count, int left, int top, int width, int height) {
    count.add(picture.extract(left, top, width, height).toPixels(), picture.bands());
  }
}
