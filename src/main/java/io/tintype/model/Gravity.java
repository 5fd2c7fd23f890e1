package io.tintype.model;

/** The point a crop or a placement holds on to. */
public sealed interface Gravity {
  /** One of the nine anchors. */
  record Compass(Direction direction) implements Gravity {}

  /** Top-left corner of the region, in pixels of the step's input. */
  record TopLeft(int x, int y) implements Gravity {}

  /** Centre of the region, in pixels of the step's input. */
  record Centre(int x, int y) implements Gravity {}

  Gravity CENTER = new Compass(Direction.CENTER);

  /** The nine anchors. */
  enum Direction {
    TOP_LEFT(-1, -1),
    TOP(0, -1),
    TOP_RIGHT(1, -1),
    LEFT(-1, 0),
    CENTER(0, 0),
    RIGHT(1, 0),
    BOTTOM_LEFT(-1, 1),
    BOTTOM(0, 1),
    BOTTOM_RIGHT(1, 1);

    private final int horizontal;
    private final int vertical;

    Direction(int horizontal, int vertical) {
      this.horizontal = horizontal;
      this.vertical = vertical;
    }

    /** -1 left edge, 0 middle, 1 right edge. */
    public int horizontal() {
      return horizontal;
    }

    /** -1 top edge, 0 middle, 1 bottom edge. */
    public int vertical() {
      return vertical;
    }
  }
}
