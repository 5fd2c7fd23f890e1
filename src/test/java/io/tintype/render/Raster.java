package io.tintype.render;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.IntBinaryOperator;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;

/** A picture of a test that Java computes with: {@code 0xAARRGGBB}, row by row. */
final class Raster {
  private final int width;
  private final int height;
  private final int[] pixels;

  private Raster(int width, int height, int[] pixels) {
    this.width = width;
    this.height = height;
    this.pixels = pixels;
  }

  static Raster of(int width, int height, IntBinaryOperator color) {
    int[] pixels = new int[width * height];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = color.applyAsInt(i % width, i / width);
    }
    return new Raster(width, height, pixels);
  }

  static Raster plain(int width, int height, int argb) {
    return of(width, height, (x, y) -> argb);
  }

  /** Random opaque colours. */
  static Raster opaque(int width, int height, RandomGenerator random) {
    return of(width, height, (x, y) -> random.nextInt() | 0xff000000);
  }

  /** Random colours, from clear to opaque. */
  static Raster mixed(int width, int height, RandomGenerator random) {
    return of(width, height, (x, y) -> random.nextInt());
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  int at(int x, int y) {
    return pixels[y * width + x];
  }

  /** Clear outside. */
  int atOrClear(int x, int y) {
    return x < 0 || y < 0 || x >= width || y >= height ? 0 : at(x, y);
  }

  /** One of red, green, blue and alpha, 0 to 255. */
  static int band(int argb, int band) {
    return argb >>> (band == 3 ? 24 : 16 - 8 * band) & 0xff;
  }

  byte[] png(boolean alpha) {
    BufferedImage image =
        new BufferedImage(
            width, height, alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, width, height, pixels, 0, width);
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", bytes);
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
