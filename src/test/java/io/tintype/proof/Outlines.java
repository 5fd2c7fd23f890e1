package io.tintype.proof;

/** What changes the outline of a picture or what is behind it. */
final class Outlines {
  private static final int SUB = 16;

  private Outlines() {}

  static Sheet crop(Sheet in, int left, int top, int width, int height) {
    return Sheet.of(width, height, (x, y, band) -> in.at(x + left, y + top, band));
  }

  /** On an even canvas that shows nothing through. */
  static Sheet canvas(Sheet in, int width, int height, int left, int top, Tint tint) {
    return Sheet.of(
        width,
        height,
        (x, y, band) -> {
          boolean inside = x >= left && y >= top && x < left + in.width() && y < top + in.height();
          return inside ? in.at(x - left, y - top, band) : tint.at(band);
        });
  }

  static Sheet border(Sheet in, int line, Tint tint) {
    return canvas(in, in.width() + 2 * line, in.height() + 2 * line, line, line, tint);
  }

  static Sheet flip(Sheet in, boolean leftRight, boolean topBottom) {
    return Sheet.of(
        in.width(),
        in.height(),
        (x, y, band) ->
            in.at(leftRight ? in.width() - 1 - x : x, topBottom ? in.height() - 1 - y : y, band));
  }

  /** A quarter clockwise. */
  static Sheet turn(Sheet in) {
    int last = in.height() - 1;
    return Sheet.of(last + 1, in.width(), (x, y, band) -> in.at(y, last - x, band));
  }

  static Sheet fade(Sheet in, double share) {
    return Sheet.of(
        in.width(),
        in.height(),
        (x, y, band) -> in.at(x, y, band) * (band == Sheet.ALPHA ? share : 1));
  }

  /** On an opaque colour. */
  static Sheet flatten(Sheet in, Tint tint) {
    return Layering.over(
        Sheet.of(in.width(), in.height(), (x, y, band) -> tint.at(band)), 0, 0, in);
  }

  /**
   * Radii clockwise from the top left; a pixel is as opaque as 16 by 16 points of it are inside.
   */
  static Sheet round(Sheet in, double... radii) {
    double width = in.width();
    double height = in.height();
    return masked(
        in,
        (x, y) ->
            inside(x, y, radii[0])
                && inside(width - x, y, radii[1])
                && inside(width - x, height - y, radii[2])
                && inside(x, height - y, radii[3]));
  }

  static Sheet ellipse(Sheet in) {
    double a = in.width() / 2.0;
    double b = in.height() / 2.0;
    return masked(in, (x, y) -> Math.hypot((x - a) / a, (y - b) / b) <= 1);
  }

  private interface Shape {
    boolean has(double x, double y);
  }

  private static Sheet masked(Sheet in, Shape shape) {
    return Sheet.of(
        in.width(),
        in.height(),
        (x, y, band) -> in.at(x, y, band) * (band == Sheet.ALPHA ? share(shape, x, y) : 1));
  }

  private static double share(Shape shape, int x, int y) {
    int hits = 0;
    for (int row = 0; row < SUB; row++) {
      for (int column = 0; column < SUB; column++) {
        hits += shape.has(x + (column + 0.5) / SUB, y + (row + 0.5) / SUB) ? 1 : 0;
      }
    }
    return (double) hits / (SUB * SUB);
  }

  private static boolean inside(double x, double y, double radius) {
    return x >= radius || y >= radius || Math.hypot(radius - x, radius - y) <= radius;
  }
}
