package io.tintype.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** The pictures that the gateway is given, and that references begin with. */
final class Drawings {
  private static final int[][] QUARTERS = {{10, 20, 30}, {200, 0, 0}, {0, 0, 200}, {0, 200, 0}};

  private static final Map<String, Sheet> ALL = all();

  private Drawings() {}

  static Map<String, Sheet> byName() {
    return ALL;
  }

  /** Writes all of them as PNGs, one of them in a folder, too, and two as pages of a GIF. */
  static void writeTo(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("folder"));
    for (Map.Entry<String, Sheet> drawing : ALL.entrySet()) {
      Files.write(folder.resolve(drawing.getKey() + ".png"), drawing.getValue().png());
    }
    Files.write(folder.resolve("folder/dot.png"), ALL.get("dot").png());
    writePages(folder.resolve("pages.gif"), "quarters", "edged");
  }

  private static void writePages(Path file, String... names) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (ImageOutputStream output = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(output);
      writer.prepareWriteSequence(null);
      for (String name : names) {
        Sheet page = Outlines.canvas(ALL.get(name), 20, 20, 0, 0, Tint.of("FFFFFF"));
        writer.writeToSequence(new IIOImage(page.toImage(), null, null), null);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
  }

  private static Map<String, Sheet> all() {
    Map<String, Sheet> all = new TreeMap<>();
    all.put("noise", noise(1, 40, 30, false));
    all.put("mixed", noise(2, 40, 30, true));
    all.put("dot", noise(3, 12, 8, false));
    all.put("sprite", noise(4, 12, 8, true));
    all.put("waves", waves(60, 40));
    all.put("small", waves(24, 16));
    all.put(
        "dim",
        Sheet.of(64, 64, (x, y, band) -> band == 3 ? 255 : 30 + 3 * x + (band == 0 ? y / 4 : 0)));
    all.put("dull", dull());
    all.put("framed", framed(200));
    all.put("faint", framed(52));
    all.put(
        "flag",
        opaque(
            40,
            30,
            (x, y, band) -> (x < 25 ? new int[] {200, 30, 40} : new int[] {20, 200, 60})[band]));
    all.put("edged", edged());
    all.put("quarters", opaque(20, 20, (x, y, band) -> QUARTERS[x / 10 + y / 10 * 2][band]));
    all.put("disc", disc());
    all.put(
        "map",
        opaque(40, 30, (x, y, band) -> band == 0 ? 128 + 64 * (x % 3 - 1) : band == 1 ? 64 : 0));
    all.put("white", opaque(300, 120, (x, y, band) -> 255));
    return all;
  }

  private static Sheet opaque(int width, int height, Sheet.Rule colors) {
    return Sheet.of(
        width, height, (x, y, band) -> band == Sheet.ALPHA ? Sheet.FULL : colors.at(x, y, band));
  }

  private static Sheet noise(long seed, int width, int height, boolean clear) {
    Random random = new Random(seed);
    return Sheet.of(
        width,
        height,
        (x, y, band) -> band == Sheet.ALPHA && !clear ? Sheet.FULL : random.nextInt(256));
  }

  /** Colours without edges. */
  private static Sheet waves(int width, int height) {
    return opaque(
        width,
        height,
        (x, y, band) ->
            Math.rint(128 + 90 * Math.sin(x / (5.0 + band)) * Math.cos(y / (7.0 - band))));
  }

  /** Something jagged on even grey, from (80, 44) to (103, 67). */
  private static Sheet dull() {
    return opaque(
        120,
        80,
        (x, y, band) ->
            Math.hypot(x - 91.5, y - 55.5) < 12
                ? (x * 91 + y * 57) % 2 * 200
                : 128 + (x * 7 + y * 13) % 5);
  }

  /** Waves from (13, 9) to (43, 29) of 60 by 40, in a frame that is 42 and they are lighter. */
  private static Sheet framed(int level) {
    return opaque(
        60,
        40,
        (x, y, band) ->
            x < 13 || x >= 43 || y < 9 || y >= 29 ? 42 : level + (level > 100 ? (x * y) % 50 : 0));
  }

  /** Green edges with some red in them; blue inside. */
  private static Sheet edged() {
    return opaque(
        20,
        10,
        (x, y, band) -> {
          boolean edge = x == 0 || y == 0 || x == 19 || y == 9;
          return (edge ? band == (x < 4 ? 0 : 1) : band == 2) ? 250 : 0;
        });
  }

  /** A soft disc, clear around. */
  private static Sheet disc() {
    return Sheet.of(
        40,
        30,
        (x, y, band) ->
            band == Sheet.ALPHA
                ? Math.rint(255 * Math.clamp(10 - Math.hypot(x - 19.5, y - 14.5), 0, 1))
                : 60 + 50 * band + x);
  }
}
