package io.tintype.render;

import io.tintype.vips.VipsImage;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A small picture that encodes like a large one: squares cut out of it at full size, since what
 * compression does to a picture happens at that size. The squares are ranked by how busy they are
 * and taken at equal distances in that ranking, so that sky and foliage have the share they have in
 * the whole. Their side is a multiple of the blocks all encoders work on, so that none of them sees
 * an edge that is not there.
 */
final class Excerpt {
  /** Pixels; AV1's superblocks, four macroblocks of VP8. */
  private static final int SIDE = 64;

  private static final int ACROSS = 4;
  private static final int SQUARES = ACROSS * ACROSS;

  private static final int MOST_PIXELS = (SQUARES + ACROSS) * SIDE * SIDE;

  /** Says that a picture is frames, one below the other. */
  private static final String FRAME_HEIGHT = "page-height";

  private static final double WHITE = 255;

  private Excerpt() {}

  /**
   * Of 16 squares of 64 pixels, opaque; a picture hardly larger than that is taken whole, and of
   * one narrower than a square the middle.
   */
  static VipsImage of(VipsImage picture) {
    VipsImage still = picture.editHeader().remove(FRAME_HEIGHT).done();
    VipsImage seen = still.hasAlpha() ? still.flatten(WHITE) : still;
    return part(seen).inMemory();
  }

  private static VipsImage part(VipsImage picture) {
    int columns = picture.width() / SIDE;
    int rows = picture.height() / SIDE;
    if ((long) picture.width() * picture.height() <= MOST_PIXELS) {
      return picture;
    }
    return columns == 0 || rows == 0 ? middle(picture) : squares(picture, columns, rows);
  }

  private static VipsImage middle(VipsImage strip) {
    int length = MOST_PIXELS / Math.min(strip.width(), strip.height());
    int width = Math.min(strip.width(), length);
    int height = Math.min(strip.height(), length);
    return strip.extract((strip.width() - width) / 2, (strip.height() - height) / 2, width, height);
  }

  private static VipsImage squares(VipsImage picture, int columns, int rows) {
    List<VipsImage> squares =
        spread(columns * rows, activity(picture, columns, rows)).stream()
            .map(at -> picture.extract(at % columns * SIDE, at / columns * SIDE, SIDE, SIDE))
            .toList();
    return picture
        .scope()
        .operation("arrayjoin")
        .images("in", squares)
        .integer("across", ACROSS)
        .toImage();
  }

  /** The middle of each of equal parts of the ranking, in the order of the picture. */
  private static List<Integer> spread(int count, byte[] activity) {
    List<Integer> ranking =
        IntStream.range(0, count)
            .boxed()
            .sorted(Comparator.comparingInt(at -> Byte.toUnsignedInt(activity[at])))
            .toList();
    return IntStream.range(0, SQUARES)
        .map(part -> (2 * part + 1) * count / (2 * SQUARES))
        .mapToObj(ranking::get)
        .sorted()
        .toList();
  }

  /** The mean gradient of each square, 0 to 255; the green of colours is near enough to luma. */
  private static byte[] activity(VipsImage picture, int columns, int rows) {
    int green = picture.bands() > 2 ? 1 : 0;
    return picture
        .bands(green, 1)
        .extract(0, 0, columns * SIDE, rows * SIDE)
        .operation("sobel")
        .toImage()
        .operation("shrink")
        .number("hshrink", SIDE)
        .number("vshrink", SIDE)
        .toImage()
        .toEightBit()
        .toPixels();
  }
}
