package io.tintype.plan;

import io.tintype.model.FocusArea;
import io.tintype.model.Layer.Blend;
import java.util.Optional;

/** Where the stored area lies while a chain changes the picture; its middle is in the picture. */
record Focus(double left, double top, double width, double height) {
  /** As much of a stored area as lies in the picture; empty = none of it. */
  static Optional<Focus> of(FocusArea area, Size picture) {
    return new Focus(area.x(), area.y(), area.width(), area.height()).within(picture);
  }

  double middleX() {
    return left + width / 2;
  }

  double middleY() {
    return top + height / 2;
  }

  /**
   * Where the area lies after a step.
   *
   * @param before size of the picture before it
   * @param after size of the picture after it
   * @return empty if it has been cut off, or where it is now cannot be said
   */
  Optional<Focus> after(PlannedStep step, Size before, Size after) {
    return switch (step) {
      case PlannedStep.Scale _ -> Optional.of(scaled(before, after));
      case PlannedStep.Cut cut -> moved(-cut.left(), -cut.top()).within(after);
      case PlannedStep.Canvas canvas -> Optional.of(moved(canvas.left(), canvas.top()));
      case PlannedStep.DominantCanvas canvas -> Optional.of(moved(canvas.left(), canvas.top()));
      case PlannedStep.BlurredCanvas canvas -> {
        Size fit = new Size(canvas.fit().width(), canvas.fit().height());
        yield Optional.of(scaled(before, fit).moved(canvas.left(), canvas.top()));
      }
      case PlannedStep.CastShadow shadow -> Optional.of(moved(shadow.left(), shadow.top()));
      case PlannedStep.Turn(var quarters) -> Optional.of(turned(90.0 * quarters, before, after));
      case PlannedStep.Spin spin -> turned(spin.degrees(), before, after).within(after);
      case PlannedStep.Flip flip -> Optional.of(flipped(flip, before));
      case PlannedStep.Overlay(var layer) when layer.blend() == Blend.CUTTER ->
          moved(-layer.left(), -layer.top()).within(after);
      case PlannedStep.Perspective _, PlannedStep.Arc _, PlannedStep.Tile _ -> Optional.empty();
      case PlannedStep.Orient _,
          PlannedStep.Tone _,
          PlannedStep.Gradient _,
          PlannedStep.Shadow _,
          PlannedStep.Overlay _,
          PlannedStep.RoundCorners _,
          PlannedStep.Ellipse _,
          PlannedStep.Fade _,
          PlannedStep.Fill _ ->
          Optional.of(this);
    };
  }

  private Focus moved(double right, double down) {
    return new Focus(left + right, top + down, width, height);
  }

  private Focus scaled(Size before, Size after) {
    double wider = (double) after.width() / before.width();
    double higher = (double) after.height() / before.height();
    return new Focus(left * wider, top * higher, width * wider, height * higher);
  }

  private Focus flipped(PlannedStep.Flip flip, Size picture) {
    return new Focus(
        flip.leftRight() ? picture.width() - left - width : left,
        flip.topBottom() ? picture.height() - top - height : top,
        width,
        height);
  }

  /** The bounding box of the area, turned clockwise about the middle of the picture. */
  private Focus turned(double degrees, Size before, Size after) {
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    double fromX = middleX() - before.width() / 2.0;
    double fromY = middleY() - before.height() / 2.0;
    double toX = after.width() / 2.0 + fromX * cos - fromY * sin;
    double toY = after.height() / 2.0 + fromX * sin + fromY * cos;
    double wide = width * Math.abs(cos) + height * Math.abs(sin);
    double high = width * Math.abs(sin) + height * Math.abs(cos);
    return new Focus(toX - wide / 2, toY - high / 2, wide, high);
  }

  private Optional<Focus> within(Size picture) {
    double fromX = Math.max(0, left);
    double fromY = Math.max(0, top);
    double toX = Math.min((double) picture.width(), left + width);
    double toY = Math.min((double) picture.height(), top + height);
    return toX <= fromX || toY <= fromY
        ? Optional.empty()
        : Optional.of(new Focus(fromX, fromY, toX - fromX, toY - fromY));
  }
}
