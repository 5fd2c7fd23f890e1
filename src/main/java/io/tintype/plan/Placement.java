package io.tintype.plan;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.Gravity;
import io.tintype.model.Gravity.Direction;

/** Where a region lies in a picture, or a picture on a canvas. */
final class Placement {
  private Placement() {}

  /** An offset of a top-left corner. */
  record Offset(long left, long top) {
    static final Offset NONE = new Offset(0, 0);
  }

  /** Where a region begins that is cut out of a picture at an anchor. */
  static Offset ofCut(Size picture, Size region, Direction direction) {
    return new Offset(
        cut(picture.width(), region.width(), direction.horizontal()),
        cut(picture.height(), region.height(), direction.vertical()));
  }

  /** Where a region begins so that its middle comes as near to a point as the picture allows. */
  static Offset near(Size picture, Size region, double x, double y) {
    return within(
        picture,
        region,
        new Offset(
            Evaluator.rounded(x - region.width() / 2.0),
            Evaluator.rounded(y - region.height() / 2.0)));
  }

  /** An offset, moved so that the region lies in the picture. */
  static Offset within(Size picture, Size region, Offset offset) {
    return new Offset(
        Math.clamp(offset.left, 0, picture.width() - region.width()),
        Math.clamp(offset.top, 0, picture.height() - region.height()));
  }

  /**
   * Where a picture begins on a larger canvas; only anchors say anything about that, everything
   * else means centre.
   */
  static Offset onCanvas(Size canvas, Size picture, Gravity gravity) {
    return onCanvas(
        canvas,
        picture,
        gravity instanceof Gravity.Compass(var direction) ? direction : Direction.CENTER);
  }

  /** Where a picture begins at an anchor of a canvas; outside if it is larger. */
  static Offset onCanvas(Size canvas, Size picture, Direction direction) {
    return new Offset(
        pad(canvas.width(), picture.width(), direction.horizontal()),
        pad(canvas.height(), picture.height(), direction.vertical()));
  }

  /**
   * An offset that somebody asked for.
   *
   * @throws FaultException {@link Fault.InvalidArgument} if the region leaves the picture
   */
  static Offset checked(Size picture, Size region, Offset offset) {
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

  private static long cut(long within, long region, int towards) {
    return switch (towards) {
      case -1 -> 0;
      case 0 -> Rounding.cutOffset(within, region);
      default -> within - region;
    };
  }

  static long pad(long within, long picture, int towards) {
    return switch (towards) {
      case -1 -> 0;
      case 0 -> Rounding.padOffset(within, picture);
      default -> within - picture;
    };
  }

  static FaultException outside(Size picture, Size region, Offset offset) {
    return new FaultException(
        new Fault.InvalidArgument(
            "crop region",
            "%dx%d at (%d, %d)".formatted(region.width(), region.height(), offset.left, offset.top),
            "a region inside the picture of %dx%d".formatted(picture.width(), picture.height())));
  }
}
