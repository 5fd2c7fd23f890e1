package io.tintype.render;

import io.tintype.bytes.ImageBytes;
import io.tintype.bytes.NettyBuffers;
import io.tintype.testing.Corpus;
import io.tintype.vips.Kept;
import io.tintype.vips.VipsImage;
import io.tintype.vips.VipsScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Different pictures to measure encoders with: photographs of this project, whatever the folder
 * {@code -Dtintype.pictures} holds, and kinds of pictures made by a program that makes the same
 * ones each time.
 */
final class StudyPictures {
  private static final long SEED = 7;
  private static final Path SAMPLES = Path.of("conf/samples");
  private static final int CELLS = 24;
  private static final int FRAME = 240;
  private static final int FRAMES = 12;

  private StudyPictures() {}

  /** A picture, in sRGB of 8 bits, on the scope it was asked for. */
  record Study(String name, VipsImage image) {}

  /** All of them, about this many pixels wide; photographs are made smaller, but not larger. */
  static List<Study> all(VipsScope scope, int width) throws IOException {
    List<Study> all = new ArrayList<>();
    add(all, scope, width, "beer.jpg", Corpus.read("beer.jpg"));
    for (String sample : List.of("flowers.jpg", "shop.jpg", "glass.webp", "cutout.png")) {
      add(all, scope, width, sample, Files.readAllBytes(SAMPLES.resolve(sample)));
    }
    for (Path file : given("jpg", "jpeg", "webp", "png")) {
      add(all, scope, width, file.getFileName().toString(), Files.readAllBytes(file));
    }
    int height = width * 3 / 4;
    all.add(made(scope, "sky", width, height, 3, StudyPictures::sky));
    all.add(made(scope, "screenshot", width, height, 3, StudyPictures::screenshot));
    all.add(made(scope, "line art", width, height, 3, StudyPictures::lines));
    all.add(made(scope, "skin", width, height, 3, StudyPictures::skin));
    all.add(made(scope, "grass", width, height, 3, StudyPictures::grass));
    all.add(made(scope, "night", width, height, 3, StudyPictures::night));
    all.add(made(scope, "illustration", width, height, 3, cells(width, height)));
    all.add(made(scope, "soft cut-out", width, height, 4, disc(width, height)));
    return all;
  }

  /** GIFs with all their frames, one below the other. */
  static List<Study> animations(VipsScope scope) throws IOException {
    List<Study> all = new ArrayList<>();
    all.add(animation(scope, "frames.gif", Corpus.read("frames.gif")));
    all.add(animation(scope, "ring.gif", Files.readAllBytes(SAMPLES.resolve("ring.gif"))));
    for (Path file : given("gif")) {
      all.add(animation(scope, file.getFileName().toString(), Files.readAllBytes(file)));
    }
    all.add(moving(scope, "moving skin", StudyPictures::skin));
    all.add(moving(scope, "moving words", StudyPictures::screenshot));
    all.add(moving(scope, "moving lines", StudyPictures::lines));
    return all;
  }

  /** A GIF made of a window that moves over a picture. */
  private static Study moving(VipsScope scope, String name, Picture.Rule rule) {
    Study tall =
        made(
            scope,
            name,
            FRAME,
            FRAME * FRAMES,
            3,
            (x, y, band) -> rule.at(x + y / FRAME * 7, y % FRAME + y / FRAME * 3, band));
    VipsImage frames = tall.image().editHeader().set("page-height", FRAME).done();
    try (ImageBytes gif = frames.saver("gifsave_buffer", Kept.EVERYTHING).toBytes()) {
      return animation(scope, name, NettyBuffers.view(gif).getBytes());
    }
  }

  private static Study animation(VipsScope scope, String name, byte[] file) {
    try (ImageBytes bytes = NettyBuffers.copyOf(file)) {
      VipsImage frames =
          scope.operation("gifload_buffer").bytes("buffer", bytes).integer("n", -1).toImage();
      return new Study(name, frames.inMemory());
    }
  }

  /** The files of the folder with one of these extensions, by name. */
  static List<Path> given(String... extensions) throws IOException {
    String folder = System.getProperty("tintype.pictures");
    if (folder == null) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      return files
          .filter(file -> Stream.of(extensions).anyMatch(e -> file.toString().endsWith("." + e)))
          .sorted()
          .toList();
    }
  }

  private static void add(List<Study> all, VipsScope scope, int width, String name, byte[] file) {
    String kind = name.substring(name.lastIndexOf('.') + 1).replace("jpg", "jpeg");
    try (ImageBytes bytes = NettyBuffers.copyOf(file)) {
      VipsImage image = scope.operation(kind + "load_buffer").bytes("buffer", bytes).toImage();
      if (image.width() >= width) {
        int height = Math.max(1, image.height() * width / image.width());
        VipsImage shrunk =
            image.hasAlpha()
                ? image.premultiply().resize(width, height).unpremultiply().toEightBit()
                : image.resize(width, height);
        all.add(new Study(name, shrunk.inMemory()));
      }
    }
  }

  private static Study made(
      VipsScope scope, String name, int width, int height, int bands, Picture.Rule rule) {
    Picture picture =
        Picture.of(width, height, bands, (x, y, band) -> Math.clamp(rule.at(x, y, band), 0, 255));
    return new Study(name, scope.picture(width, height, bands, picture.samples()).inMemory());
  }

  /** A smooth gradient with a sensor's grain. */
  private static double sky(int x, int y, int band) {
    return 90 + 45 * band + y * 0.12 + 6 * smooth(x, y, 160, band) + 5 * (chance(x, y, band) - 0.5);
  }

  /** Lines of words in a face of 5 by 7 dots, doubled, some of them on panels. */
  private static double screenshot(int x, int y, int band) {
    int column = x / 12;
    int row = y / 24;
    boolean panel = chance(column / 20, row / 9, 11) > 0.6;
    double paper = panel ? 225 + 10 * band : 252;
    int dotX = x % 12 / 2;
    int dotY = y % 24 / 2 - 2;
    boolean letter = chance(column, row, 12) > 0.18 && dotX < 5 && dotY >= 0 && dotY < 7;
    boolean ink = letter && chance(column * 5 + dotX, row * 7 + dotY, 13) > 0.55;
    return ink ? (panel ? 40 + 60 * band : 35) : paper;
  }

  /** Thin curves without steps on white. */
  private static double lines(int x, int y, int band) {
    double nearest = 9;
    for (int curve = 0; curve < 14; curve++) {
      double at =
          curve * 55
              + 40 * Math.sin(x / (37.0 + 5 * curve))
              + 25 * Math.cos(x / (11.0 + curve) + curve);
      nearest = Math.min(nearest, Math.abs(y - at) / 1.6);
    }
    return 20 + 235 * Math.clamp(nearest - 0.4, 0, 1);
  }

  /** Soft light on skin, with pores. */
  private static double skin(int x, int y, int band) {
    double light = smooth(x, y, 210, 20) * 70 + smooth(x, y, 60, 21) * 22;
    double pores = smooth(x, y, 3, 22) * 9 + (chance(x, y, 23) - 0.5) * 4;
    return 215 - 38 * band - light * (0.8 + 0.2 * band) + pores;
  }

  /** Detail at every scale, most of it small. */
  private static double grass(int x, int y, int band) {
    double detail = 0;
    for (int size = 2; size <= 64; size *= 2) {
      detail += smooth(x, y * 0.6, size, 30 + size) * 26;
    }
    return (band == 1 ? 55 : 20) + detail * (band == 1 ? 1 : 0.7) - 10 * band;
  }

  /** Dark, noisy, with a few lamps. */
  private static double night(int x, int y, int band) {
    double grain = (chance(x, y, 40 + band) + chance(x, y, 50 + band) - 1) * 14;
    double lamp = Math.max(0, smooth(x, y, 90, 60) - 0.8) * 900;
    return 18 + 6 * smooth(x, y, 200, 61) + lamp * (1.2 - 0.3 * band) + grain;
  }

  /** Flat areas with sharp edges. */
  private static Picture.Rule cells(int width, int height) {
    Random random = new Random(SEED);
    double[] xs = random.doubles(CELLS, 0, width).toArray();
    double[] ys = random.doubles(CELLS, 0, height).toArray();
    return (x, y, band) -> {
      int nearest = 0;
      for (int i = 1; i < CELLS; i++) {
        nearest =
            Math.hypot(x - xs[i], y - ys[i]) < Math.hypot(x - xs[nearest], y - ys[nearest])
                ? i
                : nearest;
      }
      return 255 * chance(nearest, band, 70);
    };
  }

  /** A thing on nothing, with an edge that fades within ten pixels. */
  private static Picture.Rule disc(int width, int height) {
    return (x, y, band) ->
        band < 3
            ? skin(x, y, band) * 0.6 + grass(x, y, band) * 0.4
            : 25 * (height * 0.45 - Math.hypot(x - width / 2.0, y - height / 2.0));
  }

  /** Random values on a grid of this size, cosine between them, 0 to 1. */
  private static double smooth(double x, double y, int size, int layer) {
    int left = (int) Math.floor(x / size);
    int top = (int) Math.floor(y / size);
    double right = (1 - Math.cos(Math.PI * (x / size - left))) / 2;
    double down = (1 - Math.cos(Math.PI * (y / size - top))) / 2;
    double above = chance(left, top, layer) * (1 - right) + chance(left + 1, top, layer) * right;
    double below =
        chance(left, top + 1, layer) * (1 - right) + chance(left + 1, top + 1, layer) * right;
    return above * (1 - down) + below * down;
  }

  /** A number from 0 to 1 that depends on its place only (splitmix64's finaliser). */
  private static double chance(int x, int y, int layer) {
    long bits = SEED + x * 0x9E3779B97F4A7C15L + y * 0xC2B2AE3D27D4EB4FL + layer * 0x165667B19E3779F9L;
    bits = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
    bits = (bits ^ bits >>> 27) * 0x94D049BB133111EBL;
    return ((bits ^ bits >>> 31) >>> 11) * 0x1p-53;
  }
}
