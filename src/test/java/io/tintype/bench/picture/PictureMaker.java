package io.tintype.bench.picture;

import io.tintype.bytes.ImageBytes;
import io.tintype.bytes.NettyBuffers;
import io.tintype.vips.Kept;
import io.tintype.vips.Operation;
import io.tintype.vips.Vips;
import io.tintype.vips.VipsImage;
import io.tintype.vips.VipsScope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes sources of any size: a part of a bundled sample, enlarged, with texture and grain drawn by
 * a seeded generator, so that codecs have as much to do as with a photograph. The same on every
 * machine.
 */
public final class PictureMaker {
  private static final int BANDS = 3;
  private static final int FRAMES = 44;
  private static final int STEP = 6;
  private static final int QUALITY = 82;

  /** Side, in pixels, of a patch of texture. */
  private static final int PATCH = 24;

  /** Most that texture and grain add to a sample or take away. */
  private static final int TEXTURE = 14;

  private static final int GRAIN = 4;
  private static final int WHITE = 255;
  private static final String[] SAMPLES = {"shop.jpg", "flowers.jpg"};

  private final Vips vips;
  private final Path samples;

  /**
   * @param samples directory of the bundled samples
   */
  public PictureMaker(Vips vips, Path samples) {
    this.vips = vips;
    this.samples = samples;
  }

  byte[] make(Picture picture) {
    try (VipsScope scope = vips.openScope()) {
      return switch (picture.encoding()) {
        case BASELINE -> saved(jpeg(scene(scope, picture)));
        case PROGRESSIVE -> saved(jpeg(scene(scope, picture)).flag("interlace", true));
        case WEBP ->
            saved(
                scene(scope, picture).saver("webpsave_buffer", Kept.NOTHING).integer("Q", QUALITY));
        case ALPHA_PNG -> saved(cutout(scope, picture).saver("pngsave_buffer", Kept.NOTHING));
        case ANIMATED_GIF ->
            saved(
                animation(scope, picture)
                    .saver("gifsave_buffer", Kept.NOTHING)
                    .integer("page_height", picture.height()));
      };
    }
  }

  private static Operation jpeg(VipsImage image) {
    return image.saver("jpegsave_buffer", Kept.NOTHING).integer("Q", QUALITY);
  }

  private static byte[] saved(Operation saver) {
    try (ImageBytes bytes = saver.toBytes()) {
      return bytes.memory().toArray(ValueLayout.JAVA_BYTE);
    }
  }

  private VipsImage scene(VipsScope scope, Picture picture) {
    VipsImage sample = sample(scope, SAMPLES[picture.seed() % SAMPLES.length]);
    int left = picture.seed() * 37 % (sample.width() / 3);
    int top = picture.seed() * 53 % (sample.height() / 3);
    VipsImage part = sample.extract(left, top, sample.width() * 2 / 3, sample.height() * 2 / 3);
    VipsImage large = part.resize(picture.width(), picture.height()).toEightBit().inMemory();
    byte[] pixels = large.toPixels();
    draw(pixels, picture);
    return scope.picture(picture.width(), picture.height(), BANDS, pixels);
  }

  private VipsImage sample(VipsScope scope, String name) {
    try (ImageBytes bytes = NettyBuffers.copyOf(Files.readAllBytes(samples.resolve(name)))) {
      return scope.operation("jpegload_buffer").bytes("buffer", bytes).toImage().inMemory();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Waves whose direction and strength differ from patch to patch, and grain. */
  private static void draw(byte[] pixels, Picture picture) {
    int across = picture.width() / PATCH + 1;
    SplittableRandom random = new SplittableRandom(picture.seed());
    double[] slant =
        random.doubles((long) across * (picture.height() / PATCH + 1), -1, 1).toArray();
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        double turn = slant[y / PATCH * across + x / PATCH];
        double wave = Math.abs((x * turn + y * (1 - Math.abs(turn))) % 8 - 4) - 2;
        int change = (int) (wave * turn * TEXTURE / 2) + random.nextInt(2 * GRAIN + 1) - GRAIN;
        int at = (y * picture.width() + x) * BANDS;
        for (int band = 0; band < BANDS; band++) {
          pixels[at + band] = clamped((pixels[at + band] & WHITE) + change);
        }
      }
    }
  }

  private static byte clamped(int value) {
    return (byte) Math.clamp(value, 0, WHITE);
  }

  /** The scene where it is in a soft ellipse, and nothing around it. */
  private VipsImage cutout(VipsScope scope, Picture picture) {
    byte[] colors = scene(scope, picture).toPixels();
    byte[] pixels = new byte[colors.length / BANDS * (BANDS + 1)];
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        int at = y * picture.width() + x;
        double across = 2.0 * x / picture.width() - 1;
        double down = 2.0 * y / picture.height() - 1;
        double inside = 1.1 - across * across - down * down;
        System.arraycopy(colors, at * BANDS, pixels, at * (BANDS + 1), BANDS);
        pixels[at * (BANDS + 1) + BANDS] = clamped((int) (inside * 4 * WHITE));
      }
    }
    return scope.picture(picture.width(), picture.height(), BANDS + 1, pixels);
  }

  /** A window that moves over a larger scene. */
  private VipsImage animation(VipsScope scope, Picture picture) {
    int side = picture.width() + FRAMES * STEP;
    Picture larger =
        new Picture(picture.file(), side, side, Picture.Encoding.BASELINE, picture.seed());
    VipsImage scene = scene(scope, larger);
    List<VipsImage> frames = new ArrayList<>();
    for (int i = 0; i < FRAMES; i++) {
      frames.add(scene.extract(i * STEP, i * STEP / 2, picture.width(), picture.height()));
    }
    return VipsImage.stack(frames);
  }
}
