package io.tintype.plan;

import io.tintype.model.Color;

/** One concrete operation: every number is decided, all in pixels of one frame. */
public sealed interface PlannedStep {
  /** Turn and mirror as an EXIF orientation of 2 to 8 says. */
  record Orient(int orientation) implements PlannedStep {}

  /** Resample to exactly this size. */
  record Scale(int width, int height) implements PlannedStep {}

  /** Cut out; the region lies inside the picture. */
  record Cut(int left, int top, int width, int height) implements PlannedStep {}

  /** Put the picture on a larger canvas, its top-left corner at the offset. */
  record Canvas(int left, int top, int width, int height, Color background)
      implements PlannedStep {}

  /** Turn clockwise by 1, 2 or 3 quarters. */
  record Turn(int quarters) implements PlannedStep {}

  /**
   * Turn clockwise by any angle.
   *
   * @param degrees between 0 and 360, no multiple of 90
   * @param width of the bounding box, to which the result is fitted
   * @param height of the bounding box
   */
  record Spin(double degrees, Color background, int width, int height) implements PlannedStep {}

  /** Put a colour behind whatever is transparent; the result has no alpha channel. */
  record Fill(Color background) implements PlannedStep {}
}
