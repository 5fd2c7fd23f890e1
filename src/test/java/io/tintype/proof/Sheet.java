package io.tintype.proof;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * A picture that plain Java computes with: red, green, blue and opacity, each from 0 to 255,
 * colours not multiplied by opacity.
 */
final class Sheet {
  static final int BANDS = 4;
  static final int ALPHA = 3;
  static final double FULL = 255;

  private final int width;
  private final int height;
  private final double[] samples;

  private Sheet(int width, int height, double[] samples) {
    this.width = width;
    this.height = height;
    this.samples = samples;
  }

  /** What one sample is. */
  interface Rule {
    double at(int x, int y, int band);
  }

  static Sheet of(int width, int height, Rule rule) {
    double[] samples = new double[width * height * BANDS];
    for (int i = 0; i < samples.length; i++) {
      int pixel = i / BANDS;
      samples[i] = Math.clamp(rule.at(pixel % width, pixel / width, i % BANDS), 0, FULL);
    }
    return new Sheet(width, height, samples);
  }

  /** Of a rule that gives colours multiplied by opacity. */
  static Sheet ofCovered(int width, int height, Rule rule) {
    return of(
        width,
        height,
        (x, y, band) -> {
          double alpha = rule.at(x, y, ALPHA);
          double sample = rule.at(x, y, band);
          return band == ALPHA || alpha <= 0 ? sample : sample * FULL / alpha;
        });
  }

  /** Greys are taken as they are stored: Java takes them for linear ones. */
  static Sheet of(BufferedImage image) {
    Raster raster = image.getRaster();
    int stored = raster.getNumBands();
    if (stored <= 2 && !(image.getColorModel() instanceof IndexColorModel)) {
      return of(
          image.getWidth(),
          image.getHeight(),
          (x, y, band) ->
              band < ALPHA
                  ? raster.getSample(x, y, 0)
                  : stored == 2 ? raster.getSample(x, y, 1) : FULL);
    }
    return of(
        image.getWidth(),
        image.getHeight(),
        (x, y, band) -> image.getRGB(x, y) >>> (band == ALPHA ? 24 : 16 - 8 * band) & 0xff);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  double at(int x, int y, int band) {
    return samples[(y * width + x) * BANDS + band];
  }

  /** Of the nearest pixel inside. */
  double near(int x, int y, int band) {
    return at(Math.clamp(x, 0, width - 1), Math.clamp(y, 0, height - 1), band);
  }

  /** Clear outside. */
  double orClear(int x, int y, int band) {
    return x < 0 || y < 0 || x >= width || y >= height ? 0 : at(x, y, band);
  }

  /** A colour multiplied by its opacity, or the opacity; clear outside. */
  double covered(int x, int y, int band) {
    double sample = orClear(x, y, band);
    return band == ALPHA ? sample : sample * orClear(x, y, ALPHA) / FULL;
  }

  /** The same of the nearest pixel inside. */
  double nearCovered(int x, int y, int band) {
    return covered(Math.clamp(x, 0, width - 1), Math.clamp(y, 0, height - 1), band);
  }

  /** How light a pixel is to the eye on a grey ground, 0 to 255. */
  double luma(int x, int y) {
    double ground = FULL / 2 * (1 - at(x, y, ALPHA) / FULL);
    return ground + 0.299 * covered(x, y, 0) + 0.587 * covered(x, y, 1) + 0.114 * covered(x, y, 2);
  }

  boolean isOpaque() {
    for (int i = ALPHA; i < samples.length; i += BANDS) {
      if (samples[i] < FULL) {
        return false;
      }
    }
    return true;
  }

  BufferedImage toImage() {
    int type = isOpaque() ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB;
    BufferedImage image = new BufferedImage(width, height, type);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(
            x,
            y,
            whole(x, y, ALPHA) << 24 | whole(x, y, 0) << 16 | whole(x, y, 1) << 8 | whole(x, y, 2));
      }
    }
    return image;
  }

  byte[] png() {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      ImageIO.write(toImage(), "png", bytes);
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private int whole(int x, int y, int band) {
    return (int) Math.round(at(x, y, band));
  }
}
