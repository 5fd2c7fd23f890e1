package io.tintype.model;

/**
 * An sRGB colour.
 *
 * @param red 0 to 255
 * @param green 0 to 255
 * @param blue 0 to 255
 * @param alpha opacity, 0 (clear) to 1 (opaque)
 */
public record Color(int red, int green, int blue, double alpha) {
  public static final Color BLACK = opaque(0, 0, 0);
  public static final Color WHITE = opaque(255, 255, 255);
  public static final Color CLEAR = new Color(0, 0, 0, 0);

  private static final int BYTE_MAX = 255;

  public Color {
    if (outside(red) || outside(green) || outside(blue)) {
      throw new IllegalArgumentException("colour " + red + "," + green + "," + blue);
    }
    if (!(alpha >= 0 && alpha <= 1)) {
      throw new IllegalArgumentException("alpha " + alpha);
    }
  }

  /** A colour nothing shines through. */
  public static Color opaque(int red, int green, int blue) {
    return new Color(red, green, blue, 1);
  }

  /** Whether nothing shines through. */
  public boolean isOpaque() {
    return alpha == 1;
  }

  private static boolean outside(int channel) {
    return channel < 0 || channel > BYTE_MAX;
  }
}
