package io.tintype.plan;

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
   * Where the layer begins on the picture. It lies inside; a larger one covers the picture on that
   * axis, and what hangs over is not seen.
   */
  Offset at(Position position) {
    return switch (position) {
      case Position.At(var direction) -> Placement.onCanvas(base, layer, direction);
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
      case Position.Offset(var horizontal, var vertical, _) ->
          new Offset(strength("lx", horizontal), strength("ly", vertical));
    };
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
