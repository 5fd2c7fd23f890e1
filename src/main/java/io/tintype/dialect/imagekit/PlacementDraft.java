package io.tintype.dialect.imagekit;

import io.tintype.model.Expression;
import io.tintype.model.Expression.Operator;
import io.tintype.model.Gravity.Direction;
import io.tintype.model.Layer.Blend;
import io.tintype.model.Position;
import io.tintype.model.Position.Axis;
import io.tintype.model.Position.Origin;
import java.util.Optional;

/** What a layer says about where it goes and how it comes together with what is below. */
final class PlacementDraft {
  private static final String[] OFFSETS = {"lx", "ly", "lxc", "lyc"};

  private Optional<Offset> left = Optional.empty();
  private Optional<Offset> top = Optional.empty();
  private Optional<Offset> middleX = Optional.empty();
  private Optional<Offset> middleY = Optional.empty();
  private Direction anchor = Direction.TOP_LEFT;
  private Direction focus = Direction.CENTER;
  private Blend blend = Blend.OVER;

  /**
   * A distance.
   *
   * @param negative whether it is written with {@code N}, which also {@code N0} is
   */
  record Offset(Expression pixels, boolean negative) {
    private Expression signed() {
      return switch (pixels) {
        case Expression.Constant(var value) when negative -> Expression.of(0 - value);
        case Expression computed when negative ->
            new Expression.Operation(Operator.SUBTRACT, Expression.of(0), computed);
        case Expression plain -> plain;
      };
    }
  }

  void left(Offset offset) {
    left = Optional.of(offset);
  }

  void top(Offset offset) {
    top = Optional.of(offset);
  }

  void middleX(Offset offset) {
    middleX = Optional.of(offset);
  }

  void middleY(Offset offset) {
    middleY = Optional.of(offset);
  }

  void anchor(Direction direction) {
    anchor = direction;
  }

  void focus(Direction direction) {
    focus = direction;
  }

  void blend(Blend mode) {
    blend = mode;
  }

  Blend blend() {
    return blend;
  }

  /** Whether a displacement map says how far it moves pixels, as it has to. */
  boolean displacesByNothing() {
    return blend == Blend.DISPLACE && left.isEmpty() && top.isEmpty();
  }

  Position position(Usage usage) {
    boolean offset = false;
    for (String key : OFFSETS) {
      offset |= usage.has(key);
    }
    if (!offset) {
      usage.moot("is of no effect without lx, ly, lxc or lyc", "lap");
      return new Position.At(focus);
    }
    usage.moot("is overridden by an offset", "lfo");
    if (left.isPresent()) {
      usage.moot("is overridden by lx", "lxc");
    }
    if (top.isPresent()) {
      usage.moot("is overridden by ly", "lyc");
    }
    boolean fromEnds = blend != Blend.DISPLACE;
    return new Position.Offset(
        axis(left, middleX, fromEnds && anchor.horizontal() < 0),
        axis(top, middleY, fromEnds && anchor.vertical() < 0),
        anchor);
  }

  /** {@code N} counts from the far edge, unless an anchor or a displacement gives it a sign. */
  private static Axis axis(Optional<Offset> edge, Optional<Offset> middle, boolean fromEnds) {
    if (edge.isPresent()) {
      Offset offset = edge.get();
      return fromEnds && offset.negative()
          ? new Axis(offset.pixels(), Origin.END)
          : new Axis(offset.signed(), Origin.START);
    }
    return middle.map(offset -> new Axis(offset.signed(), Origin.CENTER)).orElse(Axis.NONE);
  }
}
