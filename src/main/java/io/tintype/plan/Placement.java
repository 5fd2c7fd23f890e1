package io.tintype.plan;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.Expression;
import io.tintype.model.Gravity;

/** Where a region lies in a picture, or a picture on a canvas. */
final class Placement {
  private Placement() {}

  /** An offset of a top-left corner. */
  record Offset(long left, long top) {}

  /**
   * Where a region begins that is cut out of a picture.
   *
   * @throws FaultException {@link Fault.InvalidArgument} if the gravity's own coordinates lead out
   *     of the picture
   */
  static Offset ofCut(Size picture, Size region, Gravity gravity) {
    return switch (gravity) {
      case Gravity.Compass(var direction) ->
          new Offset(
              cut(picture.width(), region.width(), direction.horizontal()),
              cut(picture.height(), region.height(), direction.vertical()));
      case Gravity.TopLeft(var x, var y) ->
          checked(picture, region, new Offset(number(x), number(y)));
      case Gravity.Centre(var x, var y) ->
          checked(
              picture,
              region,
              new Offset(number(x) - region.width() / 2, number(y) - region.height() / 2));
      default -> throw new UnsupportedOperationException();
    };
  }

  /**
   * Where a picture begins on a larger canvas; coordinates say nothing about that and mean centre.
   */
  static Offset onCanvas(Size canvas, Size picture, Gravity gravity) {
    return switch (gravity) {
      case Gravity.Compass(var direction) ->
          new Offset(
              pad(canvas.width(), picture.width(), direction.horizontal()),
              pad(canvas.height(), picture.height(), direction.vertical()));
      default -> onCanvas(canvas, picture, Gravity.CENTER);
    };
  }

  static int number(Expression expression) {
    return expression instanceof Expression.Constant(var value) ? (int) value : 0;
  }

  private static long cut(long within, long region, int towards) {
    return switch (towards) {
      case -1 -> 0;
      case 0 -> Rounding.cutOffset(within, region);
      default -> within - region;
    };
  }

  private static long pad(long within, long picture, int towards) {
    return switch (towards) {
      case -1 -> 0;
      case 0 -> Rounding.padOffset(within, picture);
      default -> within - picture;
    };
  }

  private static Offset checked(Size picture, Size region, Offset offset) {
    boolean inside =
        offset.left >= 0
            && offset.top >= 0
            && offset.left + region.width() <= picture.width()
            && offset.top + region.height() <= picture.height();
    if (!inside) {
      throw outside(picture, region, offset);
    }
    return offset;
  }

  private static FaultException outside(Size picture, Size region, Offset offset) {
    return new FaultException(
        new Fault.InvalidArgument(
            "crop region",
            "%dx%d at (%d, %d)".formatted(region.width(), region.height(), offset.left, offset.top),
            "a region inside the picture of %dx%d".formatted(picture.width(), picture.height())));
  }
}
