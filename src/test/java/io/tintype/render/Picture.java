package io.tintype.render;

import io.tintype.bytes.ImageBytes;
import io.tintype.bytes.NettyBuffers;
import io.tintype.plan.PlannedStep;
import io.tintype.vips.Decoded;
import io.tintype.vips.Kept;
import io.tintype.vips.TestVips;
import io.tintype.vips.VipsScope;
import java.util.Random;

/** A small picture that a test computes with in plain Java. */
final class Picture {
  private final int width;
  private final int height;
  private final int bands;
  private final byte[] samples;

  /**
   * Of pixels.
   *
   * @param bands 1 or 2 for grey, 3 or 4 for sRGB
   * @param samples row by row, bands side by side
   */
  private Picture(int width, int height, int bands, byte[] samples) {
    this.width = width;
    this.height = height;
    this.bands = bands;
    this.samples = samples;
  }

  /** What a test says about one sample. */
  interface Rule {
    double at(int x, int y, int band);
  }

  /** Samples by a rule, rounded. */
  static Picture of(int width, int height, int bands, Rule rule) {
    byte[] samples = new byte[width * height * bands];
    for (int i = 0; i < samples.length; i++) {
      int pixel = i / bands;
      samples[i] = (byte) Math.round(rule.at(pixel % width, pixel / width, i % bands));
    }
    return new Picture(width, height, bands, samples);
  }

  /** Every sample by chance. */
  static Picture noise(long seed, int width, int height, int bands) {
    byte[] samples = new byte[width * height * bands];
    new Random(seed).nextBytes(samples);
    return new Picture(width, height, bands, samples);
  }

  /** Waves of colour without edges; opaque where there is alpha. */
  static Picture waves(int width, int height, int bands) {
    return of(
        width,
        height,
        bands,
        (x, y, band) ->
            bands % 2 == 0 && band == bands - 1
                ? 255
                : 128 + 90 * Math.sin(x / (5.0 + band)) * Math.cos(y / (7.0 - band)));
  }

  /** One colour. */
  static Picture plain(int width, int height, int... color) {
    return of(width, height, color.length, (x, y, band) -> color[band]);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  int bands() {
    return bands;
  }

  byte[] samples() {
    return samples.clone();
  }

  int at(int x, int y, int band) {
    return Byte.toUnsignedInt(samples[(y * width + x) * bands + band]);
  }

  /** A sample of the nearest pixel inside. */
  int near(int x, int y, int band) {
    return at(Math.clamp(x, 0, width - 1), Math.clamp(y, 0, height - 1), band);
  }

  boolean hasAlpha() {
    return bands % 2 == 0;
  }

  byte[] png() {
    try (VipsScope scope = TestVips.open().openScope();
        ImageBytes png =
            scope
                .picture(width, height, bands, samples)
                .saver("pngsave_buffer", Kept.NOTHING)
                .toBytes()) {
      return NettyBuffers.view(png).getBytes();
    }
  }

  Decoded after(PlannedStep... steps) {
    Rendering rendering = Rendering.of(png());
    for (PlannedStep step : steps) {
      rendering.step(step);
    }
    return rendering.decoded();
  }
}
