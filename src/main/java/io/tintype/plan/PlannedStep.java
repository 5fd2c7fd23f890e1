package io.tintype.plan;

import io.tintype.model.Adjustment;
import io.tintype.model.Backdrop;
import io.tintype.model.Color;
import io.tintype.model.Corners;
import io.tintype.model.Quadrangle;
import java.util.Optional;
import java.util.OptionalDouble;

/** One concrete operation: every number is decided, all in pixels of one frame. */
public sealed interface PlannedStep {
  /** Changes colours, and never the size. */
  sealed interface Tone extends PlannedStep {}

  /** Moves pixels, and brings in no colour that was not there. */
  sealed interface Rearrangement extends PlannedStep {}

  /** Measures colours of the picture before it changes any; of an animation those of all frames. */
  sealed interface Measuring extends PlannedStep {
    /** Whether it does so with these numbers. */
    default boolean measures() {
      return true;
    }
  }

  /** Turn and mirror as an EXIF orientation of 2 to 8 says. */
  record Orient(int orientation) implements Rearrangement {}

  /** Resample to exactly this size. */
  record Scale(int width, int height) implements Rearrangement {}

  /** Cut out; the region lies inside the picture. */
  record Cut(int left, int top, int width, int height) implements Rearrangement {}

  /** Put the picture on a larger canvas, its top-left corner at the offset. */
  record Canvas(int left, int top, int width, int height, Color background)
      implements PlannedStep {}

  /**
   * Put the picture on a larger canvas that shows its own colours.
   *
   * @param colors which, and where
   */
  record DominantCanvas(int left, int top, int width, int height, Backdrop.Dominant colors)
      implements Measuring {}

  /**
   * Put the picture, scaled to one size, on itself, scaled to another, cut and blurred. Both
   * scalings begin with the picture as it reaches the step.
   *
   * @param cover size of the picture that covers the canvas
   * @param window what of it becomes the canvas; its size is that of the result
   * @param sigma of libvips' Gaussian; 0 = not blurred
   * @param brightness added to CIE L*, −127.5 to 127.5
   * @param fit size of the picture in front
   * @param left where it begins on the canvas
   * @param top where it begins on the canvas
   */
  record BlurredCanvas(
      Scale cover, Cut window, double sigma, double brightness, Scale fit, int left, int top)
      implements PlannedStep {}

  /** Turn clockwise by 1, 2 or 3 quarters. */
  record Turn(int quarters) implements Rearrangement {}

  /**
   * Turn clockwise by any angle.
   *
   * @param degrees between 0 and 360, no multiple of 90
   * @param width of the bounding box, to which the result is fitted
   * @param height of the bounding box
   */
  record Spin(double degrees, Color background, int width, int height) implements PlannedStep {}

  /**
   * Repeat the picture in both directions, all over a canvas.
   *
   * @param left where one of the copies begins, 0 to below the picture's width
   * @param top the same downwards
   * @param width of the canvas
   * @param height of the canvas
   */
  record Tile(int left, int top, int width, int height) implements PlannedStep {}

  /** Mirror. */
  record Flip(boolean leftRight, boolean topBottom) implements Rearrangement {}

  /** Blur with libvips' Gaussian of this sigma, at least 0.2. */
  record Blur(double sigma) implements Tone {}

  /** Keep luminance only. */
  record Grayscale() implements Tone {}

  /** Stretch luminance to the full range. */
  record StretchContrast() implements Tone, Measuring {}

  /** Sharpen, 1 being usual; without an amount mildly. */
  record Sharpen(OptionalDouble amount) implements Tone {}

  /** Unsharp mask; see {@link io.tintype.model.Step.UnsharpMask}. */
  record UnsharpMask(double radius, double sigma, double amount, double threshold)
      implements Tone {}

  /** Replace a colour; see {@link io.tintype.model.Step.ReplaceColor}. */
  record ReplaceColor(Color to, double tolerance, Optional<Color> from) implements Tone, Measuring {
    @Override
    public boolean measures() {
      return from.isEmpty();
    }
  }

  /** Tint; see {@link io.tintype.model.Step.Colorize}. */
  record Colorize(Color color, double intensity) implements Tone {}

  /** Change pixels; of what makes parts clear the result has an alpha channel. */
  record Adjust(Adjustment adjustment) implements Tone, Measuring {
    @Override
    public boolean measures() {
      return adjustment instanceof Adjustment.Measured wish && wish.measures();
    }
  }

  /** Change colours in a region that lies inside the picture; no step that measures. */
  record Within(Cut region, Tone tone) implements Tone {}

  /**
   * Put a shadow behind, on a canvas that holds both; the result has an alpha channel.
   *
   * @param sigma of libvips' Gaussian
   * @param strength opacity, above 0 to 1
   * @param left where the picture begins on the canvas
   * @param top where the picture begins on the canvas
   * @param dx where the shadow is beside the picture
   * @param dy where the shadow is beside the picture
   * @param width of the canvas
   * @param height of the canvas
   */
  record CastShadow(
      Color color,
      double sigma,
      double strength,
      int left,
      int top,
      int dx,
      int dy,
      int width,
      int height)
      implements PlannedStep {}

  /**
   * Move the corners to these places; the result has an alpha channel. The canvas is the bounding
   * box of the corners.
   *
   * @param corners on the new canvas, a convex shape
   * @param width of the new canvas
   * @param height of the new canvas
   */
  record Perspective(Quadrangle corners, int width, int height) implements PlannedStep {}

  /**
   * Bend along a circle, as ImageMagick's {@code -distort Arc} does; the result has an alpha
   * channel.
   *
   * <p>For a picture of {@code w} by {@code h} pixels and an angle {@code a} of that many degrees
   * in radians, the picture becomes a part of a ring: its middle row keeps its length on the radius
   * {@code w / a}, its top row lies on the outer radius {@code R = w / a + h / 2}, its bottom row
   * on the inner radius {@code r = max(0, w / a - h / 2)}; rows that would lie beyond the centre
   * are lost. The ring's part is symmetrical to the vertical through the centre. The canvas is its
   * bounding box, both sides rounded up: {@code 2 R sin(min(a, π) / 2)} wide and {@code R - min(R
   * cos(a / 2), r cos(a / 2))} high, so that the centre lies {@code R} below the canvas's top and
   * in the middle of its width. For negative degrees the same picture turned over, bent and turned
   * over again.
   *
   * @param degrees not 0; positive bends the middle upwards
   * @param width of the new canvas
   * @param height of the new canvas
   */
  record Arc(double degrees, int width, int height) implements PlannedStep {}

  /**
   * Draw a linear gradient over the picture.
   *
   * @param degrees direction of travel, clockwise from upwards
   * @param length pixels along that direction after which {@code to} is reached; the line begins
   *     where CSS has it begin (CSS Images 3, "Linear gradients")
   */
  record Gradient(double degrees, Color from, Color to, double length) implements PlannedStep {}

  /** Put a shadow behind; the result has an alpha channel if the picture has one. */
  record Shadow(double sigma, double strength, int dx, int dy) implements PlannedStep {}

  /** Put something on the picture. */
  record Overlay(PlannedLayer layer) implements PlannedStep {}

  /** Make corners round; every radius is at most half the shorter side. */
  record RoundCorners(Corners radii) implements PlannedStep {}

  /** Keep the largest ellipse only. */
  record Ellipse() implements PlannedStep {}

  /** Multiply alpha. */
  record Fade(double opacity) implements PlannedStep {}

  /**
   * Put a colour behind whatever is transparent; on an opaque one the result has no alpha channel.
   */
  record Fill(Color background) implements PlannedStep {}
}
