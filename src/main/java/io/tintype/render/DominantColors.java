package io.tintype.render;

import io.tintype.model.Color;
import io.tintype.plan.Dimensions;
import io.tintype.vips.ColorSpace;
import io.tintype.vips.VipsImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The most frequent colours of a picture that is in memory, in all its frames together; what is
 * transparent has none.
 */
final class DominantColors {
  /** Enough pixels a side to know the most frequent colour of a whole picture. */
  private static final int SAMPLES = 256;

  private final VipsImage picture;
  private final int frames;

  /** Of one frame. */
  private final Dimensions size;

  private DominantColors(VipsImage picture, int frames) {
    this.picture = picture;
    this.frames = frames;
    this.size = new Dimensions(picture.width(), picture.height() / frames);
  }

  /** Of frames one below the other. */
  static DominantColors of(VipsImage settled, int frames) {
    return new DominantColors(settled.toColorSpace(ColorSpace.RGB), frames);
  }

  /** How large a frame is. */
  Dimensions size() {
    return size;
  }

  /** The most frequent one of the whole picture. */
  Optional<Color> everywhere() {
    return everywhere(1).stream().findFirst();
  }

  /** Of the whole picture, of which one pixel in many is looked at; fewer if not as many. */
  List<Color> everywhere(int wanted) {
    VipsImage sample =
        picture
            .scope()
            .operation("subsample")
            .image("input", picture)
            .integer("xfac", Math.ceilDiv(size.width(), SAMPLES))
            .integer("yfac", Math.ceilDiv(size.height(), SAMPLES))
            .flag("point", true)
            .toImage();
    ColorCount count = new ColorCount();
    count.add(sample.toPixels(), sample.bands());
    return count.most(wanted);
  }

  /** Of the outermost pixels, the most frequent first; fewer if there are not as many. */
  List<Color> alongEdges(int wanted) {
    return alongEdges(0, 0, size.width(), size.height(), wanted);
  }

  /**
   * One colour for every corner, clockwise from the top left: the most frequent one of the halves
   * of the edges that meet there. Empty if a corner has none.
   */
  List<Color> atCorners() {
    int halfWidth = Math.ceilDiv(size.width(), 2);
    int halfHeight = Math.ceilDiv(size.height(), 2);
    int right = size.width() - halfWidth;
    int bottom = size.height() - halfHeight;
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
    if (top + height == size.height()) {
      add(count, left, size.height() - 1, width, 1);
    }
    if (left == 0) {
      add(count, 0, top, 1, height);
    }
    if (left + width == size.width()) {
      add(count, size.width() - 1, top, 1, height);
    }
    return count.most(wanted);
  }

  private void add(ColorCount count, int left, int top, int width, int height) {
    for (int frame = 0; frame < frames; frame++) {
      int y = frame * size.height() + top;
      count.add(picture.extract(left, y, width, height).toPixels(), picture.bands());
    }
  }
}
