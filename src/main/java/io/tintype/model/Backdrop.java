package io.tintype.model;

import java.util.List;
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

  /**
   * Colours that the picture itself has.
   *
   * @param area which of its pixels are looked at
   * @param spread how many colours there are, and where
   * @param contrast whether they are those that differ most from the most frequent one, and not the
   *     most frequent ones
   * @param palette what the nearest is taken of in place of each; empty = they stay as they are
   */
  record Dominant(Area area, Spread spread, boolean contrast, List<Color> palette)
      implements Backdrop {
    public Dominant {
      palette = List.copyOf(palette);
    }

    /** The most frequent ones of the edges. */
    public Dominant(Spread spread) {
      this(Area.EDGES, spread, false, List.of());
    }
  }

  /** Which pixels are looked at. */
  enum Area {
    EDGES,
    EVERYWHERE
  }

  /** How colours lie on a canvas. */
  enum Spread {
    /** One all over. */
    PLAIN,
    /**
     * Two, from left to right where more canvas is added beside than above and below, else
     * downwards.
     */
    LENGTHWISE,
    /** Two, from left to right. */
    HORIZONTAL,
    /** Two, from top to bottom. */
    VERTICAL,
    /** Two, from the top left to the bottom right. */
    DESCENDING,
    /** Two, from the bottom left to the top right. */
    ASCENDING,
    /** Four, one for every corner. */
    CORNERS;

    private static final int GRADIENT = 2;
    private static final int ALL_CORNERS = 4;

    /** How many colours there are. */
    public int colors() {
      return switch (this) {
        case PLAIN -> 1;
        case LENGTHWISE, HORIZONTAL, VERTICAL, DESCENDING, ASCENDING -> GRADIENT;
        case CORNERS -> ALL_CORNERS;
      };
    }
  }

  Backdrop BLACK = new Solid(Color.BLACK);
}
