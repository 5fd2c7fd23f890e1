package io.tintype.model;

import java.util.List;

/**
 * A change of pixels that keeps the size. Levels are shares of the full range, 0 (black) to 1;
 * unless it says otherwise an adjustment keeps alpha. Formulas are in {@code
 * docs/cloudinary-effects.md}.
 */
public sealed interface Adjustment {
  /** Whether parts of the picture may become more transparent. */
  default boolean fades() {
    return false;
  }

  /** Whether nothing of it can be seen where everything is opaque. */
  default boolean needsAlpha() {
    return false;
  }

  /** One curve for every colour channel. */
  sealed interface Curve extends Adjustment {}

  /** Depends on the colours of the whole picture; of an animation on those of all frames. */
  sealed interface Measured extends Adjustment {
    /** Whether it does so with these numbers. */
    default boolean measures() {
      return true;
    }
  }

  /**
   * Every channel a sum of all.
   *
   * @param weights row by row, a row for each channel of the result: 9 for red, green, blue, or 16
   *     with alpha
   * @param summands one for each channel of the result, −1 to 1
   */
  record Matrix(List<Double> weights, List<Double> summands) implements Adjustment {
    private static final int COLORS = 3;
    private static final int WITH_ALPHA = 4;

    public Matrix {
      int size = summands.size();
      if ((size != COLORS && size != WITH_ALPHA) || weights.size() != size * size) {
        throw new IllegalArgumentException("matrix " + weights.size() + " " + size);
      }
      weights.forEach(weight -> Range.finite("weight", weight));
      summands.forEach(summand -> Range.check("summand", summand, -1, 1));
      weights = List.copyOf(weights);
      summands = List.copyOf(summands);
    }

    @Override
    public boolean fades() {
      return summands.size() == WITH_ALPHA;
    }
  }

  /** A power of the level, from 0.1 to 10; below 1 it lightens. */
  record Gamma(double exponent) implements Curve {
    public Gamma {
      Range.check("exponent", exponent, 0.1, 10);
    }
  }

  /**
   * A logistic curve about the middle, stretched to the full range.
   *
   * @param slope −20 to 20 and not 0; negative = the inverse curve, for less contrast
   */
  record Sigmoid(double slope) implements Curve {
    public Sigmoid {
      Range.check("slope", Math.abs(slope), Double.MIN_VALUE, 20);
    }
  }

  /**
   * Lifts shadows.
   *
   * @param amount 0 to 1
   * @param bias −1 (only the darkest) to 1 (also lighter ones)
   */
  record FillLight(double amount, double bias) implements Curve {
    public FillLight {
      Range.check("amount", amount, 0, 1);
      Range.check("bias", bias, -1, 1);
    }
  }

  /**
   * Multiplies in CIE LCh.
   *
   * @param lightness factor of L*, 0 to 2
   * @param chroma factor of C*, 0 to 2
   */
  record LabScale(double lightness, double chroma) implements Adjustment {
    public LabScale {
      Range.check("lightness", lightness, 0, 2);
      Range.check("chroma", chroma, 0, 2);
    }
  }

  /** Multiplies chroma in CIE LCh, that of dull colours most, by an amount from −1 to 1. */
  record Vibrance(double amount) implements Adjustment {
    public Vibrance {
      Range.check("amount", amount, -1, 1);
    }
  }

  /**
   * Multiplies the value of HSV, no further than to the lightest colour of that hue.
   *
   * @param factor 0 to 2
   */
  record Value(double factor) implements Adjustment {
    public Value {
      Range.check("factor", factor, 0, 2);
    }
  }

  /** Turns the hue of HSV, by −180 to 180 degrees. */
  record Hue(double degrees) implements Adjustment {
    public Hue {
      Range.check("degrees", degrees, -180, 180);
    }
  }

  /** White from a level of grey on, from 0 to 1, and black below. */
  record BlackWhite(double threshold) implements Adjustment {
    public BlackWhite {
      Range.check("threshold", threshold, 0, 1);
    }
  }

  /**
   * Stretches: the first per cent becomes black, the last white.
   *
   * @param share of the stretched picture in the result, 0 to 1
   */
  record AutoLevels(Levels levels, double share) implements Measured {
    public AutoLevels {
      Range.check("share", share, 0, 1);
    }
  }

  /**
   * Colours in place of levels of grey.
   *
   * @param amount share of them in the result, 0 to 1
   * @param equalize whether levels are first spread evenly
   * @param stops at least one, positions ascending
   */
  record Tint(double amount, boolean equalize, List<TintStop> stops) implements Measured {
    public Tint {
      Range.check("amount", amount, 0, 1);
      Range.check("stops", stops.size(), 1, 256);
      stops = List.copyOf(stops);
    }

    @Override
    public boolean measures() {
      return equalize;
    }
  }

  /** Squares of one colour, from the top left on; their side is in pixels, from 1. */
  record Pixelate(int side) implements Adjustment {
    public Pixelate {
      Range.check("side", side, 1, Integer.MAX_VALUE);
    }
  }

  /** Darker corners, from 0 (as they were) to 1 (black). */
  record Vignette(double strength) implements Adjustment {
    public Vignette {
      Range.check("strength", strength, 0, 1);
    }
  }

  /**
   * Less opaque towards edges.
   *
   * @param vertical whether along y, from the top and the bottom
   * @param near whether from the top or the left
   * @param far whether from the bottom or the right
   * @param pixels how far from the edge it is as opaque as before, above 0
   * @param exponent of the share of that way; 0 = nothing happens
   */
  record FadeEdges(boolean vertical, boolean near, boolean far, double pixels, double exponent)
      implements Adjustment {
    public FadeEdges {
      Range.check("pixels", pixels, Double.MIN_VALUE, Double.MAX_VALUE);
      Range.check("exponent", exponent, 0, 5);
    }

    @Override
    public boolean fades() {
      return true;
    }
  }

  /** Makes a colour clear, up to a distance in CIE Lab from 0 to 100. */
  record ClearColor(Color color, double tolerance) implements Adjustment {
    public ClearColor {
      Range.check("tolerance", tolerance, 0, 100);
    }

    @Override
    public boolean fades() {
      return true;
    }
  }

  /** Makes clear what is less opaque than this, from 0 to 1. */
  record ClearBelow(double opacity) implements Adjustment {
    public ClearBelow {
      Range.check("opacity", opacity, 0, 1);
    }

    @Override
    public boolean needsAlpha() {
      return true;
    }
  }

  /**
   * A line along the edge between opaque and clear; the canvas keeps its size.
   *
   * @param width in pixels, 1 to 100
   * @param blur sigma in pixels, 0 to 20
   */
  record Outline(OutlineMode mode, int width, double blur, Color color) implements Adjustment {
    public Outline {
      Range.check("width", width, 1, 100);
      Range.check("blur", blur, 0, 20);
    }

    @Override
    public boolean needsAlpha() {
      return true;
    }
  }

  /**
   * The median of the neighbourhood in every channel.
   *
   * @param radius of a square in pixels, 1 to 10
   */
  record Median(int radius) implements Adjustment {
    public Median {
      Range.check("radius", radius, 1, 10);
    }
  }

  /**
   * The least or the largest levels of the neighbourhood in every channel, and what follows from
   * them.
   *
   * @param iterations how often every step is done, 1 to 10
   */
  record Morphology(MorphologyMethod method, Neighbourhood around, int iterations)
      implements Adjustment {
    public Morphology {
      Range.check("iterations", iterations, 1, 10);
    }
  }

  /** Dark stripes on what is red, crosswise ones on what is green; at a strength from 0 to 1. */
  record Stripes(double strength) implements Adjustment {
    public Stripes {
      Range.check("strength", strength, 0, 1);
    }
  }

  /** Every channel black or white, by a pattern of thresholds. */
  record Dither(DitherPattern pattern) implements Adjustment {}

  /**
   * Few colours, and dark lines where they change.
   *
   * @param lines how dark lines are, 0 to 1
   * @param levels of each channel, 2 to 32; 1 = black and white only
   */
  record Cartoon(double lines, int levels) implements Adjustment {
    public Cartoon {
      Range.check("lines", lines, 0, 1);
      Range.check("levels", levels, 1, 32);
    }
  }
}
