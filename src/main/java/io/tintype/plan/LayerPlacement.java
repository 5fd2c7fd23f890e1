package io.tintype.plan;

import io.tintype.model.Expression;
import io.tintype.model.Position;
import io.tintype.model.Position.Axis;
import io.tintype.plan.Placement.Offset;
import java.util.OptionalLong;

/**
 * Where a layer goes, decided once its size is final.
 *
 * @param base size of the picture it is put on
 * @param layer its size after all its steps
 * @param figures know both, the layer as the current picture
 */
record LayerPlacement(Size base, Size layer, Figures figures) {
  /**
   * Where the layer begins on the picture. Unless it goes inwards from an anchor it lies inside; a
   * larger one covers the picture on that axis.
   */
  Offset at(Position position) {
    return switch (position) {
      case Position.At(var direction) -> Placement.onCanvas(base, layer, direction);
      case Position.Inwards(var from, var x, var y) -> {
        Offset start = Placement.onCanvas(base, layer, from);
        yield new Offset(
            start.left() + inwards("x", x, from.horizontal()),
            start.top() + inwards("y", y, from.vertical()));
      }
      case Position.Offset(var horizontal, var vertical, var anchor) ->
          new Offset(
              inside(
                  start("lx", horizontal, base.width(), layer.width(), anchor.horizontal()), true),
              inside(
                  start("ly", vertical, base.height(), layer.height(), anchor.vertical()), false));
    };
  }

  /** How far a displacement moves pixels at most: to the right and downwards. */
  Offset displacement(Position position) {
    return switch (position) {
      case Position.At _ -> Offset.NONE;
      case Position.Inwards(_, var x, var y) -> new Offset(inwards("x", x, 0), inwards("y", y, 0));
      case Position.Offset(var horizontal, var vertical, _) ->
          new Offset(strength("lx", horizontal), strength("ly", vertical));
    };
  }

  /** Whether a layer that begins there has a pixel on the picture. */
  boolean touches(Offset at) {
    return at.left() < base.width()
        && at.top() < base.height()
        && at.left() + layer.width() > 0
        && at.top() + layer.height() > 0;
  }

  /** The smallest picture that holds both, if the layer begins there. */
  Size union(Offset at) {
    return new Size(
        Math.max(base.width(), at.left() + layer.width()) - Math.min(0, at.left()),
        Math.max(base.height(), at.top() + layer.height()) - Math.min(0, at.top()));
  }

  /** An offset that cannot be computed counts as none. */
  private long inwards(String parameter, Expression offset, int anchor) {
    long pixels = figures.pixels(parameter, offset, Quantity.COORDINATE).orElse(0);
    return anchor > 0 ? -pixels : pixels;
  }

  private long strength(String parameter, Axis axis) {
    long pixels = pixels(parameter, axis).orElse(0);
    return axis.origin() == Position.Origin.END ? -pixels : pixels;
  }

  /** An offset that cannot be computed counts as none, from the anchor. */
  private long start(String parameter, Axis axis, long full, long side, int anchor) {
    OptionalLong pixels = pixels(parameter, axis);
    if (pixels.isEmpty()) {
      return anchored(full, anchor);
    }
    long offset = pixels.getAsLong();
    return switch (axis.origin()) {
      case START -> anchored(full, anchor) + offset;
      case END -> full - side - offset;
      case CENTER -> anchored(full, anchor) + offset - side / 2;
    };
  }

  /** Offsets of the middle have names of their own: {@code lxc}, {@code lyc}. */
  private OptionalLong pixels(String parameter, Axis axis) {
    String name = axis.origin() == Position.Origin.CENTER ? parameter + "c" : parameter;
    return figures.pixels(name, axis.pixels(), Quantity.COORDINATE);
  }

  private static long anchored(long full, int anchor) {
    return Placement.pad(full, 0, anchor);
  }

  private long inside(long start, boolean horizontally) {
    long room = horizontally ? base.width() - layer.width() : base.height() - layer.height();
    return Math.clamp(start, Math.min(0, room), Math.max(0, room));
  }
}
