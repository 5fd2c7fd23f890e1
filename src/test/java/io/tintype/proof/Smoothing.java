package io.tintype.proof;

import io.tintype.render.LabReference;
import java.util.Arrays;

/** Blurs, and what sharpens with them. Colours count as much as they can be seen. */
final class Smoothing {
  /** What libvips' {@code gaussblur} leaves out of its mask, and its {@code sharpen} does. */
  static final double LEAST_OF_BLUR = 0.2;

  private static final double LEAST_OF_SHARPEN = 0.1;
  private static final double VIPS_SCALE = 20;

  /** libvips' {@code sharpen}: where flat ends, most that gets lighter, most that gets darker. */
  private static final double FLAT = 2;

  private static final double LIGHTER = 10;
  private static final double DARKER = 20;

  private Smoothing() {}

  static Sheet blur(Sheet in, double sigma) {
    return smooth(in, vipsMask(sigma, LEAST_OF_BLUR));
  }

  /** ImageMagick's unsharp mask; the threshold counts for twice the difference. */
  static Sheet unsharp(Sheet in, int radius, double sigma, double amount, double threshold) {
    Sheet soft = smooth(in, magickMask(radius, sigma));
    return Sheet.of(
        in.width(),
        in.height(),
        (x, y, band) -> {
          double pixel = in.at(x, y, band);
          double gone = pixel - soft.at(x, y, band);
          boolean leave = band == Sheet.ALPHA || Math.abs(2 * gone) < threshold * Sheet.FULL;
          return leave ? pixel : pixel + amount * gone;
        });
  }

  /** A pixel against its eight neighbours, as sharp's {@code sharpen()}. */
  static Sheet mildlySharpened(Sheet in) {
    return Sheet.of(
        in.width(),
        in.height(),
        (x, y, band) -> {
          double sum = 33 * in.at(x, y, band);
          for (int i = 0; i < 9; i++) {
            sum -= in.near(x + i % 3 - 1, y + i / 3 - 1, band);
          }
          return sum / 24;
        });
  }

  /** libvips' {@code sharpen} of L* with sigma 1; slopes 1 and 2 at strength 1. */
  static Sheet sharpened(Sheet in, double strength) {
    double[] mask = vipsMask(1, LEAST_OF_SHARPEN);
    Sheet light =
        Sheet.of(
            in.width(),
            in.height(),
            (x, y, band) -> band == Sheet.ALPHA ? Sheet.FULL : lab(in, x, y)[0] * 2);
    Sheet soft = smooth(light, mask);
    return Sheet.of(
        in.width(),
        in.height(),
        (x, y, band) -> {
          double[] lab = lab(in, x, y);
          double more = gain((light.at(x, y, 0) - soft.at(x, y, 0)) / 2, strength);
          return band == Sheet.ALPHA
              ? in.at(x, y, band)
              : LabReference.toRgb(Math.clamp(lab[0] + more, 0, 100), lab[1], lab[2])[band];
        });
  }

  private static double gain(double edge, double strength) {
    double flat = Math.clamp(edge, -FLAT, FLAT);
    return Math.clamp(strength * (flat + 2 * (edge - flat)), -DARKER, LIGHTER);
  }

  private static double[] lab(Sheet in, int x, int y) {
    return LabReference.of(in.at(x, y, 0), in.at(x, y, 1), in.at(x, y, 2));
  }

  /** The right half of libvips' mask: twentieths, as long as they are at least as much as said. */
  static double[] vipsMask(double sigma, double least) {
    double[] weights = new double[500];
    weights[0] = VIPS_SCALE;
    int reach = 1;
    while (gauss(reach, sigma) >= least) {
      weights[reach] = Math.rint(VIPS_SCALE * gauss(reach, sigma));
      reach++;
    }
    return normalized(Arrays.copyOf(weights, reach));
  }

  /** The right half of ImageMagick's: the middle of a pixel and a third to both sides. */
  private static double[] magickMask(int reach, double sigma) {
    double[] weights = new double[reach + 1];
    for (int i = 0; i <= reach; i++) {
      weights[i] = gauss(i - 1 / 3.0, sigma) + gauss(i, sigma) + gauss(i + 1 / 3.0, sigma);
    }
    return normalized(weights);
  }

  private static double gauss(double x, double sigma) {
    return Math.exp(-x * x / (2 * sigma * sigma));
  }

  private static double[] normalized(double[] half) {
    double sum = 2 * Arrays.stream(half).sum() - half[0];
    return Arrays.stream(half).map(weight -> weight / sum).toArray();
  }

  static Sheet smooth(Sheet in, double[] half) {
    Sheet across = along(in, half, 1, 0);
    return along(across, half, 0, 1);
  }

  private static Sheet along(Sheet in, double[] half, int dx, int dy) {
    return Sheet.ofCovered(
        in.width(),
        in.height(),
        (x, y, band) -> {
          double sum = 0;
          for (int i = 1 - half.length; i < half.length; i++) {
            sum += half[Math.abs(i)] * in.nearCovered(x + i * dx, y + i * dy, band);
          }
          return sum;
        });
  }
}
