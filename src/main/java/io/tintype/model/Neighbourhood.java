package io.tintype.model;

/**
 * The pixels around one, itself among them.
 *
 * @param radius in pixels, 0 to 10; of fractions only a disk knows
 */
public record Neighbourhood(Shape shape, double radius) {
  public Neighbourhood {
    Range.check("radius", radius, 0, 10);
  }

  /** Shapes as ImageMagick has them. */
  public enum Shape {
    SQUARE,
    DISK,
    DIAMOND,
    OCTAGON,
    PLUS,
    CROSS
  }

  /** How far away its pixels are at most, in either direction. */
  public int reach() {
    return (int) radius;
  }

  /** Whether a pixel this far away belongs to it. */
  public boolean contains(int right, int down) {
    int x = Math.abs(right);
    int y = Math.abs(down);
    boolean near = x <= reach() && y <= reach();
    return near
        && switch (shape) {
          case SQUARE -> true;
          case DISK -> x * x + y * y <= radius * radius;
          case DIAMOND -> x + y <= reach();
          case OCTAGON -> x + y <= reach() + reach() / 2;
          case PLUS -> x == 0 || y == 0;
          case CROSS -> x == y;
        };
  }
}
