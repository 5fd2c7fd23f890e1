package io.tintype.model;

import java.util.Set;

/** The point a crop or a placement holds on to. */
public sealed interface Gravity {
  /** One of the nine anchors. */
  record Compass(Direction direction) implements Gravity {}

  /** Top-left corner of the region, in pixels of the step's input. */
  record TopLeft(Expression x, Expression y) implements Gravity {
    /** Written out. */
    public TopLeft(int x, int y) {
      this(Expression.of(x), Expression.of(y));
    }
  }

  /** Centre of the region, in pixels of the step's input. */
  record Centre(Expression x, Expression y) implements Gravity {
    /** Written out. */
    public Centre(int x, int y) {
      this(Expression.of(x), Expression.of(y));
    }
  }

  /**
   * Away from an anchor, in pixels of the picture that is cut: rightwards and downwards, but from
   * the right and the bottom inwards. A region that would leave the picture is moved back in where
   * it has to keep its size, else it becomes smaller.
   */
  record Inwards(Direction from, Expression x, Expression y) implements Gravity {}

  /** With its centre as near to a point as the picture allows, in pixels of the picture. */
  record Near(Expression x, Expression y) implements Gravity {}

  /** Where a picture draws attention, by libvips' measure of skin, edges and saturation. */
  record Attention() implements Gravity {}

  /**
   * Things a detector finds, for example {@code face}.
   *
   * @param names of the things, not empty
   * @param zoom above 1 shows less around them, below 1 more
   * @param otherwise without a find
   */
  record Objects(Set<String> names, double zoom, Gravity otherwise) implements Gravity {
    /** What draws attention, where nothing is found. */
    public Objects(Set<String> names, double zoom) {
      this(names, zoom, new Attention());
    }

    public Objects {
      names = Set.copyOf(names);
      Range.check("zoom", zoom, Double.MIN_VALUE, Double.MAX_VALUE);
    }
  }

  /**
   * The area that is stored with the source.
   *
   * @param otherwise without one
   * @param told whether it is reported that there is none, unless something as clever takes its
   *     place
   */
  record Stored(Gravity otherwise, boolean told) implements Gravity {
    /** An area whose absence is news. */
    public Stored(Gravity otherwise) {
      this(otherwise, true);
    }
  }

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
