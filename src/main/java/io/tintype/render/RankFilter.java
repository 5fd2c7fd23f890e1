package io.tintype.render;

import io.tintype.vips.VipsImage;

/**
 * Each pixel becomes one of those in a window around it, by size; beyond an edge the edge goes on.
 * Unlike libvips' own operation it takes windows that are larger than the picture.
 */
final class RankFilter {
  private RankFilter() {}

  /**
   * Filters.
   *
   * @param width of the window, odd
   * @param height of the window, odd
   * @param index 0 = the smallest of the window, {@code width * height - 1} = the largest
   */
  static VipsImage of(VipsImage image, int width, int height, int index) {
    if (width <= image.width() && height <= image.height()) {
      return rank(image, width, height, index);
    }
    int right = width / 2;
    int down = height / 2;
    VipsImage continued =
        image
            .operation("embed")
            .integer("x", right)
            .integer("y", down)
            .integer("width", image.width() + 2 * right)
            .integer("height", image.height() + 2 * down)
            .choice("extend", "copy")
            .toImage();
    return rank(continued, width, height, index)
        .extract(right, down, image.width(), image.height());
  }

  private static VipsImage rank(VipsImage image, int width, int height, int index) {
    return image
        .operation("rank")
        .integer("width", width)
        .integer("height", height)
        .integer("index", index)
        .toImage();
  }
}
