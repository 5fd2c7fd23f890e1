package io.tintype.model;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One operation of a transformation. Steps run in list order; each sees the result of the one
 * before.
 */
public sealed interface Step {
  /** Changes the shape of the picture. */
  sealed interface Geometry extends Step {}

  /** Changes colours, and never the size. */
  sealed interface Tone extends Step {}

  /** Can be done to a part of the picture, too. */
  sealed interface Local extends Tone {}

  /** Scale, and for the covering fits cut. */
  record Resize(Fit fit, Box box, Gravity gravity) implements Geometry {}

  /** Put the picture on a canvas of exactly the box. */
  record Pad(Padding padding, Box box, Gravity gravity, Backdrop backdrop) implements Geometry {
    /** On a plain colour. */
    public Pad(Padding padding, Box box, Gravity gravity, Color color) {
      this(padding, box, gravity, new Backdrop.Solid(color));
    }
  }

  /** Cut out a region without scaling. */
  record Crop(Box box, Gravity gravity) implements Geometry {}

  /**
   * Cut off edges of one colour; a picture that is nothing else stays whole.
   *
   * @param tolerance how different a pixel may be, 1 to 255 of 255
   * @param edges their colour, as which clear pixels count as well; empty = that of the top-left
   *     pixel
   */
  record Trim(int tolerance, Optional<Color> edges) implements Geometry {
    public Trim {
      Range.check("tolerance", tolerance, 1, 255);
    }

    /** Edges that look like the top-left pixel. */
    public Trim(int tolerance) {
      this(tolerance, Optional.empty());
    }
  }

  /**
   * Turn clockwise.
   *
   * @param degrees any finite angle; multiples of 90 keep every pixel, others enlarge the canvas to
   *     the bounding box
   * @param background what fills the corners
   */
  record Rotate(double degrees, Color background) implements Geometry {
    public Rotate {
      Range.finite("degrees", degrees);
    }
  }

  /** Mirror. */
  record Flip(boolean leftRight, boolean topBottom) implements Geometry {}

  /**
   * Blur.
   *
   * @param sigma of libvips' Gaussian in pixels, greater than 0 to 100
   */
  record Blur(double sigma) implements Local {
    public Blur {
      Range.check("sigma", sigma, Double.MIN_VALUE, 100);
    }
  }

  /** Keep luminance only. */
  record Grayscale() implements Tone {}

  /** Stretch luminance to the full range: the first per cent becomes black, the last white. */
  record StretchContrast() implements Tone {}

  /**
   * Sharpen.
   *
   * @param amount 1 = as strong as is usual; empty = mildly, with a fast 3×3 mask
   */
  record Sharpen(OptionalDouble amount) implements Tone {}

  /**
   * Unsharp mask as ImageMagick has it.
   *
   * @param radius of the blur in pixels; 0 = follows from sigma
   * @param sigma of the blur in pixels
   * @param amount share of the difference that is added
   * @param threshold share of the full range above which differences count
   */
  record UnsharpMask(double radius, double sigma, double amount, double threshold)
      implements Tone {}

  /**
   * Replace a colour, keeping shades.
   *
   * @param tolerance largest distance in CIE Lab, 0 to 100
   * @param from empty = the most frequent colour of the picture
   */
  record ReplaceColor(Color to, double tolerance, Optional<Color> from) implements Tone {
    public ReplaceColor {
      Range.check("tolerance", tolerance, 0, 100);
    }
  }

  /**
   * Tint: luminance times the colour.
   *
   * @param intensity 0 (nothing happens) to 1
   */
  record Colorize(Color color, double intensity) implements Tone {
    public Colorize {
      Range.check("intensity", intensity, 0, 1);
    }
  }

  /** Change pixels. */
  record Adjust(Adjustment adjustment) implements Tone {}

  /**
   * Squares of one colour.
   *
   * @param side in pixels, from 1; empty = a twentieth of the shorter side
   */
  record Pixelate(OptionalInt side) implements Local {
    public Pixelate {
      Range.check("side", side.orElse(1), 1, Integer.MAX_VALUE);
    }
  }

  /**
   * Change colours in a part of the picture only, as much of it as lies inside.
   *
   * @param left in pixels
   * @param top in pixels
   * @param width in pixels; empty = to the right edge
   * @param height in pixels; empty = to the bottom
   */
  record Within(
      Expression left,
      Expression top,
      Optional<Expression> width,
      Optional<Expression> height,
      Local tone)
      implements Tone {}

  /**
   * Become clear towards an edge.
   *
   * @param vertical whether the edge is the top or the bottom
   * @param reach in pixels; positive from the top or the left, negative from the bottom or right
   * @param symmetric whether from the opposite edge, too
   * @param exponent of the share of the way; 1 = evenly
   */
  record FadeEdge(boolean vertical, Expression reach, boolean symmetric, double exponent)
      implements Tone {
    public FadeEdge {
      Range.check("exponent", exponent, 0, 5);
    }
  }

  /**
   * Put a soft shadow of everything opaque behind the picture; the canvas grows where it has to.
   *
   * @param strength opacity, 0 to 1
   * @param x offset to the right in pixels
   * @param y offset downwards in pixels
   */
  record CastShadow(Color color, double strength, Expression x, Expression y) implements Geometry {
    public CastShadow {
      Range.check("strength", strength, 0, 1);
    }
  }

  /**
   * Slant about the top-left corner; the canvas becomes the bounding box.
   *
   * @param x degrees by which vertical lines lean, their lower end to the right, −89 to 89
   * @param y degrees by which horizontal lines lean, their right end down, −89 to 89
   */
  record Shear(double x, double y) implements Geometry {
    public Shear {
      Range.check("x", x, -89, 89);
      Range.check("y", y, -89, 89);
    }
  }

  /**
   * Move the corners of the picture to these places, in pixels; outside is clear.
   *
   * @param corners top left, top right, bottom right, bottom left
   */
  record Perspective(Quadrangle corners) implements Geometry {}

  /**
   * Bend the picture along a circle.
   *
   * @param degrees of the arc, −360 to 360 and not 0; positive bends the middle upwards
   */
  record Arc(double degrees) implements Geometry {
    public Arc {
      Range.check("degrees", degrees, -360, 360);
    }
  }

  /**
   * Draw a linear gradient over the picture.
   *
   * @param degrees direction of travel, clockwise from upwards, 0 to below 360
   * @param stop where {@code to} is reached: a share of the way below 1, else pixels; 1 = the end
   */
  record Gradient(double degrees, Color from, Color to, Expression stop) implements Step {
    public Gradient {
      Range.check("degrees", degrees, 0, Math.nextDown(360.0));
    }
  }

  /**
   * Put a shadow of everything opaque behind the picture; the canvas keeps its size.
   *
   * @param blur 0 to 15
   * @param strength opacity, 0 to 1
   * @param x offset to the right as a share of the width, −1 to 1
   * @param y offset downwards as a share of the height, −1 to 1
   */
  record Shadow(double blur, double strength, double x, double y) implements Step {}

  /** Put something on the picture. */
  record Overlay(Layer layer) implements Step {}

  /**
   * Draw a frame around the picture, which grows by it.
   *
   * @param width in pixels
   */
  record Border(Expression width, Color color) implements Geometry {}

  /** Make corners round: clear outside. */
  record RoundCorners(Corners corners) implements Geometry {}

  /**
   * Make translucent.
   *
   * @param opacity 0 (clear) to 1 (as it was)
   */
  record Fade(double opacity) implements Step {
    public Fade {
      Range.check("opacity", opacity, 0, 1);
    }
  }

  /** Put a colour behind whatever is transparent; behind a translucent one nothing is. */
  record Flatten(Color background) implements Step {}

  /**
   * Do one thing or another.
   *
   * @param moving whether this goes for animations, too: ImageKit does nothing at all to them
   */
  record When(Condition condition, Branch then, Branch otherwise, boolean moving) implements Step {
    /** With still pictures only. */
    public When(Condition condition, Branch then, Branch otherwise) {
      this(condition, then, otherwise, false);
    }
  }
}
