package io.tintype.render;

import io.tintype.model.DitherPattern;
import io.tintype.vips.ColorSpace;
import io.tintype.vips.Samples;
import io.tintype.vips.VipsImage;
import java.util.Arrays;

/** Makes every channel black or white, by a tile of thresholds; alpha stays. */
final class Dithering {
  private static final double BYTE_MAX = 255;
  private static final int[][] ONE = {{0}};

  /** Bayer, 1973: the tile of two by two, from which the larger ones are made. */
  private static final int[][] BAYER = {{0, 2}, {3, 1}};

  private static final int[][] CHECKS = {{0, 1}, {1, 0}};

  /** ImageMagick's {@code o3x3}. */
  private static final int[][] THREE = {{2, 6, 3}, {5, 0, 8}, {1, 7, 4}};

  private Dithering() {}

  static VipsImage dithered(VipsImage image, DitherPattern pattern) {
    VipsImage picture = image.toColorSpace(ColorSpace.RGB);
    Samples thresholds =
        Samples.of(tiled(tile(picture, order(pattern)), picture.width(), picture.height()));
    Samples colors = Samples.of(picture.colors()).minus(thresholds).atLeast(0).times(BYTE_MAX);
    return Tones.withAlphaOf(picture, colors.toPicture());
  }

  /** Thresholds between levels that are as far apart as can be. */
  private static VipsImage tile(VipsImage picture, int[][] order) {
    int side = order.length;
    int levels = 1 + Arrays.stream(order).flatMapToInt(Arrays::stream).max().orElse(0);
    byte[] tile = new byte[side * side];
    for (int i = 0; i < tile.length; i++) {
      double share = (order[i / side][i % side] + 1.0) / (levels + 1);
      tile[i] = (byte) Math.round(share * BYTE_MAX);
    }
    return picture.scope().picture(side, side, 1, tile);
  }

  static VipsImage tiled(VipsImage tile, int width, int height) {
    return tile.operation("replicate")
        .integer("across", Math.ceilDiv(width, tile.width()))
        .integer("down", Math.ceilDiv(height, tile.height()))
        .toImage()
        .extract(0, 0, width, height);
  }

  private static int[][] order(DitherPattern pattern) {
    return switch (pattern) {
      case HALF -> ONE;
      case CHECKS -> CHECKS;
      case BAYER_2 -> BAYER;
      case ORDERED_3 -> THREE;
      case BAYER_4 -> doubled(BAYER);
      case BAYER_8 -> doubled(doubled(BAYER));
    };
  }

  private static int[][] doubled(int[][] order) {
    int side = order.length;
    int[][] large = new int[2 * side][2 * side];
    for (int y = 0; y < large.length; y++) {
      for (int x = 0; x < large.length; x++) {
        large[y][x] = 4 * order[y % side][x % side] + BAYER[y / side][x / side];
      }
    }
    return large;
  }
}
