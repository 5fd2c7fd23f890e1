package io.tintype.model;

import java.util.OptionalDouble;

/** What a picture is put on where it does not fill its canvas. */
public sealed interface Backdrop {
  /** One colour. */
  record Solid(Color color) implements Backdrop {}

  /**
   * The picture itself, covering the canvas and blurred.
   *
   * @param sigma of the Gaussian in pixels, 0 to 100; empty = 0.02 of the canvas's shorter side
   * @param brightness −255 to 255, added to CIE L* at half its value
   */
  record Blurred(OptionalDouble sigma, int brightness) implements Backdrop {
    private static final int BRIGHTEST = 255;
    private static final double LARGEST_SIGMA = 100;

    public Blurred {
      double value = sigma.orElse(0);
      if (!(value >= 0 && value <= LARGEST_SIGMA)) {
        throw new IllegalArgumentException("sigma " + value);
      }
      if (brightness < -BRIGHTEST || brightness > BRIGHTEST) {
        throw new IllegalArgumentException("brightness " + brightness);
      }
    }
  }

  /** The most frequent colour along the picture's edges. */
  record Dominant() implements Backdrop {}

  /**
   * A gradient between the most frequent colours of the picture's edges.
   *
   * @param colors 2 = one line of colour, 4 = one colour for every corner
   */
  record DominantGradient(int colors) implements Backdrop {
    public DominantGradient {
      if (colors != 2 && colors != 4) {
        throw new IllegalArgumentException("colours " + colors);
      }
    }
  }

  Backdrop BLACK = new Solid(Color.BLACK);
}
