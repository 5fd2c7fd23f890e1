package io.tintype.model;

import io.tintype.model.Gravity.Direction;

/** Where a layer goes. */
public sealed interface Position {
  /** At one of the nine anchors. */
  record At(Direction direction) implements Position {}

  /**
   * Away from an anchor, in pixels: rightwards and downwards, but from the right and the bottom
   * inwards. May lead out of the picture.
   */
  record Inwards(Direction from, Expression x, Expression y) implements Position {}

  /**
   * Away from an anchor of the picture. Whatever would lie outside is moved back in, as far as it
   * fits.
   *
   * @param anchor of the picture, from which offsets count unless they begin at the {@link
   *     Origin#END}
   */
  record Offset(Axis horizontal, Axis vertical, Direction anchor) implements Position {}

  /**
   * An offset along one axis.
   *
   * @param pixels counted rightwards or downwards, except from the end
   */
  record Axis(Expression pixels, Origin origin) {
    /** At the anchor itself. */
    public static final Axis NONE = new Axis(Expression.of(0), Origin.START);
  }

  /** What of a layer an offset moves, and from where. */
  enum Origin {
    /** The layer's left or top edge from the anchor. */
    START,
    /** The layer's right or bottom edge from the picture's right or bottom edge, inwards. */
    END,
    /** The layer's middle from the anchor. */
    CENTER
  }

  Position MIDDLE = new At(Direction.CENTER);
}
