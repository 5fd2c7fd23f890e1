package io.tintype.render;

import io.tintype.vips.VipsImage;

/**
 * The brightness of a picture as it is seen on white: Rec. 601 luma, rounded to 0 to 255.
 *
 * @param width pixels
 * @param height pixels, of all frames together
 * @param samples row by row, a byte each
 */
@SuppressWarnings("ArrayRecordComponent") // read by Similarity alone
record Luma(int width, int height, byte[] samples) {
  private static final double WHITE = 255;
  private static final int RED = 299;
  private static final int GREEN = 587;
  private static final int BLUE = 114;
  private static final int ALL = RED + GREEN + BLUE;
  private static final int RGB_BANDS = 3;
  private static final int UNSIGNED = 0xff;

  /** Computes every pixel of a grey or an RGB picture of 8 bits. */
  static Luma of(VipsImage picture) {
    VipsImage seen = picture.hasAlpha() ? picture.flatten(WHITE) : picture;
    byte[] pixels = seen.toPixels();
    return new Luma(seen.width(), seen.height(), seen.bands() < RGB_BANDS ? pixels : mixed(pixels));
  }

  /** One sample, 0 to 255. */
  int at(int index) {
    return samples[index] & UNSIGNED;
  }

  /** Half as wide and high, each sample the mean of four; an odd last line is left out. */
  Luma halved() {
    int halfWidth = width / 2;
    int halfHeight = height / 2;
    byte[] means = new byte[halfWidth * halfHeight];
    for (int y = 0; y < halfHeight; y++) {
      for (int x = 0; x < halfWidth; x++) {
        int corner = 2 * (y * width + x);
        int sum = at(corner) + at(corner + 1) + at(corner + width) + at(corner + width + 1);
        means[y * halfWidth + x] = (byte) ((sum + 2) / 4);
      }
    }
    return new Luma(halfWidth, halfHeight, means);
  }

  private static byte[] mixed(byte[] pixels) {
    byte[] mixed = new byte[pixels.length / RGB_BANDS];
    for (int i = 0; i < mixed.length; i++) {
      int red = pixels[RGB_BANDS * i] & UNSIGNED;
      int green = pixels[RGB_BANDS * i + 1] & UNSIGNED;
      int blue = pixels[RGB_BANDS * i + 2] & UNSIGNED;
      mixed[i] = (byte) ((RED * red + GREEN * green + BLUE * blue + ALL / 2) / ALL);
    }
    return mixed;
  }
}
